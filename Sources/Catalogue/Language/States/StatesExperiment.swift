import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// `{states}`: what a transformer holds at the last word of many prompts, layer by layer.
struct StatesExperiment: Experiment {
  static let name = "states"
  static let summary =
    "Gathers what a transformer holds at the end of each prompt, and how labels separate layer by layer."
  static let results = [
    ResultDescription("embedding", "The vectors before the first layer: a row for each prompt."),
    ResultDescription("layers_1", "The vectors after a layer, likewise."),
    ResultDescription("final", "The vectors as the unembedding reads them, after the last normalisation."),
    ResultDescription("next", "The likeliest next word of each prompt."),
    ResultDescription("stages", "The names of these: embedding, layer 1, …, final."),
    ResultDescription(
      "separation.kind", "For each stage, the share of a vector's nearest neighbours that have its label."),
    ResultDescription(
      "explained.kind", "For each stage, the share of the vectors' variance that lies between the labels."),
    ResultDescription("chance.kind", "The same share if neighbours were drawn from all other vectors."),
    ResultDescription("labels.kind", "The labels, as they were given."),
  ]
  static let example = """
    model: =m
    prompts: [the cat sat on the, the dog sat on the, a bird sat on the, a dog sat on the]
    labels: {animal: [cat, dog, bird, dog]}
    neighbours: 1
    fig-cap: How often the nearest neighbour is about the same animal.
    """
  static let examplePreparation = AttentionExperiment.examplePreparation

  @Parameter("A trained model: the result of a {transformer}, such as =m.")
  var model: LanguageModel
  @Parameter("What it is to continue: a list of texts, such as =s.prompt.")
  var prompts: WrittenTexts
  @Parameter("Labels of the prompts by which neighbours are judged: names, each with a list of texts.")
  var labels = PointLabels()
  @Parameter("How many nearest neighbours of each vector are looked at.", .between(1, 1000))
  var neighbours = 10

  /// No more prompts, and no more numbers in all their vectors.
  static let mostPrompts = 2_000
  static let mostEntries = 500_000

  func run(in context: Context) throws -> Outcome {
    try checkCounts()
    let states = try States(of: try model.prompts(prompts), in: model)
    var record = Record([
      ("embedding", states.stages[0].value), ("layers", .list(states.layers.map(\.value))),
      ("final", states.final.value), ("next", .texts(states.next)), ("stages", .texts(states.names)),
    ])
    guard !labels.columns.isEmpty else { return Outcome(record) }
    let agreements = try states.stages.map { try labels.agreement(of: $0, neighbours: neighbours) }
    let separation = labels.columns.indices.map { column in agreements.map { $0[column] } }
    for (name, value) in try measures(of: states, separation).entries { record[name] = value }
    return Outcome(record, displays: [.figure(try figure(separation, states, in: context))])
  }

  /// How far the labels can be told apart by the vectors.
  private func measures(of states: States, _ separation: [[Double]]) throws -> Record {
    let explained = try labels.columns.map { column in
      try states.stages.map { try correlationRatio(of: $0, labels: column.numbers) }
    }
    func byLabel(_ shares: [[Double]]) -> Value {
      .record(Record(zip(labels.columns, shares).map { ($0.name, .vector($1)) }))
    }
    return Record([
      ("separation", byLabel(separation)), ("explained", byLabel(explained)),
      ("chance", .record(labels.chances)), ("labels", .record(labels.record)),
    ])
  }

  private func checkCounts() throws {
    let count = prompts.texts.count
    guard count > 0 else { throw prompts.mistake("there are no prompts in it") }
    guard count <= Self.mostPrompts else {
      throw prompts.mistake("these are \(count) prompts; at most \(Self.mostPrompts) are allowed")
    }
    let sizes = model.transformer.configuration
    let entries = count * sizes.width * (sizes.layers + 2)
    guard entries <= Self.mostEntries else {
      throw prompts.mistake(
        "their vectors have \(entries) numbers in all layers; at most \(Self.mostEntries) are allowed",
        help: "\(Self.mostEntries / (sizes.width * (sizes.layers + 2))) prompts are not too many")
    }
    guard !labels.columns.isEmpty else { return }
    try labels.check(count: count, "prompts")
    guard neighbours >= count else { return }
    let message = "\(count) prompts have no \(neighbours) neighbours each"
    throw $neighbours.map { LessonError.parameter($0, message, help: "at most \(count - 1)") }
      ?? prompts.mistake(message, help: "give more prompts, or neighbours: \(max(1, count / 4))")
  }

  private func figure(_ separation: [[Double]], _ states: States, in context: Context) throws -> Figure {
    let bars = zip(labels.columns, separation).map { column, shares in
      Mark.bars(
        Bars(
          states.names + ["by chance"], values: shares + [column.chance],
          label: labels.columns.count > 1 ? column.name : nil))
    }
    return try context.figure(
      Chart(
        x: Axis(scale: .category), y: Axis("neighbours of the same label", range: 0...1), marks: bars,
        size: context.size()))
  }
}
