/// The inner rectangle of a panel with the scales that map values into it.
package struct Frame: Sendable, Hashable {
  package let rectangle: Rectangle
  let xScale: Scale
  let yScale: Scale

  /// The horizontal place of a value, or nil where it has none.
  func x(_ value: Double) -> Double? {
    xScale.fraction(value).map { PathData.clamped(rectangle.x + $0 * rectangle.width) }
  }

  /// The vertical place of a value, or nil where it has none; names run from the top down, as in a table.
  func y(_ value: Double) -> Double? {
    yScale.fraction(value).map { fraction in
      let downwards = yScale.names == nil ? 1 - fraction : fraction
      return PathData.clamped(rectangle.y + downwards * rectangle.height)
    }
  }

  /// The place of a pair of values, or nil where one of them has none.
  func point(_ xValue: Double, _ yValue: Double) -> Point? {
    guard let x = x(xValue), let y = y(yValue) else { return nil }
    return Point(x, y)
  }
}
