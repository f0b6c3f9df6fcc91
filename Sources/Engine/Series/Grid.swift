import Expressions
import LessonFormat
import SourceText

/// The points of a sweep, in order.
struct Grid: Sendable {
  /// A parameter with the values that it takes.
  struct Axis: Sendable {
    var key: Spanned<String>
    var values: [Datum]
    /// The same, evaluated: what the column shows.
    var evaluated: [Value] = []

    /// The name of the column, which expressions can use as a name.
    var column: String { String(key.value.map { $0 == "-" ? "_" : $0 }) }
  }

  private(set) var axes: [Axis]
  /// Which value of each axis a point has.
  private(set) var points: [[Int]]

  /// Every combination of the axes' values, of which the first axis varies slowest; throws at a place where there are
  /// none or too many.
  init(combining axes: [Axis], at datum: Datum) throws(LessonError) {
    var count = 1
    for axis in axes {
      let (product, overflows) = count.multipliedReportingOverflow(by: axis.values.count)
      count = overflows ? Int.max : product
    }
    try Self.check(count, at: datum)
    self.axes = axes
    points = [[]]
    for axis in axes { points = points.flatMap { point in axis.values.indices.map { point + [$0] } } }
  }

  /// Points that are named themselves: of each axis the first values belong together, then the second.
  init(listing axes: [Axis], count: Int, at datum: Datum) throws(LessonError) {
    try Self.check(count, at: datum)
    self.axes = axes
    points = (0..<count).map { point in axes.map { _ in point } }
  }

  private static func check(_ count: Int, at datum: Datum) throws(LessonError) {
    guard count > 0 else { throw .parameter(datum, "the grid has no points") }
    guard count <= Sweep.mostPoints else {
      let found = count == Int.max ? "far more than \(Sweep.mostPoints)" : "\(count)"
      throw .parameter(datum, "the grid has \(found) points; at most \(Sweep.mostPoints) are run")
    }
  }

  /// The same with another axis, which varies fastest.
  func times(_ axis: Axis, at datum: Datum) throws(LessonError) -> Grid {
    try Self.check(points.count * axis.values.count, at: datum)
    var grid = self
    grid.axes.append(axis)
    grid.points = points.flatMap { point in axis.values.indices.map { point + [$0] } }
    return grid
  }

  /// Evaluates the values; one that only its parameter understands stands as it was written.
  mutating func evaluate(_ value: (Datum) -> Value) {
    for index in axes.indices { axes[index].evaluated = axes[index].values.map(value) }
  }

  /// The entries that a point gives its parameters.
  func entries(of point: Int) -> [Datum.Entry] {
    zip(axes, points[point]).map { Datum.Entry(key: $0.key, value: $0.values[$1]) }
  }

  /// A point in words: `hidden 8 and seed 3`.
  func name(of point: Int) -> String {
    let parts = zip(axes, points[point]).map { "\($0.key.value) \(Self.short($0.evaluated[$1]))" }
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and \(last)"
  }

  /// The values of an axis, point by point.
  func column(_ axis: Int) -> [Value] { points.map { axes[axis].evaluated[$0[axis]] } }

  /// A value in so few words that it can stand in a cell or a sentence.
  static func short(_ value: Value) -> String {
    let text = value.formatted(significantDigits: 6)
    return text.count > 32 ? "\(text.prefix(31))…" : text
  }
}
