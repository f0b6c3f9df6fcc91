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
    ResultDescription("runs", "How far the triangle at each point of a curve reaches; to the left below 0."),
    ResultDescription("rises", "How far each triangle's tangent rises over its run."),
    ResultDescription("undefined", "How many points of the grid have no value."),
  ]
  static let example = """
    objective: (m1 - 1)^2 + 3*(m2 + m1/2)^2
    over: {m1: [-2, 2], m2: [-2, 2]}
    minimum: true
    levels: [1, 2, 5, 10, 20, 30]
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
  @Parameter("How far each triangle reaches along the axis; a round number that fits, without it.", .above(0))
  var run: Double? = nil
  @Parameter("The values whose lines are drawn as contours; round ones, without it.")
  var levels: [Double]? = nil
  @Parameter("How many points the grid has along each axis; 401 for one name, 81 for two.", .between(5, 2001))
  var grid: Int? = nil
  @Parameter("How two parameters are drawn: contour or heat.")
  var kind = LandscapeKind.contour
  @Parameter("What the objective is called.")
  var label: String? = nil
  @Parameter("The axis across, with label, unit, log.")
  var x = PlotAxis()
  @Parameter("The axis up, with label, unit, log; of a curve with range, too.")
  var y = PlotAxis()

  /// Two parameters have no finer grid, along each axis.
  static let finestGrid = 301

  func run(in context: Context) throws -> Outcome {
    let axes = try checkedAxes()
    var surface = Surface(objective, over: over)
    let grid = try LandscapeGrid(&surface, count: gridCount, isLogarithmic: axes.isLogarithmic)
    var walk: LandscapeWalk?
    var slopes: LandscapeSlopes?
    let visits: [() throws -> Void] = [
      { walk = try path.map { try $0.walk(on: &surface) } },
      { slopes = try triangles.map { try LandscapeSlopes($0, on: &surface) } },
    ]
    _ = try collectingErrors(visits) { try $0() }
    if isCurve { slopes?.setRuns(run, over: over.ranges[0], heights: grid.values) }
    let found = try minimum ? LandscapeMinimum(&surface, from: grid) : nil
    let drawing = LandscapeDrawing(
      ranges: over, axes: axes, grid: grid, kind: kind, levels: levels, label: label ?? name, minimum: found,
      walk: walk, slopes: slopes)
    try drawing.heights.forEach(checkHeight(axes))
    let figure = try context.figure(drawing.chart(context.size(height: isCurve ? 360 : 480)))
    let results = LandscapeResults(ranges: over, grid: grid, minimum: found, walk: walk, slopes: slopes)
    return Outcome(results.record, displays: [.figure(figure)])
  }

  private var isCurve: Bool { over.names.count == 1 }
  private var gridCount: Int { grid ?? (isCurve ? 401 : 81) }

  /// The formula itself where it is short.
  private var name: String {
    let text = printed(objective.text.text.trimmed)
    return text.count <= 40 ? text : "the objective"
  }

  /// The axes, once everything fits together that can be told without the objective's values.
  private func checkedAxes() throws -> LandscapeAxes {
    var axes: LandscapeAxes?
    let checks: [() throws -> Void] = [
      { try checkNames() },
      { axes = try LandscapeAxes(x: (x, $x), y: (y, $y), over: over, label: label ?? name) },
      { try path?.check(over) },
      { try triangles?.check(over) },
      { try triangles?.check(atMost: LandscapeSlopes.mostPlaces, "triangles") },
      checkSizes, checkUse,
    ]
    _ = try collectingErrors(checks) { try $0() }
    guard let axes else { throw LessonError.experiment("the axes do not fit") }
    if triangles != nil, !axes.areStraight {
      throw mistake(
        at: $triangles, "on logarithmic axes a slope is no straight line",
        help: "leave log: or triangles: out")
    }
    return axes
  }

  /// Names that nothing defines, and parameters that nothing depends on.
  private func checkNames() throws {
    var errors = objective.unknownNames(besides: Set(over.names)) {
      "a parameter has its range in over: {\($0): [0, 1]}"
    }
    let reached = DefinitionSearch(objective).reachedNames(from: over.names)
    for (name, datum) in zip(over.names, over.data) where !reached.contains(name) {
      errors.append(
        .parameter(datum, "the objective does not use \(name)", help: "leave it out, or correct its name"))
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }

  private func checkSizes() throws {
    if !isCurve, gridCount > Self.finestGrid {
      throw mistake(
        at: $grid, "\(gridCount) points along each of two axes are more than \(Self.finestGrid), the limit")
    }
    guard isCurve, let run else { return }
    let width = over.ranges[0].upperBound - over.ranges[0].lowerBound
    guard run <= width else {
      throw mistake(
        at: $run, "a run of \(spelled(run)) is longer than the range, which is \(spelled(width)) long")
    }
  }

  /// Parameters that would change nothing are slips of the author's.
  private func checkUse() throws {
    var errors: [LessonError] = []
    if run != nil, triangles == nil || !isCurve {
      errors.append(mistake(at: $run, "a run is that of triangles on a curve, and there are none"))
    }
    if levels != nil, isCurve || kind != .contour {
      errors.append(mistake(at: $levels, "levels are those of contours, and none are drawn"))
    }
    if isCurve, let kind = $kind {
      errors.append(.parameter(kind, "over one name a landscape is a curve", help: "leave kind: out"))
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }

  /// Refuses what a logarithmic axis has no place for.
  private func checkHeight(_ axes: LandscapeAxes) -> (Double) throws -> Void {
    { height in
      guard axes.needsPositiveHeights, height <= 0 else { return }
      throw mistake(
        at: $y, "the objective reaches \(spelled(height)), and a logarithmic axis has no place for it",
        help: "leave log: out")
    }
  }
}
