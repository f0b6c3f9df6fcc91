import Engine
import Expressions
import LessonFormat
import Plotting

/// An axis of a `{plot}`, as the author wrote it.
struct PlotAxis: ParameterValue {
  private var label: String?
  private var unit: String?
  private var isLogarithmic = false
  private var countsSteps = false
  private var range: ClosedRange<Double>?

  static let typeDescription = "an axis: {label, unit, log, steps, range}"

  init() {}

  init(reading argument: WrittenValue) throws {
    let known = ["label", "unit", "log", "steps", "range"]
    var reader = try MappingReader(argument, expected: Self.typeDescription, known: known)
    label = reader.read("label")
    unit = reader.read("unit")
    isLogarithmic = reader.read("log") ?? false
    countsSteps = reader.read("steps") ?? false
    if let ends = reader.read("range", as: [Double].self) {
      if ends.count == 2, ends[0] < ends[1] {
        range = ends[0]...ends[1]
      } else {
        reader.refuse("range must be two numbers, the smaller first", help: "for example range: [0, 1]")
      }
    }
    if isLogarithmic, let range, range.lowerBound <= 0 {
      reader.refuse("a logarithmic axis has no place for \(spelled(range.lowerBound))")
    }
    try reader.finish()
  }

  /// The axis for the chart; labels of bars make it one of categories.
  func axis(hasLabels: Bool, includesZero: Bool) -> Axis {
    let scale: Axis.ScaleKind =
      hasLabels ? .category : isLogarithmic ? .logarithmic : countsSteps ? .steps : .linear
    return Axis(label, unit: unit, scale: scale, range: range, includesZero: includesZero && !isLogarithmic)
  }

  var parameterDescription: String { label ?? "plain" }

  func append(to digest: inout Digest) {
    label.append(to: &digest)
    unit.append(to: &digest)
    digest.append(isLogarithmic ? 1 : 0)
    digest.append(countsSteps ? 1 : 0)
    digest.append(range?.lowerBound ?? .nan)
    digest.append(range?.upperBound ?? .nan)
  }
}

/// A reference line of a `{plot}`.
struct ReferenceLine: ParameterValue {
  let rule: Rule

  static let typeDescription = "a reference line: {x or y, label}"

  init(reading argument: WrittenValue) throws {
    var reader = try MappingReader(argument, expected: Self.typeDescription, known: ["x", "y", "label"])
    let x = reader.read("x", as: Double.self)
    let y = reader.read("y", as: Double.self)
    let label = reader.read("label", as: String.self)
    try reader.finish()
    switch (x, y) {
    case (let x?, nil): rule = Rule(x: x, label: label)
    case (nil, let y?): rule = Rule(y: y, label: label)
    default: throw LessonError.parameter(argument.datum, "a reference line stands at an x or at a y")
    }
  }

  var parameterDescription: String { rule.label ?? "a line" }

  func append(to digest: inout Digest) {
    switch rule.place {
    case .x(let x): digest.append(Value.record(Record([("x", .number(x))])))
    case .y(let y): digest.append(Value.record(Record([("y", .number(y))])))
    }
    rule.label.append(to: &digest)
  }
}

/// Words at a point of a `{plot}`.
struct PlotNote: ParameterValue {
  let x: Double
  let y: Double
  let text: String

  static let typeDescription = "words at a point: {x, y, text}"

  init(reading argument: WrittenValue) throws {
    var reader = try MappingReader(argument, expected: Self.typeDescription, known: ["x", "y", "text"])
    let x = reader.require("x", as: Double.self)
    let y = reader.require("y", as: Double.self)
    let text = reader.require("text", as: String.self)
    try reader.finish()
    guard let x, let y, let text else {
      throw LessonError.parameter(argument.datum, "x, y and text are needed")
    }
    self.x = x
    self.y = y
    self.text = text
  }

  var parameterDescription: String { text }

  func append(to digest: inout Digest) {
    digest.append(x)
    digest.append(y)
    digest.append(text)
  }
}
