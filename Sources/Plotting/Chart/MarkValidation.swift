/// Finds what keeps one mark from being drawn.
struct MarkValidation {
  private let mark: Mark
  let name: String
  let isLogarithmicX: Bool
  let isLogarithmicY: Bool

  /// Prepares to check a mark of a chart.
  init(_ chart: Chart, _ mark: Mark, at index: Int) {
    self.mark = mark
    name = mark.label.nonEmpty.map { "“\($0)”" } ?? "mark \(index + 1) (\(mark.kind))"
    isLogarithmicX = chart.x.scale == .logarithmic
    isLogarithmicY = chart.y.scale == .logarithmic
  }

  /// Throws the first mistake.
  func run() throws(ChartError) {
    switch mark {
    case .line(let line): try series(line.x, line.y)
    case .points(let points): try series(points.x, points.y)
    case .area(let area): try band(area)
    case .bars(let bars): try check(bars)
    case .heatMap(let map): try check(map)
    case .contour(let contour): try check(contour)
    case .regions(let regions): try check(regions)
    case .text(let text): try positive([text.x], [text.y])
    case .rule(let rule):
      switch rule.place {
      case .x(let value): try positive([value], [])
      case .y(let value): try positive([], [value])
      }
    }
  }

  private func series(_ x: [Double], _ y: [Double]) throws(ChartError) {
    try sameLength(x.count, "x values", y.count, "y values")
    try limit("points in \(name)", x.count, Limits.pointsInSeries)
    try positive(x, y)
  }

  private func band(_ area: Area) throws(ChartError) {
    try sameLength(area.x.count, "x values", area.lower.count, "lower values")
    try sameLength(area.lower.count, "lower values", area.upper.count, "upper values")
    try limit("points in \(name)", area.x.count, Limits.pointsInSeries)
    try positive(area.x, area.lower)
    try positive([], area.upper)
  }

  private func check(_ bars: Bars) throws(ChartError) {
    try sameLength(bars.positions.count, "positions", bars.values.count, "values")
    try limit("bars in \(name)", bars.values.count, Limits.bars)
    if case .texts(let texts) = bars.valueLabels {
      try sameLength(bars.values.count, "values", texts.count, "value labels")
    }
    if let colors = bars.colors { try sameLength(bars.values.count, "values", colors.count, "colours") }
    var numbers: [Double] = []
    switch bars.positions {
    case .numbers(let positions): numbers = positions
    case .categories(let names): try distinct(names)
    }
    let isVertical = bars.orientation == .vertical
    try positive(isVertical ? numbers : bars.values, isVertical ? bars.values : numbers)
  }

  private func check(_ map: HeatMap) throws(ChartError) {
    try limit("cells", map.values.count, Limits.cells)
    guard map.rowCount * map.columnCount == map.values.count else {
      throw .mismatchedLengths(
        series: name,
        lengths: "\(map.x.count) horizontal and \(map.y.count) vertical positions but "
          + "\(map.values.count) values; rows times columns must be the number of values")
    }
    try positions(map.x, "horizontal", isLogarithmicX)
    try positions(map.y, "vertical", isLogarithmicY)
    guard let range = map.range else { return }
    guard range.lowerBound < range.upperBound, range.lowerBound.isFinite, range.upperBound.isFinite else {
      throw .unusableRange(axis: "colours", reason: "must have two different, finite ends")
    }
  }

  private func check(_ contour: Contour) throws(ChartError) {
    try limit("cells", contour.values.count, Limits.cells)
    try limit("levels", contour.levels?.count ?? 0, Limits.levels)
    guard contour.x.count <= Limits.cells, contour.y.count <= Limits.cells,
      contour.x.count * contour.y.count == contour.values.count
    else {
      throw .mismatchedLengths(
        series: name,
        lengths:
          "\(contour.x.count) x and \(contour.y.count) y positions but \(contour.values.count) values; "
          + "their product must be the number of values")
    }
    try positions(.numbers(contour.x), "horizontal", isLogarithmicX)
    try positions(.numbers(contour.y), "vertical", isLogarithmicY)
  }

  func positions(
    _ positions: Positions, _ axis: String, _ isLogarithmic: Bool
  ) throws(ChartError) {
    switch positions {
    case .categories(let names): try distinct(names)
    case .numbers(let numbers):
      for index in numbers.indices {
        let grows = index == 0 || numbers[index] > numbers[index - 1]
        guard grows && numbers[index].isFinite else {
          throw .unordered(series: name, entry: index + 1, axis: axis)
        }
      }
      if isLogarithmic { try positive(numbers, axis) }
    }
  }

  private func distinct(_ names: [String]) throws(ChartError) {
    var seen: Set<String> = []
    for category in names where !seen.insert(category).inserted {
      throw .conflictingAxes(axis: "category", reason: "has “\(category)” twice in \(name)")
    }
  }

  private func sameLength(
    _ count: Int, _ what: String, _ otherCount: Int, _ other: String
  ) throws(ChartError) {
    guard count == otherCount else {
      throw .mismatchedLengths(
        series: name, lengths: "\(count) \(what) but \(otherCount) \(other); there must be as many of both")
    }
  }

  private func positive(_ x: [Double], _ y: [Double]) throws(ChartError) {
    if isLogarithmicX { try positive(x, "horizontal") }
    if isLogarithmicY { try positive(y, "vertical") }
  }

  private func positive(_ values: [Double], _ axis: String) throws(ChartError) {
    if let index = values.firstIndex(where: { $0 <= 0 && $0.isFinite }) {
      throw .notPositive(series: name, entry: index + 1, value: values[index], axis: axis)
    }
  }
}

extension Mark {
  /// The kind of mark, as messages and descriptions call it.
  var kind: String {
    switch self {
    case .line: return "line"
    case .points: return "points"
    case .bars: return "bars"
    case .area: return "area"
    case .rule: return "rule"
    case .text: return "text"
    case .heatMap: return "heat map"
    case .contour: return "contour plot"
    case .regions: return "regions"
    }
  }

  /// What the mark as a whole is called, or measures.
  fileprivate var label: String? {
    switch self {
    case .heatMap(let map): return map.label
    case .contour(let contour): return contour.label
    case .line, .points, .bars, .area: return series.first?.label
    case .rule, .text, .regions: return nil
    }
  }
}

extension HeatMap {
  /// The number of columns: fewer by one than positions where these are edges.
  var columnCount: Int { counts.columns }
  /// The number of rows, likewise.
  var rowCount: Int { counts.rows }

  private var counts: (columns: Int, rows: Int) {
    let (columns, rows) = (x.count, y.count)
    guard columns <= Limits.cells + 1, rows <= Limits.cells + 1 else { return (columns, 0) }
    for (edgesAcross, edgesDown) in [(0, 0), (1, 1), (1, 0), (0, 1)] {
      let isAllowed = (edgesAcross == 0 || x.areNumbers) && (edgesDown == 0 || y.areNumbers)
      let (across, down) = (max(0, columns - edgesAcross), max(0, rows - edgesDown))
      if isAllowed && across * down == values.count { return (across, down) }
    }
    return (columns, rows)
  }
}

extension Positions {
  fileprivate var areNumbers: Bool {
    guard case .numbers = self else { return false }
    return true
  }
}
