import Engine
import Expressions
import LessonFormat

/// `{landscape}`: an objective over one or two parameters, with its minimum and a way down to it.
struct LandscapeExperiment: Experiment {
  static let name = "landscape"
  static let summary = "Draws an objective over one or two parameters, with its minimum, paths and slopes."
  static let results = [
    ResultDescription("minimum.m", "Where the minimum is, by name; with minimum: true."),
    ResultDescription("minimum_value", "The objective there."),
    ResultDescription("on_edge", "Whether it lies on the edge of the ranges."),
    ResultDescription("minimum_verdict", "How the search ended, in words."),
    ResultDescription("path.m", "The points of the path, a vector by name."),
    ResultDescription("path_values", "The objective at these points."),
    ResultDescription("slopes.m", "The derivatives at the triangles, a vector by name."),
    ResultDescription("undefined", "How many points of the grid have no value."),
  ]
  static let example = """
    objective: (m1 - 1)^2 + 3*(m2 + m1/2)^2
    over: {m1: [-2, 2], m2: [-2, 2]}
    minimum: true
    path:
      descent: {start: {m1: -1.5, m2: 1.5}, rate: 0.1, steps: 20}
    fig-cap: A valley and a way down.
    """
  static let looksThroughDefinitions = true

  @Parameter("What is drawn: an expression that gives a number.")
  var objective: Formula
  @Parameter("One or two names, each with the two ends of its range.")
  var over: LandscapeRanges
  @Parameter("Points in order, or {descent: {start, rate, steps}}, a walk against the gradient.")
  var path: LandscapePath? = nil
  @Parameter("Whether the minimum is searched for, from the best point of the grid.")
  var minimum = false
  @Parameter("Points at which the slope is drawn: a triangle, or an arrow downhill.")
  var triangles: LandscapePoints? = nil
  @Parameter("How many points the grid has along each axis; 401 for one name, 81 for two.", .between(5, 2001))
  var grid: Int? = nil
  @Parameter("How two parameters are drawn: contour or heat.")
  var kind = LandscapeKind.contour
  @Parameter("What the objective is called.")
  var label: String? = nil

  /// Two parameters have no finer grid, along each axis.
  static let finestGrid = 301

  func run(in context: Context) throws -> Outcome {
    var surface = Surface(objective, over: over)
    let grid = try LandscapeGrid(&surface, count: try gridCount())
    var record = Record()
    let found = try minimum ? LandscapeMinimum(&surface, from: grid) : nil
    if let found {
      record["minimum"] = .record(over.record(found.point.map { .number($0) }))
      record["minimum_value"] = .number(found.value)
      record["on_edge"] = .boolean(found.isOnEdge)
      record["minimum_verdict"] = .text(found.verdict)
    }
    let walk = try path.map { try $0.walk(on: &surface, at: $path) }
    if let walk {
      record["path"] = .record(over.record(walk.columns.map { .vector($0) }))
      record["path_values"] = .vector(walk.values)
    }
    let slopes = try triangles.map { try LandscapeSlopes($0, on: &surface, at: $triangles) }
    if let slopes { record["slopes"] = .record(over.record(slopes.columns.map { .vector($0) })) }
    record["undefined"] = .number(Double(grid.undefinedCount))
    let drawing = LandscapeDrawing(
      ranges: over, grid: grid, kind: kind, label: label ?? name, minimum: found, walk: walk, slopes: slopes)
    var figure = try context.figure(drawing.chart(context.size(height: over.names.count == 1 ? 360 : 480)))
    figure.description = "\(drawing.description) \(figure.description)"
    return Outcome(record, displays: [.figure(figure)])
  }

  /// The formula itself where it is short.
  private var name: String {
    let text = printed(objective.text.text.trimmed)
    return text.count <= 40 ? text : "objective"
  }

  private func gridCount() throws -> Int {
    guard over.names.count == 2 else { return grid ?? 401 }
    let count = grid ?? 81
    guard count <= Self.finestGrid else {
      let message = "\(count) points along each of two axes are more than \(Self.finestGrid), the limit"
      throw $grid.map { LessonError.parameter($0, message) } ?? .experiment(message)
    }
    return count
  }
}
