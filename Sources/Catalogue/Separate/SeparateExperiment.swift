import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// `{separate}`: the straight border that tells two classes apart best.
struct SeparateExperiment: Experiment {
  static let name = "separate"
  static let summary =
    "Finds the straight border between two classes that leaves fewest points on the wrong side."
  static let results = [
    ResultDescription("right", "How many points are on their own side: no straight border has more."),
    ResultDescription("accuracy", "The share of them."),
    ResultDescription(
      "normal", "The direction, of length 1, in which the border is crossed to the second class."),
    ResultDescription("offset", "How far the border is from the origin, along the normal."),
    ResultDescription("side(x, y)", "The distance from the border, above 0 on the second class's side."),
  ]
  static let example = """
    data: {x: [0, 0, 1, 1], y: [0, 1, 0, 1], kind: [equal, different, different, equal]}
    inputs: [x, y]
    target: kind
    fig-cap: No line has more than three of these four on their own side.
    """

  @Parameter("The table of points.")
  var data: DataTable
  @Parameter("The two coordinates: columns, or names with expressions in columns.")
  var inputs: TrainInputs
  @Parameter("The column of classes, of which there are two.")
  var target: Formula

  /// The search takes a time that grows with the square.
  static let mostPoints = 3_000

  func run(in context: Context) throws -> Outcome {
    let set = try TrainingSet(data, inputs: inputs, target: target)
    guard inputs.entries.count == 2, let classes = set.classes, classes.count == 2 else {
      throw mistake(in: set)
    }
    guard set.rows <= Self.mostPoints else {
      throw LessonError.experiment("\(set.rows) points are more than \(Self.mostPoints), the limit")
    }
    let x = (0..<set.rows).map { set.inputs[$0, 0] }
    let y = (0..<set.rows).map { set.inputs[$0, 1] }
    let isSecond = set.targets.values.map { $0 == 1 }
    guard let border = HalfPlane.best(x: x, y: y, isPositive: isSecond) else {
      throw LessonError.experiment("there are no points")
    }
    let right = border.countOfRight(x: x, y: y, isPositive: isSecond)
    let results = Record([
      ("right", .number(Double(right))), ("accuracy", .number(Double(right) / Double(set.rows))),
      ("normal", .vector([border.normalX, border.normalY])), ("offset", .number(border.offset)),
      ("side", .function(side(of: border))),
    ])
    let marks = points(x, y, isSecond, classes) + [line(border, x, y)].compactMap(\.self)
    let chart = Chart(
      x: Axis(inputs.names[0]), y: Axis(inputs.names[1]), marks: marks, size: context.size(height: 480))
    return Outcome(results, displays: [.figure(try context.figure(chart))])
  }

  private func mistake(in set: TrainingSet) -> LessonError {
    if inputs.entries.count != 2, let datum = $inputs {
      return .parameter(datum, "expected two coordinates, found \(inputs.entries.count)")
    }
    let found = set.classes.map { "has \($0.count)" } ?? "holds numbers"
    return LessonError(
      ExpressionError(
        target.expression.extent, "a border lies between two classes; \(set.targetName) \(found)"),
      in: target.text)
  }

  private func side(of border: HalfPlane) -> Function {
    let names = inputs.names
    return Function(
      parameters: names, formula: "across_1*\(names[0]) + across_2*\(names[1]) - offset_of_border",
      constants: Record([
        ("across", .vector([border.normalX, border.normalY])), ("offset_of_border", .number(border.offset)),
      ]))
  }

  private func points(_ x: [Double], _ y: [Double], _ isSecond: [Bool], _ classes: [String]) -> [Mark] {
    classes.enumerated().map { index, name in
      let own = isSecond.indices.filter { isSecond[$0] == (index == 1) }
      return .points(
        Points(
          x: own.map { x[$0] }, y: own.map { y[$0] }, label: name, color: .series(index),
          radius: x.count > 300 ? 1.5 : 3))
    }
  }

  /// The border within the points' range; nil where it passes outside.
  private func line(_ border: HalfPlane, _ x: [Double], _ y: [Double]) -> Mark? {
    guard let left = x.min(), let right = x.max(), let bottom = y.min(), let top = y.max() else { return nil }
    let (n, m, offset) = (border.normalX, border.normalY, border.offset)
    var ends: [(x: Double, y: Double)] = []
    if m.magnitude > 1e-12 { ends += [left, right].map { ($0, (offset - n * $0) / m) } }
    if n.magnitude > 1e-12 { ends += [bottom, top].map { ((offset - m * $0) / n, $0) } }
    let slack = 1e-9 * (right - left + top - bottom)
    let within = ends.filter {
      $0.x >= left - slack && $0.x <= right + slack && $0.y >= bottom - slack && $0.y <= top + slack
    }
    guard let first = within.min(by: { ($0.x, $0.y) < ($1.x, $1.y) }),
      let last = within.max(by: { ($0.x, $0.y) < ($1.x, $1.y) })
    else { return nil }
    return .line(Line(x: [first.x, last.x], y: [first.y, last.y], label: "border", color: .ink))
  }
}
