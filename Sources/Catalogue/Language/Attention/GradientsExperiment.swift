import Engine
import Expressions
import LessonFormat
import Mathematics

/// `{gradients}`: which weights the loss of a word asks to change, and what one step along its gradient does.
struct GradientsExperiment: Experiment {
  static let name = "gradients"
  static let summary =
    "Shows which weights of a transformer the loss of a word asks to change, and what one step does."
  static let results = [
    ResultDescription("loss", "The loss of the target: the negative logarithm of its probability, in nats."),
    ResultDescription("p", "The probability of the target."),
    ResultDescription("top", "The likeliest word."),
    ResultDescription("after", "The same three after one step of the learning rate against the gradient."),
    ResultDescription(
      "predicted_loss", "The loss after the step by the gradient alone: loss − learning rate × norm²."),
    ResultDescription("norm", "The length of the gradient by all weights."),
    ResultDescription("layer_shares", "The share of each layer in the gradient's square; 1 is all."),
    ResultDescription("shares.query", "The share of each kind of weight in all layers, likewise."),
    ResultDescription(
      "layers_1.query", "Of a layer's weights of one kind, the norm, the share, and how many are above."),
    ResultDescription("threshold", "The derivative that only the drawn weights reach, by its size."),
  ]
  static let example = """
    model: =m
    prompt: the cat sat on the
    target: mat
    fig-cap: A step moves the loss from [](=result.loss) to [](=result.after.loss).
    """
  static let examplePreparation = AttentionExperiment.examplePreparation

  @Parameter("A trained model: the result of a {transformer}, such as =m.")
  var model: LanguageModel
  @Parameter("The words that it is to continue.")
  var prompt: WrittenText
  @Parameter("The word that should come next.")
  var target: WrittenText
  @Parameter("How far the weights are moved against their gradient.", .above(0))
  var learningRate = 0.1
  @Parameter(
    "Weights are drawn whose derivative is at least as large as this percentage of all.", .between(0, 100))
  var percentile = 95.0
  @Parameter(
    "The most cells along each side of a drawn matrix; each shows the largest of its weights.",
    .between(1, 128))
  var pool = 32
  @Parameter("The layers that are drawn; all unless given.")
  var layers: [Int]? = nil

  func run(in context: Context) throws -> Outcome {
    let question = Question(model: model, prompt: try model.prompt(prompt), target: try model.token(target))
    let shown = try LayerChoice(layers, $layers, of: model, panels: WeightKind.drawn.count).layers
    let (loss, gradient) = try question.lossAndGradient()
    var moved = model.transformer
    var descent = Descent(StochasticGradientDescent(learningRate: .constant(learningRate)))
    try descent.move(&moved, along: gradient)
    let after = Question(
      model: LanguageModel(moved, model.vocabulary), prompt: question.prompt, target: question.target)
    let gradients = WeightGradients(gradient)
    let maps = GradientMaps(gradients, layers: shown, percentile: percentile, pool: pool)
    guard var record = try question.record() else { throw LessonError.boundlessModel }
    guard let later = try after.record() else { throw tooLong() }
    record["after"] = .record(later)
    record["predicted_loss"] = .number(loss - learningRate * gradients.squaredNorm)
    add(gradients, threshold: maps.threshold, to: &record)
    return Outcome(
      record, displays: [.figure(try maps.figure(in: context)), .table(gradients.table)])
  }

  private func tooLong() -> LessonError {
    let message = "after a step of \(spelled(learningRate)) the loss is beyond all bounds"
    let help = "try a learning-rate ten times smaller"
    return $learningRate.map { .parameter($0, message, help: help) } ?? .experiment(message, help: help)
  }

  private func add(_ gradients: WeightGradients, threshold: Double, to record: inout Record) {
    let numbers = 1...gradients.layers
    record["norm"] = .number(gradients.squaredNorm.squareRoot())
    record["layer_shares"] = .vector(numbers.map { layer in gradients.share { $0.layer == layer } })
    let shares = WeightKind.allCases.map { kind in
      (kind.rawValue, Value.number(gradients.share { $0.kind == kind }))
    }
    record["shares"] = .record(Record(shares))
    record["layers"] = .list(numbers.map { .record(gradients.record(ofLayer: $0, threshold: threshold)) })
    record["threshold"] = .number(threshold)
  }
}

/// A prompt with the word that should come next.
private struct Question {
  let model: LanguageModel
  let prompt: Prompt
  let target: Int

  /// The loss of the word at the last position, and its gradient by all weights.
  func lossAndGradient() throws -> (loss: Double, gradient: Transformer) {
    let input = try prompt.input
    let last = prompt.tokens.count - 1
    let label = try Tensor([Double(target)], shape: [1, 1])
    let (value, gradient) = try valueAndGradient(at: model.transformer) { model in
      try model(input).slice(0..<1, last..<last + 1).crossEntropy(labels: label)
    }
    return (try value.scalar, gradient)
  }

  /// The loss, the probability, and the likeliest word; nil where there are no numbers.
  func record() throws -> Record? {
    guard let prediction = try model.prediction(after: prompt) else { return nil }
    let likeliest = prediction.likeliest(1).map(model.vocabulary.word)
    return Record([
      ("loss", .number(-prediction.logarithms[target])), ("p", .number(prediction.probabilities[target])),
      ("top", .text(likeliest.first ?? "")),
    ])
  }
}
