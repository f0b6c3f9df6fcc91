import Engine
import Expressions
import LessonFormat

/// A walk by steepest descent: every step is the gradient times the rate, downhill.
struct LandscapeDescent: ParameterValue {
  private let start: ChainInputs
  private let rate: Double
  private let steps: Int
  private let datum: Datum

  static let typeDescription = "a descent: {start: {m: 0}, rate: 0.1, steps: 20}"
  /// A walk has no more steps.
  static let mostSteps = 10_000
  /// A walk that is so many widths of a range away from it will not come back.
  private static let farthest = 1000.0

  init(reading argument: WrittenValue) throws {
    var reader = try MappingReader(
      argument, expected: Self.typeDescription, known: ["start", "rate", "steps"])
    let start = reader.require("start", as: ChainInputs.self)
    let rate = reader.require("rate", as: Double.self)
    let steps = reader.require("steps", as: Int.self)
    if let rate, !(rate > 0 && rate.isFinite) {
      reader.refuse(valueOf: "rate", "the rate is \(spelled(rate)); it must be above 0")
    }
    if let steps, !(1...Self.mostSteps).contains(steps) {
      reader.refuse(valueOf: "steps", "\(steps) steps; a descent takes from 1 to \(Self.mostSteps)")
    }
    try reader.finish()
    guard let start, let rate, let steps else { throw argument.mismatch(expected: Self.typeDescription) }
    (self.start, self.rate, self.steps) = (start, rate, steps)
    datum = argument.datum
  }

  /// Fails unless the start has a number within its range for each name, and no more.
  func check(_ ranges: LandscapeRanges) throws {
    let strays = start.entries.filter { !ranges.names.contains($0.name.value) }.map { entry in
      LessonError(
        .parameter, at: .span(entry.name.span), "over has no name \(entry.name.value)",
        help: "start gives \(ranges.names.joined(separator: " and ")) a number")
    }
    guard strays.isEmpty else { throw LessonErrors(strays) }
    try ranges.check(
      collectingErrors(ranges.names) { name in
        let written = datum["start"]?[name]
        switch start.entries.first(where: { $0.name.value == name })?.value {
        case .number(let number)?: return number
        case let other?:
          throw LessonError.parameter(
            written ?? datum, "\(name) starts from a number, and this is \(other.typeDescription)")
        case nil:
          throw LessonError.parameter(datum["start"] ?? datum, "the start has no \(name)")
        }
      }, at: datum["start"])
  }

  /// The way down, from the start on.
  func walk(on surface: inout Surface) throws -> LandscapeWalk {
    var walk = LandscapeWalk()
    var point = surface.ranges.names.map { name -> Double in
      if case .number(let number)? = start.entries.first(where: { $0.name.value == name })?.value {
        return number
      }
      return .nan
    }
    for step in 0...steps {
      do throws(ExpressionError) {
        // The last point needs no slope.
        guard step < steps else {
          walk.append(point, try surface.value(at: point))
          break
        }
        let (value, slope) = try surface.gradient(at: point)
        walk.append(point, value)
        point = zip(point, slope).map { $0 - rate * $1 }
      } catch {
        if let exhaustion = surface.exhaustion { throw exhaustion }
        throw step == 0 ? surface.mistake(error, at: point) : failure(step, surface, point, error.message)
      }
      guard isNear(point, surface.ranges) else {
        throw failure(step + 1, surface, point, "that is over \(spelled(Self.farthest)) times the range away")
      }
    }
    return walk
  }

  private func isNear(_ point: [Double], _ ranges: LandscapeRanges) -> Bool {
    zip(point, ranges.ranges).allSatisfy { number, range in
      let reach = Self.farthest * (range.upperBound - range.lowerBound)
      return number > range.lowerBound - reach && number < range.upperBound + reach
    }
  }

  private func failure(_ step: Int, _ surface: Surface, _ point: [Double], _ reason: String) -> LessonError {
    LessonError.parameter(
      datum["rate"] ?? datum,
      "with this rate, step \(step) leads to \(surface.ranges.described(point)): \(reason)",
      help: "take a smaller rate, or fewer steps")
  }

  var parameterDescription: String { "\(steps) steps at rate \(spelled(rate))" }

  func append(to digest: inout Digest) {
    start.append(to: &digest)
    digest.append(rate)
    digest.append(Double(steps))
  }
}
