/// The rising sequence that is nearest to some numbers in weighted squares.
///
/// Neighbours that fall are pooled to their mean until none do (Ayer et al. 1955; pool adjacent violators): the exact
/// minimum, in linear time. Flat stretches are allowed.
///
/// ```swift
/// print(isotonicFit([1, 3, 2, 4]))  // [1.0, 2.5, 2.5, 4.0]
/// ```
/// - Parameters:
///   - values: In the order in which they should rise; finite.
///   - weights: How much each counts, above 0; all alike unless given.
/// - Precondition: There is a weight for each value, if there are any.
public func isotonicFit(_ values: [Double], weights: [Double]? = nil) -> [Double] {
  precondition(weights.map { $0.count == values.count } ?? true, "a weight for each value")
  var pools: [Pool] = []
  for (index, value) in values.enumerated() {
    var pool = Pool(mean: value, weight: weights?[index] ?? 1, count: 1)
    while let last = pools.last, last.mean >= pool.mean {
      pools.removeLast()
      pool = last.joined(pool)
    }
    pools.append(pool)
  }
  return pools.flatMap { Array(repeating: $0.mean, count: $0.count) }
}

private struct Pool {
  let mean: Double
  let weight: Double
  let count: Int

  /// The two as one.
  ///
  /// The mean is moved by a share of the difference, which cannot overflow where the sum would.
  func joined(_ other: Pool) -> Pool {
    let total = weight + other.weight
    return Pool(
      mean: mean + (other.mean - mean) * (other.weight / total), weight: total, count: count + other.count)
  }
}
