import Engine
import Expressions
import LessonFormat

/// Points of a landscape: numbers for one name, pairs for two.
struct LandscapePoints: ParameterValue {
  let points: [[Double]]
  private let datum: Datum

  static let typeDescription = "a list of numbers, or of pairs"
  /// No more points are drawn.
  static let mostPoints = 10_000

  init(reading argument: WrittenValue) throws {
    switch try argument.value() {
    case .vector(let numbers): points = numbers.map { [$0] }
    case .matrix(let matrix) where matrix.columns == 2:
      points = (0..<matrix.rows).map { [matrix[$0, 0], matrix[$0, 1]] }
    default: throw argument.mismatch(expected: Self.typeDescription)
    }
    datum = argument.datum
    guard (1...Self.mostPoints).contains(points.count) else {
      throw LessonError.parameter(
        datum, "there are \(points.count) points; from 1 to \(Self.mostPoints) can be drawn")
    }
  }

  /// Fails unless each point has a number for each name, within its range.
  func check(_ ranges: LandscapeRanges) throws {
    guard points.allSatisfy({ $0.count == ranges.names.count }) else {
      throw LessonError.parameter(
        datum,
        ranges.names.count == 1
          ? "over has one name; its points are numbers, and these are pairs"
          : "over has two names; its points are pairs of numbers, and these are single numbers",
        help: ranges.names.count == 1 ? "for example [0, 1]" : "for example [[0, 1], [1, 1]]")
    }
    _ = try collectingErrors(Array(points.indices)) { try ranges.check(points[$0], at: place(of: $0)) }
  }

  /// Fails where there are more points than a limit.
  func check(atMost limit: Int, _ what: String) throws {
    guard points.count > limit else { return }
    throw LessonError.parameter(datum, "there are \(points.count) \(what); \(limit) is the limit")
  }

  private func place(of index: Int) -> Datum {
    if case .list(let entries) = datum.kind, entries.count == points.count { entries[index] } else { datum }
  }

  var parameterDescription: String { "\(points.count) points" }

  func append(to digest: inout Digest) {
    for point in points { digest.append(.vector(point)) }
  }
}
