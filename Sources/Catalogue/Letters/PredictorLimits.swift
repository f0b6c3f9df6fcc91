import Engine
import Mathematics

/// How large a `{predictor}` may be; counts, so that they fall the same way on every machine.
struct PredictorLimits {
  let experiment: PredictorExperiment
  private let windows: Double
  private let input: Double

  /// Multiplications and additions of a whole training: some ten seconds'.
  private static let work = 1e11
  /// Those of one product of matrices: as many as are computed by loops whose bits are the same on every machine.
  private static let product = 3e7
  private static let testRows = 256.0

  init(_ experiment: PredictorExperiment, reach: Int) {
    self.experiment = experiment
    let letters = Double(experiment.source.chain.letterCount)
    windows = (0..<reach).reduce(1.0) { count, _ in count * letters }
    input = max(1, Double(reach) * letters)
  }

  private var parameters: Double {
    let (width, letters) = (Double(experiment.hidden), Double(experiment.source.chain.letterCount))
    guard experiment.layers > 0 else { return input * letters + letters }
    return (input + 1) * width + Double(experiment.layers - 1) * (width + 1) * width + (width + 1) * letters
  }

  /// Refuses a network or a training that is too large.
  func check() throws {
    let width = Double(experiment.hidden)
    let largest = max(input * width, experiment.layers > 1 ? width * width : 0)
    let rows = max(Double(experiment.batch), Self.testRows)
    guard rows * largest <= Self.product else {
      throw LessonError.experiment(
        "a batch of \(experiment.batch) is too large for a network of this width",
        help: "a batch and a width whose product is a tenth are not")
    }
    let tests = 2 * Double.log2(Double(experiment.steps)) + 2
    let letters = Double(experiment.steps) * Double(experiment.batch)
    let work = parameters * (6 * letters + 2 * windows * tests)
    guard work <= Self.work else {
      throw LessonError.experiment(
        "this training would take \(spelled((work / 1e9).rounded())) billion operations; at most "
          + "\(spelled(Self.work / 1e9)) billion are allowed",
        help: "take fewer steps, a smaller batch, or a narrower network")
    }
  }
}
