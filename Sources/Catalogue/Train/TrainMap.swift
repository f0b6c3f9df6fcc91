import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// A plane of two columns, over which a classifier is drawn with the rows that it learns from.
struct TrainMap {
  private let x: TrainMapAxis
  private let y: TrainMapAxis
  /// The classes of the rows, from 0.
  private let classes: [Double]
  /// What the network is given at each grid point.
  private let inputs: Tensor

  private static let columns = 48
  private static let rows = 36
  /// How many points the network is asked about for each picture.
  static let pointCount = columns * rows
  /// Maps of more classes could not be read.
  static let mostClasses = 16

  /// Prepares a map.
  ///
  /// - Parameters:
  ///   - names: The two columns; nil for those that the inputs are made of, if these are two.
  ///   - datum: Where an author wrote the columns.
  /// - Returns: nil where no columns are given and there is nothing that a map could show.
  /// - Throws: `LessonError` where the columns given make no map.
  init?(columns names: [String], at datum: Datum?, of data: DataTable, inputs: TrainInputs, set: TrainingSet)
    throws
  {
    let used = inputs.columnNames(of: data)
    if let name = set.vectorName, !names.isEmpty {
      let message = "the input is \(name), a vector, which no map of two columns can show"
      throw datum.map { LessonError.parameter($0, message) } ?? .experiment(message)
    }
    if names.isEmpty {
      guard used.count == 2, let classes = set.classes, classes.count <= Self.mostClasses else { return nil }
      try self.init(x: used[0], y: used[1], of: data, inputs: inputs, set: set)
      return
    }
    let mistake = Self.mistake(names, data, used: used, set: set)
    if let mistake { throw datum.map { LessonError.parameter($0, mistake) } ?? .experiment(mistake) }
    try self.init(x: names[0], y: names[1], of: data, inputs: inputs, set: set)
  }

  private static func mistake(
    _ names: [String], _ data: DataTable, used: [String], set: TrainingSet
  ) -> String? {
    guard names.count == 2, names[0] != names[1] else { return "a map has two columns, for example [x, y]" }
    if let stranger = names.first(where: { data[$0] == nil }) {
      return "no column of numbers is called \(stranger.prefix(40))"
    }
    if let hidden = used.first(where: { !names.contains($0) }) {
      return "the inputs depend on \(hidden), which is not on this map"
    }
    guard let classes = set.classes else { return "a map shows classes, and \(set.targetName) is a number" }
    guard classes.count > mostClasses else { return nil }
    return "\(classes.count) classes are too many for a map; at most \(mostClasses) can be told apart"
  }

  private init(x: String, y: String, of data: DataTable, inputs: TrainInputs, set: TrainingSet) throws {
    self.x = TrainMapAxis(x, of: data, count: Self.columns)
    self.y = TrainMapAxis(y, of: data, count: Self.rows)
    classes = set.targets.values
    let (across, down) = (self.x.grid, self.y.grid)
    let grid = DataTable(columns: [
      (x, down.flatMap { _ in across }), (y, down.flatMap { y in across.map { _ in y } }),
    ])
    let columns = inputs.entries.map { ColumnFormula(formula: $0.formula, data: grid).valuesOrNone() }
    let entries = (0..<Self.pointCount).flatMap { row in columns.map { $0[row] } }
    self.inputs = try Tensor(entries, shape: [Self.pointCount, columns.count])
  }

  /// What a network says over the plane.
  func chart(of network: Network, size: Chart.Size) throws -> Chart {
    let probabilities = try network.perceptron(inputs).softmax().values
    let count = network.outputs.count
    let regions = Regions(
      x: x.grid, y: y.grid,
      probabilities: (0..<count).map { index in
        (0..<Self.pointCount).map { probabilities[$0 * count + index] }
      },
      labels: network.outputs, colors: (0..<count).map(ColorRole.series))
    let points = network.outputs.enumerated().map { index, name in
      let own = classes.indices.filter { classes[$0] == Double(index) }
      return Mark.points(
        Points(x: own.map { x.values[$0] }, y: own.map { y.values[$0] }, label: name, color: .series(index)))
    }
    return Chart(
      title: "What the model says", x: x.axis, y: y.axis, marks: [.regions(regions)] + points, size: size)
  }
}

/// One column of a map.
private struct TrainMapAxis {
  let name: String
  let unit: String?
  let values: [Double]
  /// The places of the grid, from a little before the least value to a little beyond the greatest.
  let grid: [Double]

  init(_ name: String, of data: DataTable, count: Int) {
    self.name = name
    unit = data.unit(of: name)
    values = data[name] ?? []
    let range = paddedRange(values)
    grid = linspace(range.lowerBound, range.upperBound, count: count)
  }

  var axis: Axis {
    guard let first = grid.first, let last = grid.last, first < last else { return Axis(name, unit: unit) }
    return Axis(name, unit: unit, range: first...last)
  }
}

/// The range of some values and a little more at both ends.
func paddedRange(_ values: [Double]) -> ClosedRange<Double> {
  guard let least = values.min(), let greatest = values.max(), least.isFinite, greatest.isFinite else {
    return 0...1
  }
  let width = greatest - least
  // Equal values stand in the middle of a range of their own size.
  let margin = width > 0 && width.isFinite ? width * 0.07 : max(least.magnitude / 2, 1)
  let range = (least - margin, greatest + margin)
  return range.0.isFinite && range.1.isFinite ? range.0...range.1 : least...greatest
}
