/// The mean of entries; NaN for none.
///
/// The sum is compensated; where it overflows although the mean does not, the entries are divided first.
@inlinable
public func mean<Scalar: RealScalar>(_ entries: [Scalar]) -> Scalar {
  guard !entries.isEmpty else { return Scalar(.nan) }
  let count = Scalar(Double(entries.count))
  let sum = compensatedSum(entries)
  if sum.isFinite { return sum / count }
  return compensatedSum(entries.map { $0 / count })
}

/// The variance of a sample (divided by n − 1), in the square of the entries' unit; NaN for fewer than two entries.
///
/// Two passes with a correction for the mean's own rounding (Chan, Golub and LeVeque 1983): nothing cancels
/// when the entries are large and close together.
@inlinable
public func variance<Scalar: RealScalar>(_ entries: [Scalar]) -> Scalar {
  guard entries.count > 1 else { return Scalar(.nan) }
  let centre = mean(entries)
  let deviations = entries.map { $0 - centre }
  let rest = compensatedSum(deviations)
  let squares = dot(deviations, deviations) - rest * rest / Scalar(Double(entries.count))
  return squares / Scalar(Double(entries.count - 1))
}

/// The standard deviation of a sample (n − 1), in the entries' unit; NaN for fewer than two entries.
///
/// Taken from the scaled norm of the deviations, so that no square overflows where the deviation itself does not.
@inlinable
public func standardDeviation<Scalar: RealScalar>(_ entries: [Scalar]) -> Scalar {
  guard entries.count > 1 else { return Scalar(.nan) }
  let centre = mean(entries)
  return norm(entries.map { $0 - centre }) / Scalar(Double(entries.count - 1).squareRoot())
}
