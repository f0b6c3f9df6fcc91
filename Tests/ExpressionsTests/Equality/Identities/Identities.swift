/// Steps that hold, by field; those that exact algebra does not prove are marked.
enum Identities {
  static let all =
    algebra + transcendental + networks + derivatives + normalisation + leastSquares + powerLaws
}
