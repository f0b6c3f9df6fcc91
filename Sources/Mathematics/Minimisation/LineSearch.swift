/// Looks along a direction for a step that lowers the value enough and flattens the slope enough.
///
/// The strong conditions of Wolfe, by bracketing and cubic interpolation (Nocedal and Wright 2006, algorithms 3.5
/// and 3.6).
final class LineSearch {
  /// Where a search begins.
  struct Start {
    let point: UnsafePointer<Double>
    let slope: UnsafePointer<Double>
    let direction: UnsafePointer<Double>
    let value: Double
    /// The slope along the direction, below 0.
    let fall: Double
  }

  /// What it came to; the point and its slope are those of the line search.
  struct Found {
    let value: Double
    let evaluations: Int
    /// Whether the value is lower than at the start.
    let isLower: Bool
  }

  private struct Trial {
    var step: Double
    var value: Double
    var fall: Double
  }

  // How much of the decrease that the slope promises must be kept, and how much of the slope may remain.
  private static let sufficientDecrease = 1e-4
  private static let remainingSlope = 0.9
  private static let evaluationLimit = 40

  private let dimension: Int
  private let block: TensorStorage
  private var evaluations = 0

  init(dimension: Int) {
    self.dimension = dimension
    block = TensorStorage(count: 4 * dimension)
  }

  /// The accepted point.
  var point: UnsafeMutablePointer<Double> { block.numbers }
  /// The slope there.
  var slope: UnsafeMutablePointer<Double> { block.numbers + dimension }
  // The lowest point so far, if the last one tried is not it.
  private var bestPoint: UnsafeMutablePointer<Double> { block.numbers + 2 * dimension }
  private var bestSlope: UnsafeMutablePointer<Double> { block.numbers + 3 * dimension }

  func search(
    _ start: Start, first: Double, limit: Double, _ objective: QuasiNewtonSearch.Objective
  ) -> Found {
    evaluations = 0
    var best = Trial(step: 0, value: start.value, fall: start.fall)
    var low = best
    var high: Trial?
    var step = min(first, limit)
    while evaluations < Self.evaluationLimit {
      let trial = evaluate(step, start, objective)
      if trial.value < best.value {
        best = trial
        bestPoint.update(from: point, count: dimension)
        bestSlope.update(from: slope, count: dimension)
      }
      let isLowEnough =
        trial.value <= start.value + Self.sufficientDecrease * trial.step * start.fall
        && trial.value.isFinite
      if isLowEnough && trial.fall.magnitude <= -Self.remainingSlope * start.fall { break }
      if isLowEnough && trial.step >= limit && trial.fall < 0 { break }
      narrow(&low, &high, trial, isLowEnough: isLowEnough)
      guard let next = nextStep(low, high, limit: limit) else { break }
      step = next
    }
    point.update(from: bestPoint, count: best.step > 0 ? dimension : 0)
    slope.update(from: bestSlope, count: best.step > 0 ? dimension : 0)
    return Found(value: best.value, evaluations: evaluations, isLower: best.step > 0)
  }

  private func evaluate(
    _ step: Double, _ start: Start, _ objective: QuasiNewtonSearch.Objective
  ) -> Trial {
    evaluations += 1
    for index in 0..<dimension { point[index] = start.point[index] + step * start.direction[index] }
    let value = objective(point, slope)
    var fall = 0.0
    for index in 0..<dimension { fall += slope[index] * start.direction[index] }
    return Trial(step: step, value: value.isNaN || fall.isNaN ? .infinity : value, fall: fall)
  }

  /// Keeps a minimum between `low`, the lowest step that falls enough, and `high`.
  private func narrow(_ low: inout Trial, _ high: inout Trial?, _ trial: Trial, isLowEnough: Bool) {
    guard isLowEnough && trial.value < low.value else {
      high = trial
      return
    }
    if let end = high {
      if trial.fall * (end.step - low.step) >= 0 { high = low }
    } else if trial.fall >= 0 {
      high = low
    }
    low = trial
  }

  /// Where to look next; nil where the bracket has shrunk to nothing.
  private func nextStep(_ low: Trial, _ high: Trial?, limit: Double) -> Double? {
    guard let high else { return low.step >= limit ? nil : min(limit, 4 * low.step) }
    let width = high.step - low.step
    guard width.magnitude > 1e-16 * max(low.step, high.step) else { return nil }
    // Away from both ends, so that the bracket shrinks by a tenth at least.
    let part = high.value.isFinite ? interpolated(low, high) : 0.1
    return low.step + min(max(part.isFinite ? part : 0.5, 0.1), 0.9) * width
  }

  /// The minimum of the cubic through both values and slopes, as a part of the bracket (Nocedal and Wright 2006,
  /// equation 3.59).
  private func interpolated(_ low: Trial, _ high: Trial) -> Double {
    let width = high.step - low.step
    let (lowFall, highFall) = (low.fall * width, high.fall * width)
    let middle = lowFall + highFall - 3 * (high.value - low.value)
    let root = (middle * middle - lowFall * highFall).squareRoot()
    return 1 - (highFall + root - middle) / (highFall - lowFall + 2 * root)
  }
}
