/// y = a x^(−k) through some points: the straight line of least squares through their logarithms.
///
/// ```swift
/// let law = try PowerLaw(x: [1, 10, 100, 1000], y: [8, 4.1, 1.9, 1])
/// print(law.exponent)  // about 0.30
/// ```
public struct PowerLaw: Hashable, Sendable {
  /// The factor a, the value at x = 1.
  public let coefficient: Double
  /// The exponent k, above 0 where y falls.
  public let exponent: Double
  /// The line through log y against log x less `centre`.
  public let line: LinearFit
  /// The mean of log x.
  public let centre: Double

  /// Fits a law.
  ///
  /// - Throws: ``LeastSquaresError`` for fewer than two points, numbers without a logarithm, and points at one x.
  public init(x: [Double], y: [Double]) throws {
    guard x.count >= 2 else { throw LeastSquaresError.tooFewPoints(points: x.count, coefficients: 2) }
    for (place, pair) in zip(x, y).enumerated() where !(pair.0 > 0 && pair.1 > 0) {
      throw LeastSquaresError.notPositive(at: place)
    }
    let (logX, logY) = (x.map(Double.log), y.map(Double.log))
    let centre = mean(logX)
    // About the mean the two coefficients are independent, however far the points are from x = 1.
    line = try linearLeastSquares(logX.map { [1, $0 - centre] }, logY)
    self.centre = centre
    exponent = -line.coefficients[1]
    coefficient = Double.exp(line.coefficients[0] - line.coefficients[1] * centre)
  }

  /// The standard error of the exponent; NaN for two points.
  public var exponentError: Double { line.standardErrors[1] }

  /// The standard error of the logarithm of the factor; NaN for two points.
  public var logCoefficientError: Double { meanError(at: 1) }

  /// What the law says at an x.
  public func callAsFunction(_ x: Double) -> Double { Double.exp(logValue(at: x)) }

  /// Where a further point at an x falls with a probability, if points scatter about the law as the given ones do.
  ///
  /// Draper and Smith 1998, "Applied regression analysis", section 1.4: the line's own error and the scatter of a single
  /// point, with Student's t for the degrees of freedom. NaN for two points.
  public func predictionInterval(at x: Double, probability: Double) -> (lower: Double, upper: Double) {
    let scatter = line.residualStandardDeviation
    let error = meanError(at: x)
    let half = reach(probability) * (error * error + scatter * scatter).squareRoot()
    return (Double.exp(logValue(at: x) - half), Double.exp(logValue(at: x) + half))
  }

  /// The half width of an interval of a confidence, in standard errors; NaN for two points.
  public func reach(_ confidence: Double) -> Double {
    StudentT(degreesOfFreedom: Double(line.degreesOfFreedom))?.quantile((1 + confidence) / 2) ?? .nan
  }

  private func logValue(at x: Double) -> Double {
    line.coefficients[0] + line.coefficients[1] * (Double.log(x) - centre)
  }

  private func meanError(at x: Double) -> Double {
    let slope = (Double.log(x) - centre) * line.standardErrors[1]
    return (line.standardErrors[0] * line.standardErrors[0] + slope * slope).squareRoot()
  }
}
