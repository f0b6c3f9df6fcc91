/// The logarithm of the gamma function for a number above 0; NaN for any other.
///
/// Stirling's series, after the recurrence Γ(x) = Γ(x + 1) / x has led to numbers of at least 10 (Abramowitz and Stegun
/// 1964, 6.1.15 and 6.1.41).
public func logGamma(_ x: Double) -> Double {
  guard x > 0 else { return .nan }
  guard x < .infinity else { return .infinity }
  var (shifted, product) = (x, 1.0)
  while shifted < 10 {
    product *= shifted
    shifted += 1
  }
  return (shifted - 0.5) * Double.log(shifted) - shifted + Double.log(2 * .pi) / 2
    + stirlingRemainder(shifted) - Double.log(product)
}

/// ln Γ(x) − ln Γ(x + a) for numbers above 0, without the digits that the difference of large logarithms would lose.
func logGammaDifference(_ x: Double, _ a: Double) -> Double {
  guard x >= 10 else { return logGamma(x) - logGamma(x + a) }
  return -a * Double.log(x) - (x + a - 0.5) * Double.logOnePlus(a / x) + a
    + stirlingRemainder(x) - stirlingRemainder(x + a)
}

/// What Stirling's formula lacks, by the terms up to x⁻¹³: from 10 on the first one left out is below 10⁻¹⁶.
private func stirlingRemainder(_ x: Double) -> Double {
  let coefficients = [1.0 / 156, -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12]
  let square = 1 / (x * x)
  return coefficients.reduce(0) { $0 * square + $1 } / x
}
