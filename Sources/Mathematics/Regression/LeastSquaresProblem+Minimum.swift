extension LeastSquaresProblem {
  /// More steps than any problem with a minimum takes.
  public static let mostSteps = 2_000

  /// Searches for the minimum from a start; coefficients out of bounds start on them.
  ///
  /// The start has one number for each of the bounds. Where `isLinear`, the deviations are taken to be linear in the
  /// coefficients and are solved for directly, unless there are bounds or a Huber loss.
  public func minimum(
    from start: [Double], isLinear: Bool = false, stepLimit: Int = mostSteps
  ) -> LeastSquaresMinimum {
    var search = LeastSquaresSearch(self, from: start, stepLimit: stepLimit)
    let isBounded = bounds.contains { $0.lowerBound.isFinite || $0.upperBound.isFinite }
    let isDirect = isLinear && huberThreshold == nil && !isBounded
    let verdict = isDirect ? search.runDirectly() : search.run()
    var minimum = LeastSquaresMinimum(
      point: search.point, objective: search.objective, verdict: verdict, steps: search.steps,
      deviations: search.deviations, undetermined: [], bounded: [])
    guard verdict != .impossibleStart else { return minimum }
    var scales = Array(repeating: 0.0, count: start.count)
    let local = LocalProblem(search, scales: &scales)
    minimum.inverseCurvature = local.inverseCurvature
    minimum.undetermined = local.undetermined
    minimum.bounded = local.bounded
    return minimum
  }
}
