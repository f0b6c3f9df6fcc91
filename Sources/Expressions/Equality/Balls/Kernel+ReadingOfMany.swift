extension Kernel {
  /// The reading of a function of several numbers.
  func readingOfMany<Number>(_ arguments: [Ball<Number>]) -> Reading<Number> {
    switch self {
    case .max, .min: return extreme(arguments)
    case .argmax, .argmin: return place(arguments)
    case .norm:
      return arguments.dropFirst().reduce(arguments[0] * arguments[0]) { $0 + $1 * $1 }.squareRoot
    case .logsumexp, .softmax: return exponentials(arguments)
    case .atan2 where arguments.count == 2: return angle(y: arguments[0], x: arguments[1])
    default: return .unclear
    }
  }

  private func extreme<Number>(_ arguments: [Ball<Number>]) -> Reading<Number> {
    let signed = self == .max ? arguments : arguments.map { -$0 }
    let ordered = signed.sorted { ($0.value - $1.value).high > 0 }
    // What lies apart from the largest value counts no more; what overlaps with it may be the extreme itself.
    let near = ordered.filter { (ordered[0] - $0).lowerMagnitude == 0 }
    let largest = near.map(\.radius).max() ?? 0
    let best = Ball(ordered[0].value, radius: near.allSatisfy(\.isExact) ? 0 : largest)
    return .value(self == .max ? best : -best)
  }

  /// The subscript of the extreme, where no other comes near it but exact equals, of which the first counts.
  private func place<Number>(_ arguments: [Ball<Number>]) -> Reading<Number> {
    let signed = self == .argmax ? arguments : arguments.map { -$0 }
    var best = 0
    for index in signed.indices.dropFirst() where (signed[index].value - signed[best].value).high > 0 {
      best = index
    }
    for index in signed.indices where index != best {
      let difference = signed[best] - signed[index]
      guard difference.isPositive || (difference.isExactZero && index > best) else { return .unclear }
    }
    return .value(Ball(exactly: Double(best + 1)))
  }

  /// The logarithm of Σ e^a, or one of its shares, with the largest number taken off first.
  private func exponentials<Number>(_ arguments: [Ball<Number>]) -> Reading<Number> {
    guard let largest = arguments.max(by: { $0.value.high < $1.value.high }) else { return .undefined }
    let parts = arguments.map { ($0 - largest).exponential }
    if let obstacle = Reading.obstacle(in: parts) { return obstacle }
    let balls = parts.compactMap(\.ball)
    let total = balls.dropFirst().reduce(balls[0]) { $0 + $1 }
    if case .softmax(let index) = self {
      return index >= 1 && index <= balls.count ? Reading(balls[index - 1] / total) : .unclear
    }
    return total.logarithm.mapped { largest + $0 }
  }

  private func angle<Number>(y: Ball<Number>, x: Ball<Number>) -> Reading<Number> {
    let quarter = Ball<Number>(rounded: .halfPi, radius: 0)
    if x.isPositive { return Reading((y / x).arctangent) }
    if y.isPositive { return Reading(quarter - (x / y).arctangent) }
    if y.isNegative { return Reading(-quarter - (x / y).arctangent) }
    guard y.isExactZero else { return .unclear }
    return x.isNegative ? .value(quarter + quarter) : x.isExactZero ? .value(x) : .unclear
  }
}
