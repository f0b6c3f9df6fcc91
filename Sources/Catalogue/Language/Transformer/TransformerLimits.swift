import Engine
import Mathematics

/// How large a `{transformer}` may be; counts, so that they fall the same way on every machine.
enum TransformerLimits {
  static let sentences = SentencesExperiment.mostSentences
  static let positions = 64
  static let vocabulary = 5_000
  static let layers = 12
  static let heads = 16
  static let width = 256
  static let hidden = 1_024
  static let batch = 1_024
  static let steps = 20_000
  /// A model is a value of a lesson, of which a directive can be given a million entries.
  static let parameters = 300_000
  /// Multiplications and additions of a whole training: about half a minute's.
  private static let work = 1e12
  /// Those of one product of matrices: as many as are computed by loops whose bits are the same on every machine.
  private static let product = 3e7

  /// Refuses a configuration that is too large.
  static func check(_ configuration: Transformer.Configuration) throws {
    let count = parameterCount(configuration)
    guard count <= parameters else {
      throw LessonError.experiment(
        "this model has \(count) parameters; at most \(parameters) are allowed",
        help: "take fewer layers, a smaller width, or fewer words")
    }
  }

  /// Refuses a training that is too long.
  static func check(_ configuration: Transformer.Configuration, batch: Int, steps: Int) throws {
    try check(configuration)
    let positions = Double(batch * configuration.context)
    let width = Double(configuration.width)
    let widest = Double(max(configuration.vocabulary, configuration.perceptronWidth, configuration.width))
    guard positions * width * widest <= product else {
      throw LessonError.experiment(
        "a batch of \(batch) sentences of up to \(configuration.context) words is too large for this model",
        help: "a batch of \(Int(product / width / widest) / configuration.context) is not")
    }
    // Each parameter is met about once forwards and twice backwards, with a multiplication and an addition each time.
    let training = 6 * Double(steps) * positions * Double(parameterCount(configuration))
    guard training <= work else {
      throw LessonError.experiment(
        "this training would take \(spelled((training / 1e9).rounded())) billion operations; at most "
          + "\(spelled(work / 1e9)) billion are allowed",
        help: "take fewer steps, a smaller batch, or a smaller model")
    }
  }

  /// How many parameters there will be.
  static func parameterCount(_ configuration: Transformer.Configuration) -> Int {
    let (width, hidden) = (configuration.width, configuration.perceptronWidth)
    let attention = 4 * (width * width + width)
    let block = attention + 2 * width * hidden + hidden + width + 4 * width
    return (2 * configuration.vocabulary + configuration.context + 2) * width + configuration.layers * block
  }
}
