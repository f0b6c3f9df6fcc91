/// Levenberg and Marquardt's method in a trust region (Moré 1978, "The Levenberg–Marquardt algorithm: implementation
/// and theory"), with bounds as an active set.
struct LeastSquaresSearch {
  let problem: LeastSquaresProblem
  var point: [Double]
  var deviations: [Double]
  var derivatives: [Double]
  var objective = Double.infinity
  var steps = 0
  private var radius = 0.0
  /// The greatest length that each column has had: steps are measured in it, so that units do not matter.
  private var scales: [Double]
  private var trial: [Double]

  private let stepLimit: Int

  init(_ problem: LeastSquaresProblem, from start: [Double], stepLimit: Int) {
    self.problem = problem
    self.stepLimit = stepLimit
    point = zip(start, problem.bounds).map { min(max($0, $1.lowerBound), $1.upperBound) }
    deviations = Array(repeating: .nan, count: problem.count)
    derivatives = Array(repeating: .nan, count: problem.count * start.count)
    scales = Array(repeating: 0, count: start.count)
    trial = deviations
  }

  /// Solves a problem whose deviations are linear in the coefficients: one step, repeated for its last digits.
  mutating func runDirectly() -> LeastSquaresMinimum.Verdict {
    begin() ? polish() : .impossibleStart
  }

  mutating func run() -> LeastSquaresMinimum.Verdict {
    guard begin() else { return .impossibleStart }
    while steps < stepLimit {
      let local = LocalProblem(self, scales: &scales)
      if local.isStationary { return polish() }
      let size = plainNorm(zip(point, scales).map { $0 * $1 })
      if radius == 0 { radius = size > 0 ? size : 1 }
      guard advance(local) else {
        return local.isNearlyStationary || local.isSmallStep(beside: size) ? polish() : .stuck
      }
    }
    return .stepLimit
  }

  private mutating func begin() -> Bool {
    evaluate()
    objective = problem.objective(of: deviations)
    return objective.isFinite && derivatives.allSatisfy(\.isFinite)
  }

  private mutating func evaluate() {
    deviations.withUnsafeMutableBufferPointer { deviations in
      derivatives.withUnsafeMutableBufferPointer { problem.deviations(point, deviations, $0) }
    }
  }

  /// The objective at another point.
  private mutating func objective(at point: [Double]) -> Double {
    trial.withUnsafeMutableBufferPointer { problem.deviations(point, $0, nil) }
    return problem.objective(of: trial)
  }

  /// Tries ever smaller steps until one makes the objective smaller; false where none does.
  private mutating func advance(_ local: LocalProblem) -> Bool {
    while steps < stepLimit {
      steps += 1
      let step = local.step(within: radius)
      let next = moved(by: step)
      let taken = zip(next, point).map { $0 - $1 }
      let length = plainNorm(zip(taken, scales).map { $0 * $1 })
      guard length > 1e-16 * plainNorm(zip(point, scales).map { $0 * $1 }), length > 0 else { return false }
      let expected = local.reduction(by: taken) * (problem.huberThreshold == nil ? 1 : 0.5)
      let found = objective(at: next)
      let ratio = found.isFinite && expected > 0 ? (objective - found) / expected : -1
      if ratio < 0.25 { radius = 0.25 * min(radius, length) }
      if ratio > 0.75 { radius = max(radius, 2 * length) }
      guard ratio > 1e-4 else { continue }
      let before = (point, deviations, derivatives)
      point = next
      evaluate()
      guard derivatives.allSatisfy(\.isFinite) else {
        (point, deviations, derivatives) = before
        radius = min(radius, 0.25 * length)
        continue
      }
      objective = found
      return true
    }
    return true
  }

  private func moved(by step: [Double]) -> [Double] {
    point.indices.map { index in
      let bounds = problem.bounds[index]
      return min(max(point[index] + step[index], bounds.lowerBound), bounds.upperBound)
    }
  }

  /// The objective is flat near its minimum, so the last digits come from the slope: full steps while they shrink.
  private mutating func polish() -> LeastSquaresMinimum.Verdict {
    var last = Double.infinity
    for _ in 0..<20 {
      let local = LocalProblem(self, scales: &scales)
      let next = moved(by: local.step(within: .infinity))
      let length = plainNorm(point.indices.map { (next[$0] - point[$0]) * scales[$0] })
      guard length < 0.9 * last, length > 0 else { break }
      let found = objective(at: next)
      guard found <= objective * (1 + 1e-9) || found <= 1e-28 else { break }
      let before = (point, deviations, derivatives)
      point = next
      evaluate()
      guard derivatives.allSatisfy(\.isFinite) else {
        (point, deviations, derivatives) = before
        break
      }
      objective = found
      last = length
    }
    return .converged
  }
}
