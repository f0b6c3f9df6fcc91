/// How an author writes a number: everything about a literal but its value.
public struct LiteralStyle: Sendable, Hashable {
  /// How a power of ten is written.
  public enum PowerNotation: Sendable, Hashable {
    /// `10^22`
    case caret
    /// `10^{22}`
    case braces
    /// `10²²`
    case superscript
  }

  /// What a number is multiplied by, apart from its unit.
  public enum Scale: Sendable, Hashable {
    case none
    /// `e-4`: the letter, whether a plus is written, and how many digits at least.
    case letter(String, hasPlus: Bool, width: Int)
    /// `×10^22`: everything from behind the mantissa up to the ten.
    case power(times: String, PowerNotation)
    /// `10^22` alone, without a mantissa.
    case barePower(PowerNotation)
  }

  /// A percent sign or a word.
  public enum Unit: Sendable, Hashable {
    case percent
    /// `billion`, as a power of ten.
    case word(power: Int)

    /// The power of ten that it multiplies by.
    var power: Int {
      switch self {
      case .percent: -2
      case .word(let power): power
      }
    }
  }

  /// Whether a plus is written before a number above zero.
  public var hasPlus = false
  /// The minus sign that the author wrote, where there is one.
  public var minus: String?
  /// What stands before each three digits.
  public var separator: String?
  /// The number of digits after the point.
  public var decimals = 0
  /// The power of ten.
  public var scale = Scale.none
  /// Whether the mantissa has one digit before the point, so that its exponent follows the value.
  public var isNormalized = true
  /// The exponent written.
  public var exponent = 0
  /// The minus sign in the exponent, where there is one.
  public var exponentMinus: String?
  /// The percent sign or word.
  public var unit: Unit?
  /// The unit as it is written, with the space before it.
  public var unitText = ""
  /// Whether it stands in mathematics.
  public var isTeX = false

  /// Makes the style of a plain whole number.
  public init() {}
}

/// A number in a claim's text.
public struct NumericLiteral: Sendable, Hashable {
  /// Its exact value, its last digit at the power of ten of the last digit written.
  public var value: ExactDecimal
  /// How it is written.
  public var style: LiteralStyle
  /// The place of its sign, digits and power of ten in the text, in UTF-8 bytes; percent signs and words are behind.
  public var range: Range<Int>

  /// The number of digits that count, zeros at the end included.
  var significantDigits: Int { max(1, value.digits.count) }
}
