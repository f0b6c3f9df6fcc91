import LessonFormat

/// A type that a parameter can have.
public protocol ParameterValue: Sendable {
  /// What an author must write, as `gradus explain` says it: "a number".
  static var typeDescription: String { get }
  /// Reads what the author wrote; throws a `LessonError` at the value, or at the part of it, that does not fit.
  init(reading argument: WrittenValue) throws
  /// The numbers to which the parameter's bounds apply.
  var boundedNumbers: [Double] { get }
  /// The value as an author would write it, for a default.
  var parameterDescription: String { get }
  /// Adds everything that a result could depend on to a key.
  func append(to digest: inout Digest)
  /// The names of the lesson that a piece of YAML uses.
  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention]
  /// The names that a piece of YAML gives to the formulas of its directive; they come before those of the lesson.
  static func ownNames(in datum: Datum) -> [String]
}

extension ParameterValue {
  /// By default no number is bounded.
  public var boundedNumbers: [Double] { [] }

  /// By default the names in `=` expressions.
  public static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    Mention.inExpressions(of: datum, isDefined: isDefined)
  }

  /// By default none.
  public static func ownNames(in datum: Datum) -> [String] { [] }
}

/// Reads every entry and, where some fail, throws all their errors at once.
public func collectingErrors<Element, Result>(
  _ elements: [Element], _ read: (Element) throws -> Result
) throws -> [Result] {
  var results: [Result] = []
  var errors: [LessonError] = []
  for element in elements {
    do {
      results.append(try read(element))
    } catch {
      errors += LessonErrors.errors(from: error)
    }
  }
  guard errors.isEmpty else { throw LessonErrors(errors) }
  return results
}
