import Engine
import Expressions
import LessonFormat
import SourceText

/// The names of a `{landscape}` with their ranges: one or two.
struct LandscapeRanges: ParameterValue {
  let names: [String]
  let ranges: [ClosedRange<Double>]
  /// Where the ranges are written.
  let data: [Datum]

  static let typeDescription = "one or two names, each with two numbers, the smaller first"
  /// Nothing further out can be drawn with care.
  private static let farthest = 1e100

  init(reading argument: WrittenValue) throws {
    guard case .mapping(let mapping) = argument.datum.kind else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    guard (1...2).contains(mapping.count) else {
      throw LessonError.parameter(
        argument.datum, "there are \(mapping.count) names; a landscape is drawn over one or two",
        help: "the others can be numbers of the lesson")
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
    data = mapping.map(\.value)
  }

  private static func range(_ argument: WrittenValue) throws -> ClosedRange<Double> {
    guard case .vector(let ends) = try argument.value(), ends.count == 2 else {
      throw argument.mismatch(expected: "two numbers, the smaller first")
    }
    func mistake(_ message: String) -> LessonError {
      let found = "this goes from \(spelled(ends[0])) to \(spelled(ends[1]))"
      return .parameter(argument.datum, "\(found); \(message)", help: "for example [-1, 1]")
    }
    guard ends.allSatisfy({ abs($0) <= farthest }) else { throw mistake("both ends must be below 10^100") }
    guard ends[0] < ends[1] else { throw mistake("the smaller number comes first") }
    guard ends[1] - ends[0] > 1e-9 * max(abs(ends[0]), abs(ends[1])) else {
      throw mistake("the ends are too close to tell numbers between them apart")
    }
    return ends[0]...ends[1]
  }

  /// Fails where a point lies outside.
  func check(_ point: [Double], at datum: Datum?) throws {
    guard let index = ranges.indices.first(where: { !ranges[$0].contains(point[$0]) }) else { return }
    let (low, high) = (spelled(ranges[index].lowerBound), spelled(ranges[index].upperBound))
    let message = "\(names[index]) = \(spelled(point[index])) lies outside its range from \(low) to \(high)"
    let help = "widen the range in over, or choose a point within it"
    throw mistake(at: datum, message, help: help)
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
