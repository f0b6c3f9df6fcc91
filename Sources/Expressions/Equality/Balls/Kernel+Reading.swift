extension Kernel {
  /// The function's reading at arguments that have values.
  func reading<Number>(of arguments: [Ball<Number>]) -> Reading<Number> {
    guard let first = arguments.first else { return .undefined }
    switch self {
    case .log: return first.logarithm
    case .log10, .log2:
      let base = Ball<Number>(exactly: self == .log2 ? 2 : 10)
      guard let scale = base.logarithm.ball else { return .unclear }
      return first.logarithm.mapped { $0 / scale }
    case .sin: return first.sineAndCosine.sine
    case .cos: return first.sineAndCosine.cosine
    case .tan:
      let (sine, cosine) = first.sineAndCosine
      guard let above = sine.ball, let below = cosine.ball, below.lowerMagnitude > 0 else { return .unclear }
      return Reading(above / below)
    case .asin: return first.arcsine
    case .acos: return first.arcsine.mapped { Ball(rounded: .halfPi, radius: 0) - $0 }
    case .atan: return Reading(first.arctangent)
    case .sinh, .cosh, .tanh: return hyperbolic(first)
    case .sigmoid: return Self.sigmoid(first)
    case .softplus:
      return first.exponential.mapped { $0 + Ball(exactly: 1) }.ball?.logarithm ?? .unclear
    case .abs: return .value(first.value.high < 0 ? -first : first)
    case .relu: return .value(Self.larger(first, Ball(exactly: 0)))
    case .sign, .floor, .ceil, .round: return stepped(first, arguments)
    default: return readingOfMany(arguments)
    }
  }

  private static func sigmoid<Number>(_ x: Ball<Number>) -> Reading<Number> {
    (-x).exponential.mapped { Ball(exactly: 1) / ($0 + Ball(exactly: 1)) }
  }

  private func hyperbolic<Number>(_ x: Ball<Number>) -> Reading<Number> {
    if self == .tanh {
      // 2σ(2x) − 1
      let two = Ball<Number>(exactly: 2)
      return Self.sigmoid(two * x).mapped { two * $0 - Ball(exactly: 1) }
    }
    return x.exponential.mapped { up in
      let down = Ball(exactly: 1) / up
      return (self == .cosh ? up + down : up - down) * Ball(exactly: 0.5)
    }
  }

  private static func larger<Number>(_ left: Ball<Number>, _ right: Ball<Number>) -> Ball<Number> {
    let best = (left.value - right.value).high >= 0 ? left : right
    // Where the two overlap, either may be the larger, and the errors of both count.
    let overlap = (left - right).lowerMagnitude == 0
    return overlap && !(left.isExact && right.isExact)
      ? Ball(best.value, radius: left.radius + right.radius + (left - right).upperMagnitude) : best
  }

  private func stepped<Number>(_ first: Ball<Number>, _ arguments: [Ball<Number>]) -> Reading<Number> {
    switch self {
    case .sign:
      if first.isExactZero { return .value(first) }
      return first.isPositive
        ? .value(Ball(exactly: 1)) : first.isNegative ? .value(Ball(exactly: -1)) : .unclear
    case .floor: return first.floor
    case .ceil: return (-first).floor.mapped { -$0 }
    default:
      // Halves round away from 0.
      guard let digits = arguments.count > 1 ? arguments[1].integer : 0, digits.magnitude <= 15 else {
        return .unclear
      }
      guard let scale = Ball<Number>(exactly: 10).power(Ball(exactly: Double(digits))).ball else {
        return .unclear
      }
      let isNegative = first.value.high < 0
      let scaled = (isNegative ? -first : first) * scale + Ball(exactly: 0.5)
      return scaled.floor.mapped { isNegative ? -($0 / scale) : $0 / scale }
    }
  }
}

extension Reading {
  /// Applies a rule to a value.
  func mapped(_ rule: (Ball<Number>) -> Ball<Number>) -> Reading {
    if case .value(let ball) = self { Reading(rule(ball)) } else { self }
  }
}
