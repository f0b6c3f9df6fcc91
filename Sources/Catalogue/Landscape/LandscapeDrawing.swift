import Expressions
import Plotting

/// The drawing of a landscape: a curve, or contours or colours over two parameters, with what stands on it.
struct LandscapeDrawing {
  let ranges: LandscapeRanges
  let axes: LandscapeAxes
  let grid: LandscapeGrid
  let kind: LandscapeKind
  let levels: [Double]?
  let label: String
  let minimum: LandscapeMinimum?
  let walk: LandscapeWalk?
  let slopes: LandscapeSlopes?

  private var isCurve: Bool { ranges.names.count == 1 }

  /// What a chart's own description cannot know.
  private var remarks: [String] {
    var sentences = ["\(label) over \(ranges.names.joined(separator: " and "))."]
    if let minimum {
      let edge = minimum.isOnEdge ? " on the edge" : ""
      sentences.append(
        "Its minimum\(edge) is \(formatSignificant(minimum.value, 4)) at \(ranges.described(minimum.point)).")
    }
    if grid.undefinedCount > 0 {
      sentences.append("\(grid.undefinedCount) of \(grid.values.count) points of the grid have no value.")
    }
    return sentences
  }

  func chart(_ size: Chart.Size) -> Chart {
    var marks = [background]
    if let slopes { marks += slopes.marks(over: ranges) }
    if let walk { marks += walkMarks(walk) }
    if let minimum { marks.append(.points(point(minimum))) }
    var y = axes.y
    if isCurve { y.range = y.range ?? heightRange }
    // Contours have no axis that could say what they are lines of.
    let subtitle = isCurve || kind == .heat ? nil : "Lines of equal \(label)"
    var chart = Chart(subtitle: subtitle, x: axes.x, y: y, marks: marks, size: size)
    chart.remarks = remarks
    return chart
  }

  private var background: Mark {
    if isCurve { return .line(Line(x: grid.axes[0], y: grid.values, color: .series(0))) }
    switch kind {
    case .contour:
      return .contour(
        Contour(x: grid.axes[0], y: grid.axes[1], values: grid.values, levels: levels, label: label))
    case .heat:
      return .heatMap(
        HeatMap(x: .numbers(grid.axes[0]), y: .numbers(grid.axes[1]), values: grid.values, label: label))
    }
  }

  /// All heights of a curve that are drawn; none over two parameters.
  var heights: [Double] {
    isCurve ? grid.values + (walk?.values ?? []) + [minimum?.value].compactMap(\.self) : []
  }

  /// The range of heights where a path leaves the picture: the curve, and not the path, decides it.
  private var heightRange: ClosedRange<Double>? {
    guard let walk, walk.points.contains(where: { !ranges.ranges[0].contains($0[0]) }) else { return nil }
    let heights = grid.values.filter(\.isFinite)
    guard let low = heights.min(), let high = heights.max(), low < high else { return nil }
    return axes.needsPositiveHeights ? low...high : low - (high - low) / 20...high + (high - low) / 20
  }

  /// The second coordinate of a point in the drawing.
  private func height(_ point: [Double], _ value: Double) -> Double { isCurve ? value : point[1] }

  private func walkMarks(_ walk: LandscapeWalk) -> [Mark] {
    let x = walk.points.map { $0[0] }
    let y = zip(walk.points, walk.values).map(height)
    return [
      .line(Line(x: x, y: y, color: .series(1), dash: .solid, width: 1.5)),
      .points(
        Points(x: x, y: y, label: "path", color: .series(1), shape: .circle, radius: x.count > 80 ? 1.5 : 3)),
    ]
  }

  private func point(_ minimum: LandscapeMinimum) -> Points {
    Points(
      x: [minimum.point[0]], y: [height(minimum.point, minimum.value)],
      label: minimum.isOnEdge ? "minimum on the edge" : "minimum", color: .series(2), shape: .diamond,
      radius: 6)
  }
}
