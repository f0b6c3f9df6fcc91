/// Residuals that depend on coefficients, and what is to be made small of them.
///
/// The residuals and their derivatives come from a closure that writes into memory it is given; where the derivatives
/// come from is its own business. Nothing is allocated between one call and the next.
///
/// ```swift
/// let (x, y) = ([1.0, 2, 3, 5, 7, 10], [109.0, 149, 149, 191, 213, 224])
/// let problem = FitProblem(points: 6, coefficients: 2) { b, residuals, derivatives in
///   for i in 0..<6 {
///     let decay = Double.exp(-b[1] * x[i])
///     residuals[i] = b[0] * (1 - decay) - y[i]
///     derivatives?[i] = 1 - decay
///     derivatives?[6 + i] = b[0] * x[i] * decay
///   }
/// }
/// let fit = leastSquares(problem, from: [100, 0.75])
/// print(fit.coefficients)  // 213.80940889 and 0.54723748542
/// ```
public struct FitProblem {
  /// Writes the residuals at some coefficients and, where there is memory for them, their derivatives.
  ///
  /// Derivatives lie column after column: that of residual i by coefficient j is at j · points + i. A residual that has
  /// no value there is NaN or infinite: the search stays away from such places.
  public typealias Residuals = (
    _ coefficients: UnsafePointer<Double>, _ residuals: UnsafeMutablePointer<Double>,
    _ derivatives: UnsafeMutablePointer<Double>?
  ) -> Void

  /// How many residuals there are.
  public let points: Int
  /// How many coefficients there are.
  public let coefficients: Int
  /// Where each coefficient must stay; anywhere unless given.
  public let bounds: [ClosedRange<Double>]?
  /// How much a residual counts.
  public let loss: FitLoss
  let evaluate: Residuals

  /// Describes a problem.
  ///
  /// - Precondition: Counts are not negative, the threshold of Huber's loss is above 0, and there is a bound for each
  ///   coefficient if there are any.
  public init(
    points: Int, coefficients: Int, bounds: [ClosedRange<Double>]? = nil, loss: FitLoss = .squares,
    residuals: @escaping Residuals
  ) {
    precondition(points >= 0 && coefficients >= 0, "counts are not negative")
    precondition(bounds.map { $0.count == coefficients } ?? true, "a bound for each coefficient")
    if case .huber(let delta) = loss { precondition(delta > 0, "the threshold of Huber's loss is above 0") }
    self.points = points
    self.coefficients = coefficients
    self.bounds = bounds
    self.loss = loss
    evaluate = residuals
  }
}
