/// The numbers that a statement allows.
public struct Interval: Sendable {
  /// The lower end; nil where there is none.
  public let lower: Double?
  /// The upper end; nil where there is none.
  public let upper: Double?
  /// Whether the ends themselves are allowed.
  public let isClosed: (lower: Bool, upper: Bool)
  /// The ends as they follow from the number written, not rounded to doubles.
  let ends: (lower: ExactDecimal?, upper: ExactDecimal?)

  private init(
    _ lower: ExactDecimal?, _ upper: ExactDecimal?, isClosed: (lower: Bool, upper: Bool) = (true, true)
  ) {
    self.lower = lower?.doubleValue
    self.upper = upper?.doubleValue
    ends = (lower, upper)
    self.isClosed = isClosed
  }

  /// The numbers within a distance of a number.
  private init(_ center: ExactDecimal, within distance: ExactDecimal) {
    self.init(center - distance, center + distance)
  }

  /// The numbers that a statement about one number allows; nil for tuples and words.
  init?(_ statement: Statement) {
    switch statement {
    case .rounds(let literal):
      let half = ExactDecimal(digits: [5], exponent: literal.value.exponent - 1)
      self.init(literal.value, within: half)
    case .about(let literal):
      self.init(literal.value, within: literal.value.magnitude * .fivePercent)
    case .almost(let literal):
      let near = literal.value - literal.value * .fivePercent
      if literal.value.isNegative {
        self.init(literal.value, near, isClosed: (false, true))
      } else {
        self.init(near, literal.value, isClosed: (true, false))
      }
    case .compares(.more, let literal): self.init(literal.value, nil, isClosed: (false, false))
    case .compares(.less, let literal): self.init(nil, literal.value, isClosed: (false, false))
    case .compares(.atLeast, let literal): self.init(literal.value, nil)
    case .compares(.atMost, let literal): self.init(nil, literal.value)
    case .between(let first, let second): self.init(first.value, second.value)
    case .within(.absolute(let distance), let literal):
      self.init(literal.value, within: distance.scaled(by: literal.style.unit?.power ?? 0))
    case .within(.relative(let share), let literal):
      self.init(literal.value, within: literal.value.magnitude * share)
    case .tuple, .words: return nil
    }
  }

  /// Whether a number is allowed.
  ///
  /// An end that is allowed is met with a slack of 10⁻¹² of its size, so that
  /// the last bits of a computation do not decide; one that is not allowed is exact.
  public func contains(_ number: Double) -> Bool {
    guard number.isFinite else { return false }
    if let lower {
      let holds = isClosed.lower ? number >= lower - Self.slack(lower) : number > lower
      if !holds { return false }
    }
    if let upper {
      let holds = isClosed.upper ? number <= upper + Self.slack(upper) : number < upper
      if !holds { return false }
    }
    return true
  }

  private static func slack(_ bound: Double) -> Double { bound.isFinite ? bound.magnitude * 1e-12 : 0 }
}

extension ExactDecimal {
  /// How near “about” and “almost” are.
  fileprivate static let fivePercent = ExactDecimal(digits: [5], exponent: -2)
}
