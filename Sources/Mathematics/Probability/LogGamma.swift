/// The logarithm of the gamma function for a number above 0; NaN for any other.
///
/// Stirling's series with the terms up to x⁻¹³, after the recurrence Γ(x) = Γ(x + 1) / x has led to numbers of at least
/// 10, where the first term left out is below 10⁻¹⁵ (Abramowitz and Stegun 1964, 6.1.15 and 6.1.41).
public func logGamma(_ x: Double) -> Double {
  guard x > 0 else { return .nan }
  guard x < .infinity else { return .infinity }
  var (shifted, product) = (x, 1.0)
  while shifted < 10 {
    product *= shifted
    shifted += 1
  }
  let square = 1 / (shifted * shifted)
  let coefficients = [1.0 / 156, -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12]
  let series = coefficients.reduce(0) { $0 * square + $1 } / shifted
  return (shifted - 0.5) * Double.log(shifted) - shifted + Double.log(2 * .pi) / 2 + series
    - Double.log(product)
}

/// The gamma function for a number above 0; infinite beyond 171.6, NaN where a number is not above 0.
public func gamma(_ x: Double) -> Double { Double.exp(logGamma(x)) }
