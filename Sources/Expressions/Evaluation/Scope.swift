/// The names that an expression can use.
public protocol Scope: Sendable {
  /// The value of a name, or nil where nothing defines it.
  func value(of name: String) -> Value?
  /// All names, for suggestions.
  var names: [String] { get }
  /// The expression that defines a name, where one does: derivatives look through it.
  ///
  /// Its own names are looked up in the same scope. A field of a record is asked for as `record.field`.
  func formula(of name: String) -> Expression?
}

extension Scope {
  /// No name has a formula.
  public func formula(of name: String) -> Expression? { nil }
}

/// Names with values, and formulas for some of them.
public struct DictionaryScope: Scope {
  /// The values.
  public var values: [String: Value]
  /// The formulas.
  public var formulas: [String: Expression]

  /// Makes a scope.
  public init(_ values: [String: Value] = [:], formulas: [String: Expression] = [:]) {
    self.values = values
    self.formulas = formulas
  }

  /// The value of a name.
  public func value(of name: String) -> Value? { values[name] }
  /// All names, in alphabetical order.
  public var names: [String] { values.keys.sorted() }
  /// The formula of a name.
  public func formula(of name: String) -> Expression? { formulas[name] }
}
