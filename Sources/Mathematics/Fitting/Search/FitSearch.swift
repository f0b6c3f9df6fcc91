import CKernels

/// Levenberg and Marquardt's method in a trust region (Moré 1978), within bounds and for robust losses.
///
/// A coefficient on a bound that holds it back is left out of a step, and the rest of the step is moved back onto the
/// bounds that it crosses (a projected step over an active set: Bertsekas 1982; Kanzow, Yamashita and Fukushima 2004).
/// All memory is allocated when the search is made.
final class FitSearch {
  let problem: FitProblem
  let options: FitOptions
  let local: LocalModel
  let region: TrustRegion
  /// How often each residual counts; nil for once each.
  var multiplicities: [Double]?

  var point: UnsafeMutablePointer<Double>
  var trial: UnsafeMutablePointer<Double>
  var residuals: UnsafeMutablePointer<Double>
  var derivatives: UnsafeMutablePointer<Double>
  private var trialResiduals: UnsafeMutablePointer<Double>
  private var trialDerivatives: UnsafeMutablePointer<Double>
  /// A step in the order of the local model's columns.
  let taken: UnsafeMutablePointer<Double>
  private let block: TensorStorage

  /// Half the sum of squares, or the sum of robust losses.
  var value = Double.infinity
  /// The same at the start; NaN before there was one.
  var startingValue = Double.nan
  var iterations = 0
  var evaluations = 0
  private var radius = 0.0
  private var hasTrialDerivatives = false

  init(_ problem: FitProblem, options: FitOptions) {
    self.problem = problem
    self.options = options
    let (points, count) = (problem.points, problem.coefficients)
    local = LocalModel(points: points, coefficients: count)
    region = TrustRegion(coefficients: count)
    block = TensorStorage(count: 3 * count + 2 * points * (count + 1))
    point = block.numbers
    trial = point + count
    taken = trial + count
    residuals = taken + count
    trialResiduals = residuals + points
    derivatives = trialResiduals + points
    trialDerivatives = derivatives + points * count
  }

  /// Searches from a start and says how the search ended.
  func run(from start: [Double]) -> FitVerdict {
    let (points, count) = (problem.points, problem.coefficients)
    guard points >= count, count > 0 else { return .tooFewPoints(points: points, coefficients: count) }
    guard begin(start) else { return .notFiniteAtStart }
    let end = descend()
    let last = polish()
    return verdict(after: end, lastStep: last, start: start)
  }

  /// Why the descent ended.
  enum End { case exact, flat, noDecrease, iterationLimit }

  private func begin(_ start: [Double]) -> Bool {
    for index in start.indices {
      point[index] = problem.bounds?[index].clamping(start[index]) ?? start[index]
    }
    problem.evaluate(point, residuals, derivatives)
    (iterations, evaluations, radius, region.damping) = (0, 1, 0, 0)
    value = loss(residuals)
    startingValue = value
    local.forgetScales()
    return value.isFinite && areFinite(derivatives)
  }

  private func descend() -> End {
    while iterations < options.iterationLimit {
      if value == 0 { return .exact }
      local.describe(self)
      guard local.slopeCosine > 1e-16 else { return .flat }
      if radius == 0 { radius = options.firstStep * max(local.length(of: point), 1e-3) }
      guard advance() else { return .noDecrease }
    }
    return .iterationLimit
  }

  /// Tries ever smaller steps until one makes the value smaller; false where none does.
  private func advance() -> Bool {
    while iterations < options.iterationLimit {
      iterations += 1
      region.solve(local.factors, slope: local.looseSlope, radius: radius)
      let expected = moveTrial()
      let length = local.length(ofTaken: taken)
      guard length > 1e-16 * local.length(of: point) else { return false }
      guard expected > 0 else {
        // Moved back onto its bounds, the step leads nowhere better: a short one along the slope would.
        guard problem.bounds != nil else { return false }
        radius = 0.25 * min(radius, length)
        continue
      }
      let found = evaluateTrial()
      let decrease = value - found
      let ratio = found.isFinite ? decrease / expected : -1
      adaptRadius(ratio, length, decrease, expected)
      if ratio > 1e-4 && found < value && acceptTrial(found, decrease) { return true }
      if expected <= 1e-16 * value { return false }
      radius = min(radius, 0.5 * length)
    }
    return true
  }

  private func adaptRadius(_ ratio: Double, _ length: Double, _ decrease: Double, _ expected: Double) {
    if ratio < 0.25 {
      // Where the parabola through the value, its slope and the new value is lowest, between a tenth and a half.
      let curvature = 2 * (1 - ratio)
      let part = ratio.isFinite && ratio > -8 ? min(max(1 / curvature, 0.1), 0.5) : 0.1
      radius = part * min(radius, length)
    } else if ratio > 0.75 {
      radius = max(radius, 2 * length)
    }
  }

  /// Sets the trial to the point after the step, within bounds; gives the decrease that the model expects.
  func moveTrial() -> Double {
    let count = problem.coefficients
    trial.update(from: point, count: count)
    var isClamped = false
    for place in 0..<local.factors.count {
      let index = local.coefficient(at: place)
      let moved = point[index] + region.step[place] / local.scales[index]
      trial[index] = problem.bounds?[index].clamping(moved) ?? moved
      isClamped = isClamped || trial[index] != moved
      taken[place] = (trial[index] - point[index]) * local.scales[index]
    }
    guard isClamped else { return region.reduction }
    return region.reduction(local.factors, slope: local.looseSlope, at: taken)
  }

  func evaluateTrial() -> Double {
    evaluations += 1
    hasTrialDerivatives = true
    problem.evaluate(trial, trialResiduals, trialDerivatives)
    return loss(trialResiduals)
  }

  /// Moves to the trial unless a derivative has no value there.
  func acceptTrial(_ found: Double, _ decrease: Double) -> Bool {
    guard areFinite(trialDerivatives) else { return false }
    swap(&point, &trial)
    swap(&residuals, &trialResiduals)
    swap(&derivatives, &trialDerivatives)
    local.adaptCurvature(decrease / value)
    value = found
    return true
  }

  private func areFinite(_ derivatives: UnsafeMutablePointer<Double>) -> Bool {
    let count = problem.points * problem.coefficients
    return vector_dot(derivatives, derivatives, count).isFinite
      || UnsafeBufferPointer(start: derivatives, count: count).allSatisfy(\.isFinite)
  }

  /// Half the sum of squares, or the sum of robust losses; NaN or infinite where a residual is.
  private func loss(_ residuals: UnsafeMutablePointer<Double>) -> Double {
    let points = problem.points
    if case .squares = problem.loss, multiplicities == nil {
      return vector_dot(residuals, residuals, points) / 2
    }
    return local.loss(residuals, problem.loss, multiplicities)
  }
}
