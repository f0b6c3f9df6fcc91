/// The mean distance of random points on a torus to the nearest other, in units of n^(−1/d), for n without bound.
///
/// Γ(1 + 1/d) / V^(1/d), where V = π^(d/2) / Γ(d/2 + 1) is the volume of the ball of radius 1: a ball of radius r is
/// empty with the probability exp(−n V r^d), the mean of which over all r is that (Hertz 1909).
public func nearestDistanceConstant(dimension: Int) -> Double {
  let d = Double(dimension)
  return Double.exp(logGamma(1 + 1 / d) + logGamma(d / 2 + 1) / d) / Double.pi.squareRoot()
}

/// The mean distance of n random points on a torus of side 1 to the nearest other.
///
/// A ball of radius r is empty of the n − 1 others with the probability (1 − V r^d)^(n − 1), the mean of which over r is
/// V^(−1/d) Γ(1 + 1/d) Γ(n) / Γ(n + 1/d); exact as far as balls that meet themselves around the torus play no part.
public func expectedNearestDistance(of count: Int, dimension: Int) -> Double {
  let (n, d) = (Double(count), Double(dimension))
  return nearestDistanceConstant(dimension: dimension) * Double.exp(logGammaDifference(n, 1 / d))
}
