import Expressions
import Plotting

/// The drawing of a landscape: a curve, or contours or colours over two parameters, with what stands on it.
struct LandscapeDrawing {
  let ranges: LandscapeRanges
  let grid: LandscapeGrid
  let kind: LandscapeKind
  let label: String
  let minimum: LandscapeMinimum?
  let walk: LandscapeWalk?
  let slopes: LandscapeSlopes?

  private var isCurve: Bool { ranges.names.count == 1 }

  /// What a chart's own description cannot know.
  var description: String {
    var sentences = ["\(label) over \(ranges.names.joined(separator: " and "))."]
    if let minimum {
      let edge = minimum.isOnEdge ? " on the edge" : ""
      sentences.append(
        "Its minimum\(edge) is \(formatSignificant(minimum.value, 4)) at \(ranges.described(minimum.point)).")
    }
    if grid.undefinedCount > 0 {
      sentences.append("\(grid.undefinedCount) of \(grid.values.count) points of the grid have no value.")
    }
    return sentences.joined(separator: " ")
  }

  func chart(_ size: Chart.Size) -> Chart {
    var marks = [background]
    if let walk { marks += walkMarks(walk) }
    if let slopes { marks += isCurve ? slopes.places.flatMap(triangle) : slopes.places.flatMap(arrow) }
    if let minimum { marks.append(.points(point(minimum))) }
    return Chart(
      x: Axis(printed(ranges.names[0]), range: ranges.ranges[0]),
      y: isCurve ? Axis(label) : Axis(printed(ranges.names[1]), range: ranges.ranges[1]), marks: marks,
      size: size)
  }

  private var background: Mark {
    if isCurve { return .line(Line(x: grid.axes[0], y: grid.values, color: .series(0))) }
    switch kind {
    case .contour:
      return .contour(Contour(x: grid.axes[0], y: grid.axes[1], values: grid.values, label: label))
    case .heat:
      return .heatMap(
        HeatMap(x: .numbers(grid.axes[0]), y: .numbers(grid.axes[1]), values: grid.values, label: label))
    }
  }

  /// The second coordinate of a point in the drawing.
  private func height(_ point: [Double], _ value: Double) -> Double { isCurve ? value : point[1] }

  private func walkMarks(_ walk: LandscapeWalk) -> [Mark] {
    let shown = zip(walk.points, walk.values).filter { ranges.ranges[0].contains($0.0[0]) || !isCurve }
    let x = shown.map { $0.0[0] }
    let y = shown.map { height($0.0, $0.1) }
    return [
      .line(Line(x: x, y: y, color: .series(1), dash: .solid, width: 1.5)),
      .points(Points(x: x, y: y, label: "path", color: .series(1), shape: .circle, radius: 3)),
    ]
  }

  private func point(_ minimum: LandscapeMinimum) -> Points {
    Points(
      x: [minimum.point[0]], y: [height(minimum.point, minimum.value)],
      label: minimum.isOnEdge ? "minimum on the edge" : "minimum", color: .series(2), shape: .diamond,
      radius: 6)
  }

  /// Run, rise and tangent at a point of a curve.
  private func triangle(_ place: LandscapeSlopes.Place) -> [Mark] {
    let (x, y, slope) = (place.point[0], place.value, place.slope[0])
    let range = ranges.ranges[0]
    let heights = grid.values.filter(\.isFinite)
    let reach = (heights.max() ?? 0) - (heights.min() ?? 0)
    var run = (range.upperBound - range.lowerBound) / 8
    if reach > 0, abs(slope) * run > reach / 3 { run = reach / 3 / abs(slope) }
    if x + run > range.upperBound { run = -run }
    let end = y + slope * run
    return [
      .line(Line(x: [x, x + run, x + run], y: [y, y, end], color: .ink, dash: .dotted, width: 1.5)),
      .line(Line(x: [x, x + run], y: [y, end], color: .series(1), dash: .solid)),
      .points(Points(x: [x], y: [y], color: .series(1), shape: .circle, radius: 3.5)),
      .text(
        Text(
          x: x + run, y: (y + end) / 2, "slope \(formatSignificant(slope, 3))",
          anchor: run > 0 ? .start : .end,
          color: .ink)),
    ]
  }

  /// An arrow against the gradient, as long at every place.
  private func arrow(_ place: LandscapeSlopes.Place) -> [Mark] {
    let widths = ranges.ranges.map { $0.upperBound - $0.lowerBound }
    let parts = zip(place.slope, widths).map { -$0 / $1 }
    let length = (parts[0] * parts[0] + parts[1] * parts[1]).squareRoot()
    let start = Points(
      x: [place.point[0]], y: [place.point[1]], color: .series(2), shape: .circle, radius: 3)
    guard length > 0, length.isFinite else { return [.points(start)] }
    let (across, up) = (parts[0] / length, parts[1] / length)
    func corner(_ along: Double, _ aside: Double) -> (Double, Double) {
      (
        place.point[0] + widths[0] * (along * across - aside * up),
        place.point[1] + widths[1] * (along * up + aside * across)
      )
    }
    let corners = [
      corner(0, 0), corner(0.12, 0), corner(0.095, 0.015), corner(0.12, 0), corner(0.095, -0.015),
    ]
    return [
      .line(Line(x: corners.map(\.0), y: corners.map(\.1), color: .series(2), dash: .solid)), .points(start),
    ]
  }
}
