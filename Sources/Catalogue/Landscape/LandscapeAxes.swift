import Engine
import Expressions
import LessonFormat
import Plotting

/// The axes of a landscape: those of the parameters have the ranges of `over`.
struct LandscapeAxes {
  let x: Axis
  let y: Axis
  private let isCurve: Bool

  /// Fails where an axis has a range of its own, or is logarithmic and its range has numbers that are not above 0.
  init(x: (PlotAxis, Datum?), y: (PlotAxis, Datum?), over ranges: LandscapeRanges, label: String) throws {
    isCurve = ranges.names.count == 1
    let written = [x, y]
    var axes = written.map { $0.0.axis(hasLabels: false, includesZero: false) }
    _ = try collectingErrors(Array(ranges.names.indices)) { index in
      let name = ranges.names[index]
      if axes[index].range != nil {
        throw mistake(at: written[index].1, "over gives the range of \(name)", help: "leave range: out here")
      }
      if axes[index].scale == .logarithmic, ranges.ranges[index].lowerBound <= 0 {
        throw mistake(
          at: ranges.data[index],
          "\(name) begins at \(spelled(ranges.ranges[index].lowerBound)), and a logarithmic axis has no place for it",
          help: "begin above 0, or leave log: out")
      }
      axes[index].range = ranges.ranges[index]
      axes[index].label = axes[index].label ?? printed(name)
    }
    if isCurve { axes[1].label = axes[1].label ?? label }
    (self.x, self.y) = (axes[0], axes[1])
  }

  /// Whether the axis of each parameter is logarithmic.
  var isLogarithmic: [Bool] { (isCurve ? [x] : [x, y]).map { $0.scale == .logarithmic } }

  /// Whether straight lines are drawn as such.
  var areStraight: Bool { x.scale != .logarithmic && y.scale != .logarithmic }

  /// Whether the heights of a curve need to be above 0.
  var needsPositiveHeights: Bool { isCurve && y.scale == .logarithmic }
}
