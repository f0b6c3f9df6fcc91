/// Adds entries with an error that does not grow with their number; 0 for none.
///
/// Knuth's TwoSum recovers each addition's rounding error, and the errors are added at the end
/// (Ogita, Rump and Oishi 2005, "Accurate sum and dot product", Sum2). Sums whose parts overflow are added again, scaled.
@inlinable
public func compensatedSum<Scalar: RealScalar>(_ entries: [Scalar]) -> Scalar {
  let sum = errorFreeSum(entries, scale: Scalar(1))
  if sum.isFinite { return sum }
  guard entries.allSatisfy(\.isFinite) else { return plainSum(entries) }
  let scale = 0x1p-64
  return errorFreeSum(entries, scale: Scalar(scale)) / Scalar(scale)
}

@inlinable
func errorFreeSum<Scalar: RealScalar>(_ entries: [Scalar], scale: Scalar) -> Scalar {
  var sum = Scalar(0)
  var error = Scalar(0)
  for entry in entries {
    let term = entry * scale
    let next = sum + term
    let added = next - sum
    error = error + ((sum - (next - added)) + (term - added))
    sum = next
  }
  return sum + error
}

/// The sum without compensation, which keeps infinities where the compensation would turn them into NaN.
@inlinable
func plainSum<Scalar: RealScalar>(_ entries: [Scalar]) -> Scalar {
  entries.reduce(Scalar(0)) { $0 + $1 }
}
