/// The mean of numbers that count as much as their weights say: Σ w x / Σ w, in the numbers' unit.
///
/// - Parameters:
///   - entries: The numbers.
///   - weights: One for each, none negative, not all 0.
public func weightedMean(_ entries: [Double], weights: [Double]) throws -> Double {
  guard entries.count == weights.count else {
    throw ShapeError(
      "weighted mean", [entries.count], [weights.count], "each number needs one weight")
  }
  try requireFinite(entries, atLeast: 1, in: "weighted mean")
  try requireFinite(weights, atLeast: 1, in: "weights of a mean")
  let largest = weights.max() ?? 0
  guard let lowest = weights.min(), lowest >= 0, largest > 0 else {
    throw StatisticsError.parameter(
      operation: "weighted mean", name: "a weight", found: "\(weights.min() ?? 0)",
      allowed: "none below 0, and one above it,")
  }
  // Shares of the largest, so that no sum of weights overflows.
  let shares = weights.map { $0 / largest }
  let total = compensatedSum(shares)
  let sum = dot(entries, shares)
  return sum.isFinite ? sum / total : compensatedSum(zip(entries, shares).map { $0 / total * $1 })
}
