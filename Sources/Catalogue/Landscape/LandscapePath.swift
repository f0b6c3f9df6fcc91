import Engine
import Expressions
import LessonFormat

/// Points of a landscape: numbers for one name, pairs for two.
struct LandscapePoints: ParameterValue {
  let points: [[Double]]

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
    guard !points.isEmpty, points.count <= Self.mostPoints, points.joined().allSatisfy(\.isFinite) else {
      throw argument.mismatch(expected: "from 1 to \(Self.mostPoints) points of finite numbers")
    }
  }

  /// Fails unless each point has a number for each name.
  func check(_ ranges: LandscapeRanges, at datum: Datum?) throws {
    guard points.contains(where: { $0.count != ranges.names.count }) else { return }
    let message =
      ranges.names.count == 1
      ? "over has one name; its points are numbers" : "over has two names; its points are pairs of numbers"
    throw datum.map { LessonError.parameter($0, message) } ?? .experiment(message)
  }

  var parameterDescription: String { "\(points.count) points" }

  func append(to digest: inout Digest) {
    for point in points { digest.append(.vector(point)) }
  }
}

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

  /// The points with their values.
  func walk(on surface: inout Surface, at datum: Datum?) throws -> LandscapeWalk {
    let points: [[Double]]
    switch self {
    case .points(let given):
      try given.check(surface.ranges, at: datum)
      points = given.points
    case .descent(let descent): points = try descent.points(on: &surface)
    }
    return try LandscapeWalk(points, on: &surface)
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
  let points: [[Double]]
  let values: [Double]

  init(_ points: [[Double]], on surface: inout Surface) throws {
    var values: [Double] = []
    for point in points {
      do throws(ExpressionError) {
        values.append(try surface.value(at: point))
      } catch {
        throw surface.exhaustion ?? surface.mistake(error, at: point)
      }
    }
    self.points = points
    self.values = values
  }

  /// The numbers of each name.
  var columns: [[Double]] {
    (points.first ?? []).indices.map { index in points.map { $0[index] } }
  }
}
