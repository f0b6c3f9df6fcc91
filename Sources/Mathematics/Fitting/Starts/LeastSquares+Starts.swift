/// Searches from many starts and keeps the best.
///
/// Each core has a problem of its own, so that a problem may keep memory for its work; results do not depend on the
/// number of cores. The best start is searched from once more for the full result.
///
/// - Parameters:
///   - starts: A start each; see ``startGrid(_:limit:)``.
///   - cores: How many threads to use.
///   - tolerance: How near to the best objective a start must come to be counted as reaching it, relative to it.
///   - problem: Makes the problem; called once for each core and once more, alike each time.
/// - Throws: ``LeastSquaresError/noStarts`` if there is none.
/// - Precondition: Each start has an entry for each coefficient.
/// - Returns: The best result and what came of the starts; nil for the survey where no start has a finite objective, and
///   then the result is that of the first start.
public func leastSquares(
  from starts: [[Double]], options: FitOptions = FitOptions(), cores: Int = 1, tolerance: Double = 1e-8,
  problem: @escaping @Sendable () -> FitProblem
) throws -> (best: FitResult, survey: StartSurvey?) {
  guard let first = starts.first else { throw LeastSquaresError.noStarts }
  let outcomes = SharedResults(repeating: StartOutcome(), count: starts.count)
  forEachIndex(count: starts.count, cores: cores) {
    let search = FitSearch(problem(), options: options)
    return { number in outcomes.set(search.outcome(from: starts[number]), at: number) }
  }
  let survey = StartSurvey(outcomes.elements, tolerance: tolerance)
  let best = leastSquares(problem(), from: survey.map { starts[$0.bestStart] } ?? first, options: options)
  return (best, survey)
}

extension FitSearch {
  /// Searches from a start and keeps no more than the outcome.
  func outcome(from start: [Double]) -> StartOutcome {
    precondition(start.count == problem.coefficients, "a start for each coefficient")
    startingValue = .nan
    let verdict = run(from: start)
    let factor = problem.loss == .squares ? 2.0 : 1
    guard startingValue.isFinite else { return StartOutcome() }
    return StartOutcome(
      startingObjective: factor * startingValue, objective: factor * value, isSuccess: verdict.isSuccess)
  }
}

/// Searches for the minimum of a smooth function from many starts and keeps the best.
///
/// As for least squares, each core has an objective of its own.
/// - Parameters:
///   - starts: A start each; see ``startGrid(_:limit:)``.
///   - cores: How many threads to use.
///   - tolerance: How near to the best value a start must come to be counted as reaching it, relative to it.
///   - search: Makes a search and its objective; called once for each core and once more, alike each time.
/// - Throws: ``LeastSquaresError/noStarts`` if there is none.
/// - Precondition: Each start has the search's dimension.
/// - Returns: The best minimum and what came of the starts; nil for the survey where no start has a finite value, and
///   then the minimum is what the first start led to.
public func minimum(
  from starts: [[Double]], cores: Int = 1, tolerance: Double = 1e-8,
  search: @escaping @Sendable () -> (QuasiNewtonSearch, QuasiNewtonSearch.Objective)
) throws -> (best: Minimum, survey: StartSurvey?) {
  guard let first = starts.first else { throw LeastSquaresError.noStarts }
  let outcomes = SharedResults(repeating: StartOutcome(), count: starts.count)
  forEachIndex(count: starts.count, cores: cores) {
    let (search, objective) = search()
    return { number in
      let minimum = search.minimum(from: starts[number], of: objective)
      outcomes.set(StartOutcome(objective: minimum.value, isSuccess: minimum.verdict.isSuccess), at: number)
    }
  }
  let survey = StartSurvey(outcomes.elements, tolerance: tolerance)
  let (search, objective) = search()
  return (search.minimum(from: survey.map { starts[$0.bestStart] } ?? first, of: objective), survey)
}
