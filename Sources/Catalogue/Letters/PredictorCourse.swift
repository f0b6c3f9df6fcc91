import Engine
import Mathematics
import Plotting

/// A network's way towards the entropy of a source.
struct PredictorCourse {
  /// After how many steps it was tested.
  private(set) var steps: [Int] = []
  /// The loss then, on an endless text.
  private(set) var losses: [Double] = []

  /// Trains a network.
  init(_ training: NextLetterTraining, steps count: Int) throws {
    let tests = Self.tests(upTo: count)
    for step in 1...count {
      guard try training.step().isFinite else { throw divergence(after: step - 1) }
      guard tests.contains(step) else { continue }
      let loss = try training.loss()
      guard loss.isFinite else { throw divergence(after: step) }
      steps.append(step)
      losses.append(loss)
    }
  }

  /// The powers of the square root of 2, rounded, and the last step.
  private static func tests(upTo count: Int) -> Set<Int> {
    var (tests, place) = (Set([count]), 1.0)
    while place <= Double(count) {
      tests.insert(Int(place.rounded()))
      place *= 2.0.squareRoot()
    }
    return tests.filter { $0 <= count }
  }

  /// The loss over the letters that were seen.
  func chart(source: LetterSource, batch: Int, size: Chart.Size) -> Chart {
    let letters = steps.map { Double($0 * batch) }
    let curve =
      letters.count > 1
      ? Mark.line(Line(x: letters, y: losses, color: .ink, dash: .solid))
      : Mark.points(Points(x: letters, y: losses, color: .ink))
    return Chart(
      x: Axis("letters seen in training", scale: .logarithmic), y: Axis("loss", unit: "nats a letter"),
      marks: [
        .rule(Rule(y: source.uniformLoss, label: "a guess among all letters")),
        .rule(Rule(y: source.chain.entropyRate, label: "entropy rate")), curve,
      ], size: size)
  }
}
