import LessonFormat

extension Optional: ParameterValue where Wrapped: ParameterValue {
  /// What the value is where there is one.
  public static var typeDescription: String { Wrapped.typeDescription }

  /// Reads the value.
  public init(reading argument: WrittenValue) throws {
    self = try Wrapped(reading: argument)
  }

  /// The numbers of the value.
  public var boundedNumbers: [Double] { self?.boundedNumbers ?? [] }

  /// The value, or the word none.
  public var parameterDescription: String { self?.parameterDescription ?? "none" }

  /// Adds whether there is a value, and the value.
  public func append(to digest: inout Digest) {
    digest.append(self == nil ? 0.0 : 1.0)
    self?.append(to: &digest)
  }

  /// The names that the value uses.
  public static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    Wrapped.mentions(in: datum, isDefined: isDefined)
  }

  /// The names that the value gives.
  public static func ownNames(in datum: Datum) -> [String] { Wrapped.ownNames(in: datum) }
}

extension Array: ParameterValue where Element: ParameterValue {
  /// A list of what its entries are.
  public static var typeDescription: String { "a list, each entry \(Element.typeDescription)" }

  /// Reads a list, or an expression that gives a vector, entry by entry and reports every entry that does not fit.
  public init(reading argument: WrittenValue) throws {
    guard let entries = try Self.entries(of: argument) else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    // What follows an expression that was cut off is the rest of it.
    let cut = entries.firstIndex(where: \.isCutOffExpression) ?? entries.count
    let whole = Swift.Array(entries.prefix(cut + 1))
    self = try collectingErrors(whole) { try Element(reading: argument.part($0)) }
  }

  private static func entries(of argument: WrittenValue) throws -> [Datum]? {
    if case .list(let entries) = argument.datum.kind { return entries }
    guard argument.datum.expressionText != nil, case .vector(let numbers) = try argument.value() else {
      return nil
    }
    return numbers.map { Datum(.number($0, spelling: "\($0)"), span: argument.datum.span) }
  }

  /// The numbers of all entries.
  public var boundedNumbers: [Double] { flatMap(\.boundedNumbers) }

  /// The entries between brackets.
  public var parameterDescription: String {
    "[\(map(\.parameterDescription).joined(separator: ", "))]"
  }

  /// Adds the number of entries, then each.
  public func append(to digest: inout Digest) {
    digest.append(Double(count))
    for element in self { element.append(to: &digest) }
  }

  /// The names that the entries use.
  public static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    guard case .list(let entries) = datum.kind else {
      return Mention.inExpressions(of: datum, isDefined: isDefined)
    }
    return entries.flatMap { Element.mentions(in: $0, isDefined: isDefined) }
  }

  /// The names that the entries give.
  public static func ownNames(in datum: Datum) -> [String] {
    guard case .list(let entries) = datum.kind else { return [] }
    return entries.flatMap { Element.ownNames(in: $0) }
  }
}
