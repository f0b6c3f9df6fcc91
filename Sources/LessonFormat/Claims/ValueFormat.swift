import Expressions

/// Writes values into the text, `[](=p)`.
public enum ValueFormat {
  /// The most digits that are shown of what is no whole number.
  static let mostDigits = 12
  private static let defaultDigits = 4
  /// The whole numbers below this one are exact, and shown in full.
  private static let largestInFull = 1e15
  /// Powers of ten that need no `×10^`.
  private static let plainRange = -4...5
  /// The most entries of one inserted value.
  private static let entryLimit = 1000

  /// A value as a page shows it.
  ///
  /// - Parameters:
  ///   - value: What was computed.
  ///   - title: The shape of its numbers, such as `0.0%`; without one they have 4 significant digits.
  public static func format(_ value: Value, title: String? = nil) throws(ClaimTextError) -> FormattedValue {
    var shape: ValueShape?
    if let title { shape = try ValueShape(title) }
    var remaining = entryLimit
    let result = try format(value, shape, &remaining)
    if shape != nil, !value.holdsNumber {
      throw ClaimTextError(
        "the title is the shape of a number, and the value has none", help: "take the title out")
    }
    return result
  }

  private static func format(
    _ value: Value, _ shape: ValueShape?, _ remaining: inout Int
  ) throws(ClaimTextError) -> FormattedValue {
    remaining -= 1
    guard remaining >= 0 else {
      throw ClaimTextError(
        "more than \(entryLimit) entries are not inserted", help: "insert some by their subscripts")
    }
    switch value {
    case .number(let number): return format(number, shape)
    case .boolean(let truth): return FormattedValue("\(truth)", tex: "\\text{\(truth)}")
    case .text(let text): return FormattedValue(text: text)
    case .vector(let numbers): return try format(numbers.map { .number($0) }, shape, &remaining)
    case .list(let values): return try format(values, shape, &remaining)
    case .matrix(let matrix): return try format(matrix.rowValues, shape, &remaining)
    case .function:
      throw ClaimTextError("the value is a function", help: "insert what it gives, such as f.predict(2)")
    case .record(let record):
      var entries: [FormattedValue] = []
      for (name, value) in record.entries {
        entries.append(FormattedValue(name: name, try format(value, shape, &remaining)))
      }
      return FormattedValue(parenthesized: entries)
    }
  }

  private static func format(
    _ values: [Value], _ shape: ValueShape?, _ remaining: inout Int
  ) throws(ClaimTextError) -> FormattedValue {
    var entries: [FormattedValue] = []
    for value in values { entries.append(try format(value, shape, &remaining)) }
    return FormattedValue(parenthesized: entries)
  }

  private static func format(_ number: Double, _ shape: ValueShape?) -> FormattedValue {
    guard let exact = ExactDecimal(number) else {
      let tex = number.isNaN ? "\\text{not a number}" : number < 0 ? "-\\infty" : "\\infty"
      return FormattedValue(ComputedText.nonFinite(number), tex: tex)
    }
    if let shape { return shape.format(exact) }
    var style = LiteralStyle()
    style.separator = ","
    if number.magnitude < largestInFull, number == number.rounded() {
      return FormattedValue(RoundedNumber(exact, exponent: nil), style: style)
    }
    let short = exact.shortened(toSignificant: defaultDigits)
    let lead = short.leadingExponent ?? 0
    let isMillion = lead == plainRange.upperBound + 1 && short.digits == [1]
    if plainRange.contains(lead) || isMillion {
      return FormattedValue(RoundedNumber(short, exponent: nil), style: style)
    }
    return FormattedValue(RoundedNumber(short.scaled(by: -lead), exponent: lead), style: style)
  }
}

extension Value {
  /// Whether a shape has something to shape.
  fileprivate var holdsNumber: Bool {
    switch self {
    case .number, .vector, .matrix: true
    case .boolean, .text, .function: false
    case .list(let values): values.contains { $0.holdsNumber }
    case .record(let record): record.values.contains { $0.holdsNumber }
    }
  }
}

extension Matrix {
  fileprivate var rowValues: [Value] {
    (0..<rows).map { row in .vector((0..<columns).map { self[row, $0] }) }
  }
}
