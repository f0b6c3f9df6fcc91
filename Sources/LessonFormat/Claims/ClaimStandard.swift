import Expressions

/// What a claim's value was held to, and how near to failing it is.
public struct ClaimStandard: Sendable {
  /// What is asked of the value, for readers: `rounds to 58%: 57.5% to 58.5%`.
  public let words: String
  /// The numbers that would hold, one interval an entry of a tuple; empty where a text or a truth is claimed.
  ///
  /// An entry that is no number has none.
  public let allowed: [Interval?]
  /// What is left before the claim would fail: 1 in the middle of what would hold, 0 at an end or beyond it.
  ///
  /// Of a tuple it is that of the entry nearest to failing. Nil where no number is claimed.
  public let margin: Double?

  /// Finds out what a claim asks of its value; nil for inserted values and for texts that cannot be read.
  public init?(_ claim: Claim, value: Value) {
    guard !claim.isInsertion else { return nil }
    switch value {
    case .text: self.init("is this text")
    case .boolean:
      guard let truth = try? WordReader.truth(claim.text.text) else { return nil }
      self.init("is \(truth)")
    case .number(let number):
      guard let statement = try? ClaimReader.read(claim), let words = statement.standard,
        let allowed = Interval(statement)
      else { return nil }
      self.init(words, [allowed], margin: Margin.of(number, in: allowed))
    case .vector, .list, .record:
      guard case .tuple(let entries)? = try? ClaimReader.read(claim) else { return nil }
      self.init(entries, values: value.claimableEntries)
    case .matrix, .function: return nil
    }
  }

  private init(_ words: String, _ allowed: [Interval?] = [], margin: Double? = nil) {
    self.words = words
    self.allowed = allowed
    self.margin = margin
  }

  /// The most entries whose ends are told in words.
  private static let mostInWords = 6

  private init(_ entries: [Statement.Entry], values: [Value]) {
    let allowed = entries.map { Interval($0.statement) }
    let margins = zip(allowed, values).compactMap { allowed, value -> Double? in
      guard let allowed, case .number(let number) = value else { return nil }
      return Margin.of(number, in: allowed)
    }
    let told = entries.prefix(Self.mostInWords).map { $0.statement.entryStandard ?? "“\(excerpt($0.text))”" }
    let more = entries.count > told.count ? ["…"] : []
    self.init(
      "entry by entry: " + (told + more).joined(separator: "; "), allowed,
      margin: entries.count == values.count ? margins.min() : margins.isEmpty ? nil : 0)
  }
}

extension Statement {
  /// What is asked of one number, in words; nil for tuples and words.
  fileprivate var standard: String? {
    switch self {
    case .rounds(let literal): "rounds to \(literal.plain): \(range ?? "")"
    case .about(let literal): "within 5 % of \(literal.plain): \(range ?? "")"
    case .almost(let literal): "below \(literal.plain) and within 5 % of it: \(range ?? "")"
    case .compares(let comparison, let literal): "\(comparison.words) \(literal.plain)"
    case .between(let first, let second): "between \(first.plain) and \(second.plain)"
    case .within(.absolute(let distance), let literal):
      "within \(literal.plain(distance.scaled(by: literal.style.unit?.power ?? 0))) of \(literal.plain), "
        + "by its author: \(range ?? "")"
    case .within(.relative(let share), let literal):
      "within \(NumericLiteral.percent(share)) of \(literal.plain), by its author: \(range ?? "")"
    case .tuple, .words: nil
    }
  }

  /// What is asked of an entry, shorter: the ends where there are two.
  fileprivate var entryStandard: String? { range ?? standard }

  /// The ends of what would hold, in the style of the number written; nil where there are not two.
  private var range: String? {
    guard let literal, let ends = Interval(self)?.ends, let lower = ends.lower, let upper = ends.upper else {
      return nil
    }
    return "\(literal.plain(lower)) to \(literal.plain(upper))"
  }
}

extension Comparison {
  fileprivate var words: String {
    switch self {
    case .more: "more than"
    case .less: "less than"
    case .atLeast: "at least"
    case .atMost: "at most"
    }
  }
}

extension NumericLiteral {
  /// More digits than any end of an interval needs.
  private static let mostDigits = 40

  /// The number as a reader sees it, outside of mathematics too.
  fileprivate var plain: String {
    FormattedValue(style.rounding(value, decimals: style.decimals), style: style.plain).plain
  }

  /// Another number in the same style, with as many digits as it has.
  fileprivate func plain(_ number: ExactDecimal) -> String {
    FormattedValue(style.shortening(number, toSignificant: Self.mostDigits), style: style.plain).plain
  }

  /// A share in percent.
  fileprivate static func percent(_ share: ExactDecimal) -> String {
    var style = LiteralStyle()
    style.unit = .percent
    style.unitText = " %"
    return NumericLiteral(value: share, style: style, range: 0..<0).plain(share)
  }
}

extension LiteralStyle {
  /// The style without what only TeX reads.
  fileprivate var plain: LiteralStyle {
    var plain = self
    plain.isTeX = false
    plain.hasPlus = false
    if separator == "{,}" { plain.separator = "," }
    if separator == "\\," { plain.separator = "\u{202F}" }
    if unit == .percent { plain.unitText = ["%", "\\%"].contains(unitText) ? "%" : " %" }
    return plain
  }
}
