/// The Euclidean length of a vector; 0 for none.
///
/// The entries are divided by a power of two near the largest first, so that no square overflows or vanishes
/// (the idea of LAPACK's dnrm2).
@inlinable
public func norm<Scalar: RealScalar>(_ entries: [Scalar]) -> Scalar {
  var largest = 0.0
  for entry in entries {
    let magnitude = entry.primal.magnitude
    if magnitude.isNaN { return Scalar(.nan) }
    largest = max(largest, magnitude)
  }
  guard largest.isFinite else { return Scalar(largest) }
  guard largest > 0 else { return Scalar.sqrt(dot(entries, entries)) + normAtZero(entries) }
  let scale = Scalar(Double(sign: .plus, exponent: largest.exponent, significand: 1))
  let scaled = entries.map { $0 / scale }
  return scale * Scalar.sqrt(dot(scaled, scaled))
}

/// At 0 the length has a kink: the derivative is NaN unless the entries are constant.
@inlinable
func normAtZero<Scalar: RealScalar>(_ entries: [Scalar]) -> Scalar {
  entries.reduce(Scalar(0)) { $0 + Scalar.abs($1) }
}
