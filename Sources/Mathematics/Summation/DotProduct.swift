/// The sum of the products of entries at the same place, as if computed in twice the precision.
///
/// Each product's rounding error is recovered by a fused multiply-add and each addition's by TwoSum
/// (Ogita, Rump and Oishi 2005, "Accurate sum and dot product", Dot2). Entries beyond the shorter array are ignored.
@inlinable
public func dot<Scalar: RealScalar>(_ left: [Scalar], _ right: [Scalar]) -> Scalar {
  var sum = Scalar(0)
  var error = Scalar(0)
  for index in 0..<min(left.count, right.count) {
    let product = left[index] * right[index]
    let lost = (-product).addingProduct(left[index], right[index])
    let next = sum + product
    let added = next - sum
    error = error + (lost + ((sum - (next - added)) + (product - added)))
    sum = next
  }
  return (sum + error).isFinite ? sum + error : sum
}
