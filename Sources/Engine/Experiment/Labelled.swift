import Expressions
import LessonFormat

/// Numbers, with a label each or none at all.
public struct Labelled: ParameterValue, Hashable {
  /// One label a number; nil where the author gave none.
  public let labels: [String]?
  /// The numbers.
  public let values: [Double]

  /// Makes labelled numbers.
  public init(labels: [String]?, values: [Double]) {
    self.labels = labels
    self.values = values
  }

  /// A list of numbers, or labels with their numbers.
  public static var typeDescription: String { "a list of numbers, or labels with their numbers" }

  /// Reads a list, a mapping, or an expression that gives a vector or a record of numbers.
  public init(reading argument: WrittenValue) throws {
    if case .list(let entries) = argument.datum.kind {
      labels = nil
      values = try collectingErrors(entries) { try Self.finite(argument.part($0)) }
    } else if case .mapping(let entries) = argument.datum.kind {
      labels = entries.map(\.key.value)
      values = try collectingErrors(entries) { try Self.finite(argument.part($0.value)) }
    } else {
      switch try argument.value() {
      case .vector(let numbers): (labels, values) = (nil, numbers)
      case .record(let record):
        guard let numbers = record.numbers else { throw argument.mismatch(expected: Self.typeDescription) }
        (labels, values) = (record.names, numbers)
      default: throw argument.mismatch(expected: Self.typeDescription)
      }
    }
    if values.isEmpty { throw LessonError.parameter(argument.datum, "there are no numbers in it") }
    guard values.allSatisfy(\.isFinite) else { throw argument.mismatch(expected: "finite numbers") }
  }

  private static func finite(_ argument: WrittenValue) throws -> Double {
    let number = try Double(reading: argument)
    guard number.isFinite else { throw argument.mismatch(expected: "a finite number") }
    return number
  }

  /// Other values for the same labels: a record where there are labels, otherwise a vector.
  public func labelling(_ values: [Double]) -> Value {
    guard let labels else { return .vector(values) }
    return .record(Record(zip(labels, values).map { ($0, .number($1)) }))
  }

  /// The numbers.
  public var boundedNumbers: [Double] { values }

  /// The numbers with their labels.
  public var parameterDescription: String { labelling(values).formatted() }

  /// Adds the labels and the numbers.
  public func append(to digest: inout Digest) { digest.append(labelling(values)) }
}
