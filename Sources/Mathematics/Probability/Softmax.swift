/// Turns scores into probabilities that add up to 1; empty for none.
///
/// p_k = exp((x_k − max x) / T) / Σ_j exp((x_j − max x) / T). Subtracting the largest score changes no
/// probability and keeps every exponent at or below 0, so that nothing overflows. A score of −∞ gets probability 0.
/// A `temperature` above 1 evens the probabilities out; it must be above 0.
@inlinable
public func softmax<Scalar: RealScalar>(_ scores: [Scalar], temperature: Double = 1) -> [Scalar] {
  guard let top = argmax(scores) else { return scores }
  let largest = Scalar(scores[top].primal)
  let divisor = Scalar(temperature)
  let weights = scores.map { Scalar.exp(($0 - largest) / divisor) }
  let total = compensatedSum(weights)
  return weights.map { $0 / total }
}

/// The logarithm of the sum of the exponentials: log Σ exp x_j; −∞ for none.
///
/// m + log1p(Σ' exp(x_j − m)) where m is the largest entry and Σ' leaves it out: exact in the limit of one
/// dominant entry, and free of overflow (Blanchard, Higham and Higham 2021).
@inlinable
public func logSumExp<Scalar: RealScalar>(_ entries: [Scalar]) -> Scalar {
  guard let top = argmax(entries) else { return Scalar(-.infinity) }
  let largest = entries[top]
  guard largest.primal.isFinite else { return largest }
  var others = entries
  others.remove(at: top)
  return largest + Scalar.logOnePlus(compensatedSum(others.map { Scalar.exp($0 - largest) }))
}
