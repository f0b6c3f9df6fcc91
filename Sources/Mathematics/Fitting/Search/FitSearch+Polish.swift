extension FitSearch {
  /// The objective is flat near its minimum, so the last digits come from the slope: full steps while they shrink.
  ///
  /// Gives the length of the shortest step that was called for, taken or not, as a part of the coefficients' length;
  /// infinite if there was none.
  func polish() -> Double {
    var shortest = Double.infinity
    var recent = (Double.infinity, Double.infinity)
    for _ in 0..<100 where value > 0 {
      local.adaptCurvature(0)
      local.describe(self)
      guard local.factors.rank(tolerance: 1e-15) == local.factors.count else { break }
      region.solveUndamped(local.factors, slope: local.looseSlope)
      _ = moveTrial()
      let length = local.length(ofTaken: taken) / max(local.length(of: point), .leastNonzeroMagnitude)
      // A step may be longer than the last for once: the steps of a slow fit swing.
      guard length < 0.9 * max(recent.0, recent.1) else { break }
      shortest = min(shortest, length)
      guard length > 1e-17 else { break }
      let found = evaluateTrial()
      guard found <= value * (1 + 1e-9), acceptTrial(found, 0) else { break }
      recent = (recent.1, length)
    }
    return shortest
  }

  /// How the search ended, in the light of where it is.
  func verdict(after end: End, lastStep: Double, start: [Double]) -> FitVerdict {
    local.forgetScales()
    local.describe(self)
    let tolerance = Double(problem.points) * Double.ulpOfOne
    let rank = local.factors.rank(tolerance: tolerance)
    let runaways = start.indices.filter { point[$0].magnitude > 1e8 * max(1, start[$0].magnitude) }
    if rank < local.factors.count {
      if !runaways.isEmpty { return .diverged(runaways) }
      let coefficients = (0..<problem.coefficients).filter { !local.held.contains($0) }
      return .undetermined(local.factors.dependentColumns(rank: rank).map { coefficients[$0] })
    }
    if value == 0 || lastStep <= 1e-9 || local.slopeCosine <= 1e-9 { return .converged }
    if !runaways.isEmpty { return .diverged(runaways) }
    if end == .iterationLimit { return .iterationLimit }
    return local.slopeCosine <= 1e-5 ? .limitOfArithmetic : .stuck
  }
}
