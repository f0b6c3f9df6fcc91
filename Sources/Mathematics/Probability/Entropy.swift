/// The entropy of a distribution in nats: −Σ p log p, where 0 log 0 counts as 0.
///
/// The probabilities are taken as they are; a negative one gives NaN.
@inlinable
public func entropy<Scalar: RealScalar>(_ probabilities: [Scalar]) -> Scalar {
  let terms = probabilities.map { probability in
    // Like the square root, −p log p is 0 at 0 and has an infinite slope there.
    probability.primal == 0 ? Scalar.sqrt(probability) : -probability * Scalar.log(probability)
  }
  return compensatedSum(terms)
}
