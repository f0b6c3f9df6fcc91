/// What came of many starts.
public struct StartSurvey: Hashable, Sendable {
  /// The start that led to the best objective: the first of those equal to it but for rounding.
  public let bestStart: Int
  /// How many starts reached the best objective, to within the tolerance.
  public let reached: Int
  /// How many starts ended with a success, at whatever objective.
  public let succeeded: Int
  /// The objective that each start led to; NaN or infinite where there was none.
  public let objectives: [Double]

  /// Chooses the best of the outcomes; nil if none is finite.
  ///
  /// An objective counts as reached within the tolerance, or within `floor` where the best is next to nothing. Of those
  /// equal but for rounding, a success goes before a failure.
  init?(_ outcomes: [StartOutcome], tolerance: Double) {
    let finite = outcomes.filter(\.objective.isFinite)
    guard let least = finite.map(\.objective).min() else { return nil }
    // A perfect fit leaves only rounding, which is no reason to prefer one of its finders.
    let floor = 1e-28 * (finite.map(\.startingObjective).filter(\.isFinite).max() ?? 0)
    let reaches = { (outcome: StartOutcome, tolerance: Double) in
      outcome.objective <= least + max(tolerance * least.magnitude, floor)
    }
    let equals = outcomes.indices.filter { reaches(outcomes[$0], 1e-12) }
    guard let first = equals.first(where: { outcomes[$0].isSuccess }) ?? equals.first else { return nil }
    bestStart = first
    reached = outcomes.count { reaches($0, tolerance) }
    succeeded = outcomes.count(where: \.isSuccess)
    objectives = outcomes.map(\.objective)
  }
}

/// What came of one start.
struct StartOutcome {
  var startingObjective = Double.nan
  var objective = Double.nan
  var isSuccess = false
}
