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

  init(reading argument: WrittenValue) throws {
    var reader = try MappingReader(
      argument, expected: Self.typeDescription, known: ["start", "rate", "steps"])
    let start = reader.require("start", as: ChainInputs.self)
    let rate = reader.require("rate", as: Double.self)
    let steps = reader.require("steps", as: Int.self)
    if let rate, !(rate > 0 && rate.isFinite) { reader.refuse("the rate must be above 0") }
    if let steps, !(1...Self.mostSteps).contains(steps) {
      reader.refuse("a descent takes from 1 to \(Self.mostSteps) steps")
    }
    try reader.finish()
    guard let start, let rate, let steps else { throw argument.mismatch(expected: Self.typeDescription) }
    (self.start, self.rate, self.steps) = (start, rate, steps)
    datum = argument.datum
  }

  /// The points of the walk, the start first.
  func points(on surface: inout Surface) throws -> [[Double]] {
    var points = [try startingPoint(surface.ranges)]
    for step in 1...steps {
      let point = points[step - 1]
      do throws(ExpressionError) {
        let slope = try surface.gradient(at: point).slope
        points.append(zip(point, slope).map { $0 - rate * $1 })
      } catch {
        if let exhaustion = surface.exhaustion { throw exhaustion }
        if step == 1 { throw surface.mistake(error, at: point) }
        throw LessonError.parameter(
          datum, "step \(step) fails at \(surface.ranges.described(point)): \(error.message)",
          help: "take a smaller rate, or fewer steps")
      }
    }
    return points
  }

  private func startingPoint(_ ranges: LandscapeRanges) throws -> [Double] {
    let names = start.entries.map(\.name.value)
    if let stray = start.entries.first(where: { !ranges.names.contains($0.name.value) }) {
      throw LessonError(
        .parameter, at: .span(stray.name.span), "over has no name \(stray.name.value)",
        help: "start gives \(ranges.names.joined(separator: " and ")) a number")
    }
    return try ranges.names.map { name in
      guard let index = names.firstIndex(of: name) else {
        throw LessonError.parameter(datum, "the start has no \(name)")
      }
      guard case .number(let number) = start.entries[index].value, number.isFinite else {
        throw LessonError(
          .parameter, at: .span(start.entries[index].name.span), "the start needs a finite number for \(name)"
        )
      }
      return number
    }
  }

  var parameterDescription: String { "\(steps) steps at rate \(spelled(rate))" }

  func append(to digest: inout Digest) {
    start.append(to: &digest)
    digest.append(rate)
    digest.append(Double(steps))
  }
}
