import Glibc

/// Student's t distribution, which the ratio of an estimate's error to its estimated standard error has.
public struct StudentT: Sendable, Hashable {
  /// The degrees of freedom, above 0.
  public let degreesOfFreedom: Double

  /// Makes a distribution; nil unless the degrees of freedom are finite and above 0.
  public init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The density at a number.
  public func density(_ t: Double) -> Double {
    let half = degreesOfFreedom / 2
    let kernel = exp(-(half + 0.5) * log1p(t * t / degreesOfFreedom))
    return gammaRatio(half) / (degreesOfFreedom * .pi).squareRoot() * kernel
  }

  /// The probability of a number at most t.
  public func cumulative(_ t: Double) -> Double {
    t < 0 ? upperTail(-t) : 1 - upperTail(t)
  }

  /// The probability of a number above t, which keeps its digits far out where `cumulative` is near 1.
  public func upperTail(_ t: Double) -> Double {
    if t.isNaN { return .nan }
    if t < 0 { return 1 - upperTail(-t) }
    if t.isInfinite { return 0 }
    // P(T > t) = I_x(ν/2, 1/2) / 2 with x = ν / (ν + t²) (Abramowitz and Stegun 1964, 26.7.1).
    let (a, square) = (degreesOfFreedom / 2, t * t)
    if square.isInfinite { return 0 }
    let x = degreesOfFreedom / (degreesOfFreedom + square)
    let y = square / (degreesOfFreedom + square)
    let front =
      gammaRatio(a) / Double.pi.squareRoot() * exp(-a * log1p(square / degreesOfFreedom)) * y.squareRoot()
    if x < (a + 1) / (a + 2.5) {
      return front / a * betaFraction(a, 0.5, x) / 2
    }
    return 0.5 - front / 0.5 * betaFraction(0.5, a, y) / 2
  }

  /// The number that is exceeded with probability 1 − p; NaN unless 0 ≤ p ≤ 1.
  public func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0.5 { return 0 }
    return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
  }

  /// The number that is exceeded with a probability, exact also where that is small; NaN unless from 0 to 1.
  ///
  /// Found by Newton's method on the logarithm of the tail, between two numbers that enclose it.
  public func upperQuantile(_ probability: Double) -> Double {
    guard probability < 0.5 else { return quantile(1 - probability) }
    guard probability > 0 else { return probability == 0 ? .infinity : .nan }
    var low = 0.0
    var high = 1.0
    while upperTail(high) > probability {
      low = high
      high *= 2
      if high.isInfinite { return .infinity }
    }
    var t = (low + high) / 2
    for _ in 0..<200 {
      let tail = upperTail(t)
      if tail > probability { low = t } else { high = t }
      var next = t + tail * log(tail / probability) / density(t)
      if !(next > low && next < high) { next = (low + high) / 2 }
      if (next - t).magnitude <= 1e-16 * t { return next }
      t = next
    }
    return t
  }
}

/// Γ(a + 1/2) / Γ(a).
private func gammaRatio(_ a: Double) -> Double {
  guard a < 20 else {
    // The asymptotic series; two logarithms of large gammas would cancel (Tricomi and Erdélyi 1951).
    let inverse = 1 / (a * a)
    let series = -1 / 8.0 + inverse * (1 / 192.0 + inverse * (-1 / 640.0 + inverse * 17 / 14336))
    return a.squareRoot() * exp(series / a)
  }
  return exp(lgamma(a + 0.5) - lgamma(a))
}

/// The continued fraction of the incomplete beta function, by Lentz's method (Numerical Recipes, section 6.4).
private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
  let tiny = 1e-300
  func kept(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / kept(1 - (a + b) * x / (a + 1))
  var fraction = d
  for step in 1...10_000 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / kept(1 + even * d)
    c = kept(1 + even / c)
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / kept(1 + odd * d)
    c = kept(1 + odd / c)
    let factor = d * c
    fraction *= factor
    if (factor - 1).magnitude < 1e-16 { break }
  }
  return fraction
}
