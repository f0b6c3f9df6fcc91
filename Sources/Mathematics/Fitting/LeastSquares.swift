/// Searches for the coefficients that make residuals small, from a start.
///
/// Levenberg and Marquardt's method in a trust region (Moré 1978), with full steps at the end while they shrink, so
/// that the last digits are right. Residuals past the threshold of Huber's loss are first given the curvature of a
/// parabola above it and, near the end, none. Bounds are kept by leaving out coefficients that they hold and moving
/// steps back onto them (Kanzow, Yamashita and Fukushima 2004). A trial without a finite value shortens the step.
///
/// See ``FitProblem`` for an example. Coefficients that start outside of their bounds are first moved within. The
/// verdict says whether the search succeeded: nothing is thrown.
/// - Precondition: The start has an entry for each coefficient.
public func leastSquares(
  _ problem: FitProblem, from start: [Double], options: FitOptions = FitOptions()
) -> FitResult {
  precondition(start.count == problem.coefficients, "a start for each coefficient")
  let search = FitSearch(problem, options: options)
  let verdict = search.run(from: start)
  switch verdict {
  case .tooFewPoints, .notFiniteAtStart: return search.emptyResult(verdict, start: start)
  default: return search.result(verdict)
  }
}
