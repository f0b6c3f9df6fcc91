/// Whether two expressions are equal, and how it is known.
///
/// No procedure decides this for all expressions (Richardson's theorem, 1968), so that there are four answers.
/// "Undecided" is an answer of its own and never counts as equal or as different.
///
/// Two expressions are equal where both have the same value wherever both have one, and where they have values at the
/// same points, up to points without breadth. So `x/x` equals 1, whose values differ in nothing but the one point 0;
/// `sqrt(x)^2` and `x`, or `log(x^2)` and `2log(x)`, are not equal, because on a whole half of the line only one of them
/// has a value. An assumption, `x > 0`, makes them equal: points where it does not hold do not count.
public enum Equality: Hashable, Sendable {
  /// By exact algebra, with the same conditions for having a value on both sides.
  case proved
  /// At so many points, within rounding of 28 digits or better, and nowhere different.
  case tested(points: Int)
  case different(Counterexample)
  /// Why it could not be decided, and what to try.
  case undecided(reason: String, help: String)

  /// Whether it was found to hold.
  public var holds: Bool {
    switch self {
    case .proved, .tested: true
    case .different, .undecided: false
    }
  }
}

/// A point at which two expressions differ for certain.
public struct Counterexample: Hashable, Sendable {
  /// The unknowns that matter, by name.
  public let point: Record
  /// The entry that differs, from 1, where the two are vectors; of matrices, counted row by row.
  public let entry: Int?
  /// The value of the left one; nil where it has none.
  public let left: Double?
  /// The value of the right one; nil where it has none.
  public let right: Double?

  /// The left value less the right, where both have one, with more digits than their difference would keep.
  public let difference: Double?

  /// Whether the point solves an equation and not the one that it is said to follow from, whose sides have these values.
  public internal(set) var isGained = false

  /// The point and both values in one line: `at x = −1, the left is 1 and the right is −1`.
  public var description: String { description(left: "the left", right: "the right") }

  /// The same with other names for the sides.
  public func description(left leftName: String, right rightName: String) -> String {
    let place = point.entries.map { "\($0.name) = \($0.value.formatted(significantDigits: 15))" }
    let location = place.isEmpty ? "" : "at \(place.joined(separator: ", ")), "
    let part = entry.map { "entry \($0) of " } ?? ""
    let digits = [8, 12, 15, 17].first { told(left, $0) != told(right, $0) } ?? 8
    let values =
      "\(part)\(leftName) \(told(left, digits)) and \(part)\(rightName) \(told(right, digits))"
    guard told(left, digits) == told(right, digits), let difference else { return location + values }
    return "\(location)\(values); they differ by \(formatSignificant(difference.magnitude, 3))"
  }

  private func told(_ value: Double?, _ digits: Int) -> String {
    value.map { "is \(formatSignificant($0, digits))" } ?? "has no value"
  }
}

extension Equality {
  /// Decides whether two expressions are equal, for all values of the unknowns for which the assumptions hold.
  ///
  /// First both are brought into a normal form: quotients of polynomials with exact rational coefficients in independent
  /// exponentials, logarithms, roots and other functions. Where that is the same, and the conditions for having a value
  /// too, equality is proved, which 24 points must confirm.
  ///
  /// Both are evaluated at simple points, whole numbers and short decimals of both signs, and between them at seeded
  /// random ones over several scales, in arithmetic of 32 digits that carries a bound of its error; so is the normal form
  /// of their difference, in which what cancels has cancelled exactly. A difference beyond the bound is certain, and the
  /// first point found is the counterexample. Sides of kinks, steps, conditions and domains that no point has reached are
  /// searched for by climbing, over all scales; and where one side changes from one piece to another, both are compared
  /// on either side of the very place. What still agrees is evaluated at 8 points with 154 digits.
  ///
  /// The chance of a false pass: "proved" has none but a fault of the program that 24 points would not show. Where only
  /// points speak, formulas would have to agree by chance. Two polynomials of degree n that differ agree at one random
  /// point out of N per unknown with a chance of at most n/N (Schwartz and Zippel); the points are drawn from N ≥ 8190 on
  /// each of 8 scales, and at least 12 different points are needed with 6 random ones beside them, so that for degree 100
  /// the chance of 6 agreements is below 10⁻¹¹, and of the 30 random ones that are usual below 10⁻⁵⁶. Other formulas are analytic
  /// between their kinks: two that differ on a piece agree on no part of it with breadth. What could pass is therefore
  /// this: formulas that differ by less than a part in 10¹³⁰ wherever they were looked at; and formulas that differ only
  /// on a piece which neither the points nor the search have met. For functions with infinitely many turns, such as
  /// `relu(sin(x)*sin(sqrt(2)*x) - 0.9999999)`, a piece that was not met makes the answer "undecided"; without such
  /// functions the search would have to end on a lower one of several peaks, from each of 4 starts.
  ///
  /// A derivative is spoken of only where its function has a value, so that `d(log(x), x)` is `1/x`. An assumed equation is
  /// put in where it gives an unknown, as `x == 2` and `sum(y) == 1` do; of any other, the few points that
  /// are found on it do not speak for all. Numbers are read as doubles, so that what is beyond 15 digits may be cut off.
  public static func decide(
    _ left: Expression, _ right: Expression, in setting: AlgebraSetting = AlgebraSetting()
  ) throws(ExpressionError) -> Equality {
    let session = try AlgebraSession(setting)
    let first = try session.elaborate(left)
    let second = try session.elaborate(right)
    return try decide(first, second, at: right, in: session)
  }

  /// Decides with texts; what cannot be read is an error in the text's own offsets.
  public static func decide(
    _ left: String, _ right: String, variables: [String: Int] = [:], assuming: [String] = [],
    definitions: [String: String] = [:]
  ) throws(ExpressionError) -> Equality {
    var setting = AlgebraSetting(variables: variables)
    for condition in assuming { setting.assumptions.append(try Expression.parse(condition)) }
    for (name, formula) in definitions.sorted(by: { $0.key < $1.key }) {
      setting.definitions[name] = try Expression.parse(formula)
    }
    return try decide(try Expression.parse(left), try Expression.parse(right), in: setting)
  }

  static func decide(
    _ left: Shaped, _ right: Shaped, at place: Expression, in session: AlgebraSession,
    needing needed: [NodeID] = []
  ) throws(ExpressionError) -> Equality {
    guard let pairs = left.paired(with: right) else {
      throw ExpressionError(place.extent, "\(left.kind) cannot equal \(right.kind)")
    }
    guard pairs.count == 1 || session.algebra.evaluationCost(of: pairs) <= EqualityDecision.costLimit else {
      throw ExpressionError(
        place.extent, "this step takes too long to decide",
        help: "split it: one entry, or fewer entries, at a time")
    }
    var results: [Equality] = []
    for (index, pair) in pairs.enumerated() {
      let entry = pairs.count > 1 ? index + 1 : nil
      let result = EqualityDecision(
        session: session, left: pair.0, right: pair.1, entry: entry, needing: needed
      ).result
      if case .different = result { return result }
      results.append(result)
    }
    return results.weakest
  }
}

extension [Equality] {
  /// What all of them together amount to.
  fileprivate var weakest: Equality {
    if let open = first(where: { if case .undecided = $0 { true } else { false } }) { return open }
    let points = compactMap { if case .tested(let points) = $0 { points } else { nil } }
    return points.min().map { .tested(points: $0) } ?? .proved
  }
}

extension Shaped {
  /// The entries of two of one shape in pairs; a number stands for a vector that has it everywhere.
  fileprivate func paired(with other: Shaped) -> [(NodeID, NodeID)]? {
    guard let left = entries, let right = other.entries, joined(with: other, { first, _ in first }) != nil
    else {
      return nil
    }
    let count = Swift.max(left.count, right.count)
    return (0..<count).map { (left[left.count == 1 ? 0 : $0], right[right.count == 1 ? 0 : $0]) }
  }
}
