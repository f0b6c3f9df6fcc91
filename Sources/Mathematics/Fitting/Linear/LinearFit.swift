/// Coefficients that are linear in a model, fitted by least squares.
public struct LinearFit: Hashable, Sendable {
  /// One coefficient for each column of the design.
  public let coefficients: [Double]
  /// The standard error of each coefficient; NaN where there are no more points than coefficients.
  public let standardErrors: [Double]
  /// The covariance of the coefficients, row by row.
  public let covariance: [Double]
  /// The deviations y − X b, weighted by the roots of the weights where there are any.
  public let residuals: [Double]
  /// The sum of the squares of the residuals.
  public let residualSumOfSquares: Double
  /// The root of the residual sum of squares over the degrees of freedom.
  public let residualStandardDeviation: Double
  /// How many more points than coefficients there are.
  public let degreesOfFreedom: Int
}
