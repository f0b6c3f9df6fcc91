import Engine
import Expressions
import LessonFormat

/// Numbers of a series: given one by one, or as a formula of x (and, for heights, of y).
struct Graph: ParameterValue {
  private enum Content {
    case numbers([Double])
    case formula(Formula)
  }

  private let content: Content
  let datum: Datum

  /// The formula; nil where numbers are given.
  var formula: Formula? {
    if case .formula(let formula) = content { formula } else { nil }
  }

  static let typeDescription = "a list of numbers, or an expression in x"

  init(reading argument: WrittenValue) throws {
    datum = argument.datum
    if argument.datum.formulaText != nil {
      content = .formula(try Formula(reading: argument))
      return
    }
    switch try argument.value() {
    case .vector(let numbers): content = .numbers(numbers)
    case .matrix(let matrix): content = .numbers(matrix.entries)
    default: throw argument.mismatch(expected: Self.typeDescription)
    }
  }

  /// One number for each place: a formula sees the places as x.
  func values(at places: SeriesPlaces) throws -> [Double] {
    switch content {
    case .numbers(let numbers): return numbers
    case .formula(let formula):
      let locals = places.numbers.map { ["x": Value.vector($0)] } ?? [:]
      switch try formula.evaluate(with: locals) {
      case .vector(let numbers): return numbers
      case .record(let record):
        if let numbers = record.numbers { return numbers }
        throw wrongShape("a record")
      case .number(let number): return Array(repeating: number, count: places.places.count)
      case let other: throw wrongShape(other.typeDescription)
      }
    }
  }

  /// One number for each pair of an x and a y, row by row: a formula sees them as x and y.
  func heights(x: SeriesPlaces, y: [Double]) throws -> [Double] {
    let count = x.places.count * y.count
    switch content {
    case .numbers(let numbers):
      guard numbers.count == count else {
        throw LessonError.parameter(
          datum, "expected \(y.count) rows of \(x.places.count) heights, found \(numbers.count) heights")
      }
      return numbers
    case .formula(let formula):
      if case .matrix(let matrix)? = try? formula.evaluate(), matrix.entries.count == count {
        return matrix.entries
      }
      guard let places = x.numbers else { throw wrongShape("labels for x") }
      return try y.flatMap { y in try places.map { x in try height(formula, x, y) } }
    }
  }

  private func height(_ formula: Formula, _ x: Double, _ y: Double) throws -> Double {
    guard case .number(let height) = try formula.evaluate(with: ["x": .number(x), "y": .number(y)]) else {
      throw wrongShape("no number at x = \(spelled(x)), y = \(spelled(y))")
    }
    return height
  }

  private func wrongShape(_ found: String) -> LessonError {
    .parameter(datum, "expected \(Self.typeDescription), found \(found)")
  }

  var parameterDescription: String {
    switch content {
    case .numbers(let numbers): "\(numbers.count) numbers"
    case .formula(let formula): formula.parameterDescription
    }
  }

  func append(to digest: inout Digest) {
    switch content {
    case .numbers(let numbers): digest.append(Value.vector(numbers))
    case .formula(let formula): formula.append(to: &digest)
    }
  }

  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    Formula.mentions(in: datum, isDefined: isDefined)
  }
}
