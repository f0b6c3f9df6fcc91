/// Coefficients that were searched for, how well they are known, and why the search ended.
public struct FitResult: Hashable, Sendable {
  /// The coefficients where the search ended.
  public let coefficients: [Double]
  /// The standard error of each coefficient; NaN where there is none: see ``covariance``.
  public let standardErrors: [Double]
  /// The covariance of the coefficients, row by row.
  ///
  /// For squares it is s² (JᵀJ)⁻¹, with s the residual standard deviation and J the derivatives of the residuals. For
  /// Huber's loss it is K² [Σψ² / (n − p)] / (mean ψ′)² (JᵀJ)⁻¹ with K = 1 + (p / n) var ψ′ / (mean ψ′)² and ψ the slope
  /// of the loss (Huber 1981, "Robust statistics", section 7.6). It is NaN throughout where the data do not determine
  /// the coefficients or leave no degrees of freedom, and in the rows and columns of coefficients that a bound holds.
  public let covariance: [Double]
  /// The residuals at the coefficients.
  public let residuals: [Double]
  /// The sum of the losses of the residuals.
  public let objective: Double
  /// The sum of the squares of the residuals, whatever the loss.
  public let residualSumOfSquares: Double
  /// The root of the residual sum of squares over the degrees of freedom.
  public let residualStandardDeviation: Double
  /// How many more points than free coefficients there are.
  public let degreesOfFreedom: Int
  /// The coefficients, counted from 0, that lie on a bound which holds them back.
  public let heldByBounds: [Int]
  /// Why the search ended.
  public let verdict: FitVerdict
  /// How many steps were taken or tried.
  public let iterations: Int
  /// How often the residuals were computed.
  public let evaluations: Int
}
