import LessonFormat
import SourceText

/// Reads a parameter that is itself a mapping of known keys, and gathers all that does not fit.
public struct MappingReader {
  private let argument: WrittenValue
  private let entries: [Datum.Entry]
  private var errors: [LessonError] = []

  /// Begins to read a mapping.
  ///
  /// - Parameters:
  ///   - expected: what the author must write, in words.
  ///   - known: the keys there are.
  public init(_ argument: WrittenValue, expected: String, known: [String]) throws {
    guard case .mapping(let entries) = argument.datum.kind else {
      throw argument.mismatch(expected: expected)
    }
    self.argument = argument
    self.entries = entries
    guard !entries.contains(where: { $0.value.isCutOffExpression }) else { return }
    for entry in entries where !known.contains(entry.key.value) {
      let nearest = nearestName(to: entry.key.value, among: known)
      errors.append(
        LessonError(
          .parameter, at: .span(entry.key.span), "there is no key \(entry.key.value) here",
          help: nearest.map { "did you mean \($0)?" } ?? "the keys are \(known.joined(separator: ", "))"))
    }
  }

  /// The value of a key as what it should be; nil where it is missing or does not fit.
  public mutating func read<Value: ParameterValue>(_ key: String, as type: Value.Type = Value.self) -> Value?
  {
    guard let entry = entries.first(where: { $0.key.value == key }) else { return nil }
    do {
      return try Value(reading: argument.part(entry.value))
    } catch {
      errors += LessonErrors.errors(from: error)
      return nil
    }
  }

  /// The value of a key that must be there; nil where it is missing or does not fit, which is an error.
  public mutating func require<Value: ParameterValue>(_ key: String, as type: Value.Type = Value.self)
    -> Value?
  {
    if !entries.contains(where: { $0.key.value == key || $0.value.isCutOffExpression }) {
      errors.append(.parameter(argument.datum, "\(key) is missing", help: "it is \(Value.typeDescription)"))
    }
    return read(key)
  }

  /// Adds a mistake at the whole mapping.
  public mutating func refuse(_ message: String, help: String? = nil) {
    errors.append(.parameter(argument.datum, message, help: help))
  }

  /// Adds a mistake at the value of a key.
  public mutating func refuse(valueOf key: String, _ message: String, help: String? = nil) {
    let entry = entries.first { $0.key.value == key }
    errors.append(.parameter(entry?.value ?? argument.datum, message, help: help))
  }

  /// Throws everything that was found wrong.
  public func finish() throws {
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }
}
