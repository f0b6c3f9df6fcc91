import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// `{attention}`: what a transformer predicts after a prompt, and where each of its heads looks.
struct AttentionExperiment: Experiment {
  static let name = "attention"
  static let summary =
    "Shows what a transformer predicts after a prompt, and which words each head attends to."
  static let results = [
    ResultDescription("p", "The probability of each word as the next, by word."),
    ResultDescription("top", "The likeliest next word."),
    ResultDescription("next", "The likeliest next words, as many as top asks for."),
    ResultDescription("words", "The label of each position: the beginning, then the words."),
    ResultDescription(
      "layers_1.heads_2.pattern", "How much each position (row) attends to each (column), of a layer's head."),
    ResultDescription(
      "layers_1.heads_2.reads.word", "How much the last position attends to a word: the pattern's last row."),
  ]
  static let example = """
    model: =m
    prompt: the cat sat on the
    fig-cap: What each head attends to.
    """
  static let examplePreparation = """
    ```{transformer} m
    sentences: [the cat sat on the mat, the dog sat on the rug, a bird sat on the roof]
    layers: 1
    width: 8
    heads: 2
    steps: 30
    output: false
    ```
    """

  @Parameter("A trained model: the result of a {transformer}, such as =m.")
  var model: LanguageModel
  @Parameter("The words that it is to continue.")
  var prompt: WrittenText
  @Parameter("How many of the likeliest next words are listed.", .between(1, 50))
  var top = 5
  @Parameter("The layers that are drawn; all unless given.")
  var layers: [Int]? = nil

  func run(in context: Context) throws -> Outcome {
    let prompt = try model.prompt(prompt)
    let shown = try LayerChoice(
      layers, $layers, of: model, panels: model.transformer.configuration.heads
    ).layers
    guard let prediction = try model.prediction(after: prompt) else { throw LessonError.boundlessModel }
    let patterns = try model.transformer.attentionPatterns(prompt.input).map { try Self.heads($0) }
    let likeliest = prediction.likeliest(top)
    let words = likeliest.map(model.vocabulary.word)
    let results = Record([
      ("p", prediction.byWord(model.vocabulary)), ("top", .text(words[0])), ("next", .texts(words)),
      ("words", .texts(prompt.labels)),
      ("layers", .list(patterns.map { Self.layer($0, labels: prompt.labels) })),
    ])
    let table = DisplayTable(columns: [
      DisplayTable.Column(name: "next word", .words, cells: words),
      DisplayTable.Column(
        name: "probability", .numbers,
        cells: likeliest.map { percentText(prediction.probabilities[$0]) }),
    ])
    let figure = try figure(patterns, shown: shown, labels: prompt.labels, in: context)
    return Outcome(results, displays: [.figure(figure), .table(table)])
  }

  /// The matrix of each head.
  private static func heads(_ patterns: Tensor) throws -> [Matrix] {
    let size = patterns.shape[3]
    return try (0..<patterns.shape[1]).compactMap { head in
      let values = try patterns.slice(0..<1, head..<head + 1).values
      return Matrix(rows: size, columns: size, entries: values)
    }
  }

  private static func layer(_ heads: [Matrix], labels: [String]) -> Value {
    let heads = heads.map { pattern -> Value in
      let reads = labels.indices.map { (labels[$0], Value.number(pattern[labels.count - 1, $0])) }
      return .record(Record([("pattern", .matrix(pattern)), ("reads", .record(Record(reads)))]))
    }
    return .record(Record([("heads", .list(heads))]))
  }

  private func figure(
    _ patterns: [[Matrix]], shown: [Int], labels: [String], in context: Context
  ) throws -> Figure {
    let count = patterns.first?.count ?? 1
    let panels = shown.flatMap { layer in
      patterns[layer - 1].enumerated().map { head, pattern in
        Panel(
          title: "layer \(layer), head \(head + 1)",
          marks: [.heatMap(Self.map(of: pattern, labels: labels))])
      }
    }
    let columns = count > 4 && count.isMultiple(of: 3) ? 3 : min(count, 4)
    let rows = (panels.count + columns - 1) / columns
    // A line of text for each label, and room for titles and for labels below.
    let height = Double(rows) * (max(110, 17 * Double(labels.count)) + 36) + 80
    let chart = Chart(
      x: Axis("attends to", scale: .category), y: Axis("position", scale: .category),
      facets: Facets(columns: columns, panels: panels), size: context.size(height: min(height, 3000)))
    return try context.figure(chart)
  }

  /// A pattern without what comes later, to which nothing can attend.
  private static func map(of pattern: Matrix, labels: [String]) -> HeatMap {
    let values = pattern.entries.enumerated().map { index, weight in
      index % pattern.columns > index / pattern.columns ? Double.nan : weight
    }
    return HeatMap(
      x: .categories(labels), y: .categories(labels), values: values, label: "attention", range: 0...1)
  }
}
