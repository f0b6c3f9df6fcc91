import Expressions

extension Double: ParameterValue {
  /// A number.
  public static var typeDescription: String { "a number" }

  /// Reads a number or an expression that gives one.
  public init(reading argument: WrittenValue) throws {
    guard case .number(let number) = try argument.value() else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    self = number
  }

  /// The number itself.
  public var boundedNumbers: [Double] { [self] }

  /// The number.
  public var parameterDescription: String { spelled(self) }

  /// Adds the number's bits.
  public func append(to digest: inout Digest) { digest.append(self) }
}

extension Int: ParameterValue {
  /// A whole number.
  public static var typeDescription: String { "a whole number" }

  /// Reads a whole number or an expression that gives one.
  public init(reading argument: WrittenValue) throws {
    guard case .number(let number) = try argument.value(), let whole = Int(exactly: number) else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    self = whole
  }

  /// The number itself.
  public var boundedNumbers: [Double] { [Double(self)] }

  /// The number.
  public var parameterDescription: String { String(self) }

  /// Adds the number.
  public func append(to digest: inout Digest) { digest.append(Double(self)) }
}

extension Bool: ParameterValue {
  /// True or false.
  public static var typeDescription: String { "true or false" }

  /// Reads a boolean or a condition.
  public init(reading argument: WrittenValue) throws {
    guard case .boolean(let boolean) = try argument.value() else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    self = boolean
  }

  /// The word.
  public var parameterDescription: String { self ? "true" : "false" }

  /// Adds the boolean.
  public func append(to digest: inout Digest) { digest.append(self ? 1.0 : 0.0) }
}

extension String: ParameterValue {
  /// A text.
  public static var typeDescription: String { "a text" }

  /// Reads a text; a number or a boolean is taken as it is spelled.
  public init(reading argument: WrittenValue) throws {
    switch argument.datum.kind {
    case .number(_, let spelling): self = spelling
    case .boolean(let boolean): self = boolean ? "true" : "false"
    default:
      guard case .text(let text) = try argument.value() else {
        throw argument.mismatch(expected: Self.typeDescription)
      }
      self = text
    }
  }

  /// The text in quotes.
  public var parameterDescription: String { "\"\(self)\"" }

  /// Adds the text.
  public func append(to digest: inout Digest) { digest.append(self) }
}

extension Value: ParameterValue {
  /// Anything.
  public static var typeDescription: String { "a value" }

  /// Reads any value.
  public init(reading argument: WrittenValue) throws {
    self = try argument.value()
  }

  /// The value in plain text.
  public var parameterDescription: String { formatted() }

  /// Adds the value with its type.
  public func append(to digest: inout Digest) { digest.append(self) }
}
