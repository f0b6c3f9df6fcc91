/// A point that solves an equation: the point itself, or some around it that are as near as doubles are.
struct Solution {
  let points: [[NodeID: Rational]]
  let isExact: Bool

  init(exactly point: [NodeID: Rational]) {
    (points, isExact) = ([point], true)
  }

  init(near points: [[NodeID: Rational]]) {
    (self.points, isExact) = (points, false)
  }
}

/// Another equation at a solution of the first.
enum SolutionSight {
  case solved
  /// It is not solved; nil is a side without a value.
  case unsolved(left: Double?, right: Double?)
  case unclear
}

extension Solution {
  /// Whether two other formulas are equal where the equation is solved.
  func sight(of sides: (NodeID, NodeID), in algebra: Algebra) -> SolutionSight {
    let order = EvaluationOrder(of: [sides.0, sides.1], in: algebra)
    let evaluators = points.map { BallEvaluator<DoubleDouble>(algebra: algebra, order, at: $0) }
    let readings = evaluators.map { ($0[sides.0], $0[sides.1]) }
    guard let first = readings.first else { return .unclear }
    if readings.allSatisfy({ $0.0 == .undefined || $0.1 == .undefined }) {
      return .unsolved(left: first.0.ball?.value.high, right: first.1.ball?.value.high)
    }
    let balls = readings.compactMap { pair in
      pair.0.ball.flatMap { left in pair.1.ball.map { (left: left, right: $0) } }
    }
    guard let ball = balls.first, balls.count == readings.count else { return .unclear }
    let distances = balls.map { $0.left - $0.right }
    let size = max(1, ball.left.value.high.magnitude, ball.right.value.high.magnitude)
    if isAwayFromZero(distances, size) {
      return .unsolved(left: ball.left.value.high, right: ball.right.value.high)
    }
    // Beside a pole values change from point to point, and their distance tells nothing.
    let isSteady = balls.allSatisfy { ($0.left - ball.left).upperMagnitude <= 1e-3 * size }
    let isNear = distances.allSatisfy { $0.upperMagnitude <= (isExact ? 1e-20 : 1e-3) * size }
    return isSteady && isNear ? .solved : .unclear
  }

  /// Whether what is seen does not come from the distance to the solution: there it would change from point to point.
  private func isAwayFromZero(_ distances: [Ball<DoubleDouble>], _ size: Double) -> Bool {
    let numbers = distances.map(\.value.high)
    guard let least = numbers.map(\.magnitude).min(), let low = numbers.min(), let high = numbers.max(),
      distances.allSatisfy({ $0.lowerMagnitude > 0 })
    else { return false }
    return isExact ? least > 1e-12 * size : high - low <= 1e-3 * least && (low < 0) == (high < 0)
  }
}
