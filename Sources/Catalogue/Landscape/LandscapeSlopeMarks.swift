import Expressions
import Plotting

extension LandscapeSlopes {
  /// Triangles along a curve; arrows downhill over two parameters.
  func marks(over ranges: LandscapeRanges) -> [Mark] {
    places.flatMap { place in
      place.run.map { triangle(place, run: $0) } ?? arrow(place, over: ranges)
    }
  }

  /// Run, rise and tangent at a point of a curve, with the division that gives the slope.
  private func triangle(_ place: Place, run: Double) -> [Mark] {
    let (x, y) = (place.point[0], place.value)
    let end = y + place.slope[0] * run
    let across = run > 0 ? [x, x + run] : [x + run, x]
    let tangent = run > 0 ? [y, end] : [end, y]
    return [
      .area(
        Area(
          x: across, lower: zip([y, y], tangent).map(min), upper: zip([y, y], tangent).map(max),
          color: .series(3))),
      .line(Line(x: [x, x + run, x + run], y: [y, y, end], color: .series(3), dash: .solid, width: 1)),
      .line(Line(x: across, y: tangent, color: .series(3), dash: .solid)),
      .points(Points(x: [x], y: [y], color: .series(3), shape: .circle, radius: 3.5)),
      .text(
        Text(x: x + run, y: y, label(place, run: run), anchor: run > 0 ? .start : .end, color: .series(3))),
    ]
  }

  private func label(_ place: Place, run: Double) -> String {
    let slope = NumberText.short(place.slope[0])
    guard place.slope[0] != 0 else { return "slope 0" }
    return "\(NumberText.short(place.slope[0] * run)) / \(NumberText.short(run)) = \(slope)"
  }

  /// An arrow against the gradient, as long at every place.
  private func arrow(_ place: Place, over ranges: LandscapeRanges) -> [Mark] {
    let widths = ranges.ranges.map { $0.upperBound - $0.lowerBound }
    let parts = zip(place.slope, widths).map { -$0 / $1 }
    let length = (parts[0] * parts[0] + parts[1] * parts[1]).squareRoot()
    let start = Points(
      x: [place.point[0]], y: [place.point[1]], label: "downhill", color: .series(3), shape: .circle,
      radius: 3)
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
      .line(Line(x: corners.map(\.0), y: corners.map(\.1), color: .series(3), dash: .solid)), .points(start),
    ]
  }
}
