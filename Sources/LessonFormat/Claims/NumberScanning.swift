extension ClaimScanner {
  /// The most digits of one number.
  private static let digitLimit = 100
  /// The largest power of ten, either way; doubles end at about 308.
  private static let exponentLimit = 400

  private static let words: [(name: String, power: Int)] = [
    ("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("quadrillion", 15),
    ("quintillion", 18), ("sextillion", 21), ("septillion", 24), ("octillion", 27), ("nonillion", 30),
    ("decillion", 33),
  ]
  /// The words that multiply a number.
  static let scaleWords = words.map(\.name)
  private static let separators = [",", "\u{2009}", "\u{202F}", "{,}", "\\,"]

  /// Takes a number with its percent sign or word; nil, and nothing taken, where none begins.
  mutating func takeLiteral() throws(ClaimTextError) -> NumericLiteral? {
    let start = position
    let hasDollar = !isTeX && take("$")
    if hasDollar { isTeX = true }
    defer { if hasDollar { isTeX = false } }
    guard var literal = try takeNumeral() else {
      position = start
      return nil
    }
    takeUnit(of: &literal)
    if hasDollar {
      skipSpace()
      guard take("$") else { throw ClaimTextError("a dollar sign is no part of a number") }
      isTeX = false
      if literal.style.unit == nil { takeUnit(of: &literal) }
    }
    literal.value = literal.value.scaled(by: literal.style.unit?.power ?? 0)
    return literal
  }

  private mutating func takeNumeral() throws(ClaimTextError) -> NumericLiteral? {
    let start = offset
    var style = LiteralStyle()
    style.isTeX = isTeX
    let sign = takeSign()
    style.hasPlus = sign == "+"
    style.minus = sign == "+" ? nil : sign
    guard var digits = takeWholeDigits(&style.separator) else { return nil }
    let wholeCount = digits.count
    takeFraction(&digits, &style)
    guard digits.count <= Self.digitLimit else {
      throw ClaimTextError("a number of \(digits.count) digits; more than \(Self.digitLimit) are not read")
    }
    style.isNormalized = readsShape || (wholeCount == 1 && digits.first != 0)
    try takeScale(&digits, &style)
    guard abs(style.exponent) <= Self.exponentLimit else {
      throw ClaimTextError("the power of ten \(style.exponent) is beyond every number that can be computed")
    }
    let value = ExactDecimal(
      isNegative: style.minus != nil, digits: digits, exponent: style.exponent - style.decimals)
    return NumericLiteral(value: value, style: style, range: start..<offset)
  }

  mutating func takeSign() -> String? {
    ["+", "-", "\u{2212}"].first { take($0) }
  }

  /// Takes the digits before the point; a separator counts only before exactly three digits.
  private mutating func takeWholeDigits(_ separator: inout String?) -> [UInt8]? {
    var digits = takeDigits()
    guard !digits.isEmpty else { return nil }
    guard digits.count <= 3, digits.first != 0 || (readsShape && digits.count == 1) else { return digits }
    while true {
      let start = position
      let candidates = separator.map { [$0] } ?? Self.separators
      guard let found = candidates.first(where: { take($0) }) else { return digits }
      let group = takeDigits()
      guard group.count == 3 else {
        position = start
        return digits
      }
      separator = found
      digits += group
    }
  }

  private mutating func takeFraction(_ digits: inout [UInt8], _ style: inout LiteralStyle) {
    guard next == ".", peek(1).flatMap(Self.digit) != nil else { return }
    position += 1
    let fraction = takeDigits()
    digits += fraction
    style.decimals = fraction.count
  }

  private mutating func takeUnit(of literal: inout NumericLiteral) {
    let start = position
    let hasSpace = skipSpace()
    if take("%") || take("\\%") {
      literal.style.unit = .percent
    } else if hasSpace, literal.style.scale == .none,
      let word = Self.words.first(where: { takeWord($0.name) })
    {
      literal.style.unit = .word(power: word.power)
    } else {
      position = start
    }
    literal.style.unitText = text(from: start)
  }
}
