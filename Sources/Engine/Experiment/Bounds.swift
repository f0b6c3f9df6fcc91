/// What a numeric parameter may be.
public struct Bounds: Sendable, Hashable {
  private var lower: Double?
  private var excludesLower = false
  private var upper: Double?

  /// Every number.
  public static let any = Bounds()

  /// Numbers greater than a bound.
  public static func above(_ bound: Double) -> Bounds {
    Bounds(lower: bound, excludesLower: true)
  }

  /// Numbers from a bound on.
  public static func atLeast(_ bound: Double) -> Bounds {
    Bounds(lower: bound)
  }

  /// Numbers from one bound to another.
  public static func between(_ lower: Double, _ upper: Double) -> Bounds {
    Bounds(lower: lower, upper: upper)
  }

  private init(lower: Double? = nil, excludesLower: Bool = false, upper: Double? = nil) {
    self.lower = lower
    self.excludesLower = excludesLower
    self.upper = upper
  }

  /// Whether a number is allowed.
  public func contains(_ number: Double) -> Bool {
    guard !number.isNaN else { return false }
    if let lower, excludesLower ? number <= lower : number < lower { return false }
    if let upper, number > upper { return false }
    return true
  }

  /// The bounds in words, such as `above 0`; nil where every number is allowed.
  public var description: String? {
    switch (lower, upper) {
    case (nil, nil): nil
    case (let lower?, nil): excludesLower ? "above \(text(lower))" : "at least \(text(lower))"
    case (nil, let upper?): "at most \(text(upper))"
    case (let lower?, let upper?): "from \(text(lower)) to \(text(upper))"
    }
  }
}

private func text(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? String(number)
}
