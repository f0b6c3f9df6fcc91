import Glibc

/// The share of a standard normal distribution below a number, without cancellation in the lower tail.
public func normalDistribution(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

/// The number below which a share of a standard normal distribution lies: ±infinity at 1 and 0, NaN outside.
///
/// By bisection, to the last bits that ``normalDistribution(_:)`` tells apart.
public func normalQuantile(_ probability: Double) -> Double {
  guard probability >= 0 && probability <= 1 else { return .nan }
  if probability == 0 { return -.infinity }
  if probability == 1 { return .infinity }
  // The tail that is known more finely.
  if probability > 0.5 { return -normalQuantile(1 - probability) }
  var (low, high) = (-40.0, 0.0)
  while true {
    let middle = low + (high - low) / 2
    guard middle > low && middle < high else { return middle }
    if normalDistribution(middle) < probability { low = middle } else { high = middle }
  }
}
