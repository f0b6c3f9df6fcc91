import Engine
import Expressions
import LessonFormat

/// A path over a landscape: points that are given, or a walk by steepest descent.
enum LandscapePath: ParameterValue {
  case points(LandscapePoints)
  case descent(LandscapeDescent)

  static let typeDescription = "a list of points, or {descent: {start, rate, steps}}"

  init(reading argument: WrittenValue) throws {
    guard case .mapping = argument.datum.kind else {
      self = .points(try LandscapePoints(reading: argument))
      return
    }
    var reader = try MappingReader(argument, expected: Self.typeDescription, known: ["descent"])
    let descent = reader.require("descent", as: LandscapeDescent.self)
    try reader.finish()
    guard let descent else { throw argument.mismatch(expected: Self.typeDescription) }
    self = .descent(descent)
  }

  /// Fails where the path does not fit the names and their ranges.
  func check(_ ranges: LandscapeRanges) throws {
    switch self {
    case .points(let points): try points.check(ranges)
    case .descent(let descent): try descent.check(ranges)
    }
  }

  /// The points with their values.
  func walk(on surface: inout Surface) throws -> LandscapeWalk {
    switch self {
    case .points(let given): try LandscapeWalk(given.points, on: &surface)
    case .descent(let descent): try descent.walk(on: &surface)
    }
  }

  var parameterDescription: String {
    switch self {
    case .points(let points): points.parameterDescription
    case .descent(let descent): descent.parameterDescription
    }
  }

  func append(to digest: inout Digest) {
    switch self {
    case .points(let points): points.append(to: &digest)
    case .descent(let descent): descent.append(to: &digest)
    }
  }
}

/// Points on the way, with the objective at each.
struct LandscapeWalk {
  private(set) var points: [[Double]] = []
  private(set) var values: [Double] = []

  init() {}

  /// Visits points in order.
  init(_ points: [[Double]], on surface: inout Surface) throws {
    for point in points {
      do throws(ExpressionError) {
        append(point, try surface.value(at: point))
      } catch {
        throw surface.exhaustion ?? surface.mistake(error, at: point)
      }
    }
  }

  mutating func append(_ point: [Double], _ value: Double) {
    points.append(point)
    values.append(value)
  }

  /// The numbers of each name.
  var columns: [[Double]] {
    (points.first ?? []).indices.map { index in points.map { $0[index] } }
  }
}
