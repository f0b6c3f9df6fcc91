import Engine
import Expressions
import LessonFormat
import SourceText

/// The names of a `{landscape}` with their ranges: one or two.
struct LandscapeRanges: ParameterValue {
  let names: [String]
  let ranges: [ClosedRange<Double>]

  static let typeDescription = "one or two names, each with two numbers, the smaller first"
  /// Nothing further out can be drawn with care.
  private static let farthest = 1e100

  init(reading argument: WrittenValue) throws {
    guard case .mapping(let mapping) = argument.datum.kind, (1...2).contains(mapping.count) else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    let entries = try collectingErrors(mapping) { entry in
      guard isName(entry.key.value) else {
        throw LessonError(
          .parameter, at: .span(entry.key.span), "\(entry.key.value) cannot be a name",
          help: "a name begins with a letter; letters, digits and underscores follow")
      }
      return (entry.key.value, try Self.range(argument.part(entry.value)))
    }
    names = entries.map(\.0)
    ranges = entries.map(\.1)
  }

  private static func range(_ argument: WrittenValue) throws -> ClosedRange<Double> {
    guard case .vector(let ends) = try argument.value(), ends.count == 2, ends[0] < ends[1],
      ends.allSatisfy({ abs($0) <= farthest }), ends[1] - ends[0] > 1e-9 * max(abs(ends[0]), abs(ends[1]))
    else { throw argument.mismatch(expected: "two different numbers, the smaller first") }
    return ends[0]...ends[1]
  }

  /// One value for each name.
  func record(_ values: [Value]) -> Record { Record(Array(zip(names, values))) }

  /// A point in words: `m1 = 0.5, m2 = 1`.
  func described(_ point: [Double]) -> String {
    zip(names, point).map { "\($0) = \(formatSignificant($1, 6))" }.joined(separator: ", ")
  }

  var parameterDescription: String { names.joined(separator: ", ") }

  func append(to digest: inout Digest) {
    for (name, range) in zip(names, ranges) {
      digest.append(name)
      digest.append(.vector([range.lowerBound, range.upperBound]))
    }
  }

  static func ownNames(in datum: Datum) -> [String] {
    if case .mapping(let entries) = datum.kind { entries.map(\.key.value) } else { [] }
  }
}

/// How a landscape of two parameters is drawn.
enum LandscapeKind: String, ParameterValue, CaseIterable {
  case contour, heat

  static let typeDescription = "contour or heat"

  init(reading argument: WrittenValue) throws {
    guard let kind = Self(rawValue: try String(reading: argument)) else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    self = kind
  }

  var parameterDescription: String { rawValue }

  func append(to digest: inout Digest) { digest.append(rawValue) }
}
