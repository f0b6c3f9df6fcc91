import Engine
import Expressions
import Mathematics
import Plotting

/// `{softmax}`: scores become probabilities, p_k = exp(h_k / T) / Σ_j exp(h_j / T).
struct Softmax: Experiment {
  static let summary = "Turns scores into probabilities."
  static let results = [
    ResultDescription("p", "One probability per score, by label and by subscript."),
    ResultDescription("top", "The label of the highest score; without labels its subscript."),
    ResultDescription("entropy", "The entropy of the probabilities, in nats."),
  ]
  static let example = """
    scores: {Madrid: 1, Paris: 2, Berlin: 1}
    fig-cap: The scores 1, 2 and 1 after softmax.
    """

  @Parameter("One score per class, or labels with their scores.")
  var scores: Labelled
  @Parameter("Divides the scores first; above 1 evens the probabilities out.", .above(0))
  var temperature = 1.0

  /// More bars than this cannot be told apart.
  static let mostClasses = 1000

  func run(in context: Context) throws -> Outcome {
    guard scores.values.count <= Self.mostClasses else {
      throw LessonError.experiment(
        "\(scores.values.count) scores are more than \(Self.mostClasses), its limit")
    }
    let probabilities = softmax(scores.values, temperature: temperature)
    let top = argmax(scores.values) ?? 0
    let results = Record([
      ("p", scores.labelling(probabilities)),
      ("top", scores.labels.map { .text($0[top]) } ?? .number(Double(top + 1))),
      ("entropy", .number(entropy(probabilities))),
    ])
    return Outcome(results, displays: [.figure(try figure(probabilities, top: top, in: context))])
  }

  private func figure(_ probabilities: [Double], top: Int, in context: Context) throws -> Figure {
    let labels = scores.labels ?? probabilities.indices.map { "\($0 + 1)" }
    let bars = Bars(
      labels, values: probabilities, valueLabels: .texts(probabilities.map(percentText)), highlighted: top)
    let chart = Chart(
      x: Axis(scale: .category), y: Axis("probability", range: 0...1), marks: [.bars(bars)],
      size: context.size(height: 260))
    return try context.figure(chart)
  }
}

/// A share in percent with as many digits as a reader needs to tell it from none and from all.
func percentText(_ share: Double) -> String {
  let percent = share * 100
  switch min(percent, 100 - percent) {
  case 1...: return formatFixed(percent, 0) + "%"
  case 0.1..<1: return formatFixed(percent, 1) + "%"
  case 0.01..<0.1: return formatFixed(percent, 2) + "%"
  default:
    if percent == 0 || percent == 100 { return formatFixed(percent, 0) + "%" }
    return percent < 50 ? "< 0.01%" : "> 99.99%"
  }
}
