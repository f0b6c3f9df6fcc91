extension PanelPainter {
  /// Draws a heat map: neighbours in a row that share a shade become one rectangle, and each shade one path.
  mutating func draw(_ map: HeatMap) {
    guard let colorScale, let cells = HeatMapCells(map, in: frame) else { return }
    var paths = Array(repeating: PathData(), count: ColorMap.shadeCount)
    for row in cells.rows.indices {
      let shades = cells.columns.indices.map {
        colorScale.shade(cells.values[row * cells.columns.count + $0])
      }
      var start = 0
      while start < shades.count {
        var end = start + 1
        while end < shades.count, shades[end] == shades[start] { end += 1 }
        if let shade = shades[start] {
          paths[shade].rectangle(cells.rectangle(rows: row, columns: start..<end))
        }
        start = end
      }
    }
    for (shade, path) in paths.enumerated() {
      var shape = Shape.filled(path, .fixed(colorScale.map.shade(shade)))
      shape.isCrisp = true
      add(shape)
    }
    if map.showsValues { writeValues(cells, colorScale) }
  }

  /// Writes the values into the cells, if all fit.
  private mutating func writeValues(_ cells: HeatMapCells, _ colorScale: ColorScale) {
    let size = PlacedText.Role.value.size
    guard cells.values.count <= 400 else { return }
    let format = CellFormat(cells.values)
    var labels: [PlacedText] = []
    for (index, value) in cells.values.enumerated() where value.isFinite {
      let (row, column) = index.quotientAndRemainder(dividingBy: cells.columns.count)
      let box = cells.rectangle(rows: row, columns: column..<(column + 1))
      let string = format.text(value)
      let shade = colorScale.map.shade(colorScale.shade(value) ?? 0)
      let (dark, light) = (Palette.ink.light, Palette.paper.light)
      let ink = shade.contrast(with: dark) >= shade.contrast(with: light) ? dark : light
      let label = PlacedText(
        string, .value, at: Point(box.midX, box.midY + size * PlacedText.middle), anchor: .middle,
        ink: .fixed(ink))
      guard box.contains(label.box.grown(by: 1)) else { return }
      labels.append(label)
    }
    labels.forEach { add($0) }
  }
}

/// The cells of a heat map on the page; cells smaller than a pixel are merged, and hold their mean.
struct HeatMapCells {
  /// The extents of columns from left to right, and of rows in the order of the data.
  let columns: [(start: Double, end: Double)]
  let rows: [(start: Double, end: Double)]
  let values: [Double]

  /// Places the cells in a panel; nil where they have no place.
  init?(_ map: HeatMap, in frame: Frame) {
    func edges(_ positions: Positions, _ count: Int, _ direction: Direction) -> [Double]? {
      let scale = direction == .horizontal ? frame.xScale : frame.yScale
      let edges = HeatMapCells.edges(positions, count, scale)
      let places = edges.compactMap { direction == .horizontal ? frame.x($0) : frame.y($0) }
      return places.count == edges.count && places.count == count + 1 ? places : nil
    }
    let (columnCount, rowCount) = (map.columnCount, map.rowCount)
    guard columnCount > 0, rowCount > 0, columnCount * rowCount == map.values.count,
      let across = edges(map.x, columnCount, .horizontal), let down = edges(map.y, rowCount, .vertical)
    else { return nil }
    let (columnGroups, rowGroups) = (HeatMapCells.groups(across), HeatMapCells.groups(down))
    columns = columnGroups.map { (across[$0.lowerBound], across[$0.upperBound]) }
    rows = rowGroups.map { (down[$0.lowerBound], down[$0.upperBound]) }
    values = rowGroups.flatMap { rowGroup in
      columnGroups.map { HeatMapCells.mean(map.values, rowGroup, $0, columnCount) }
    }
  }

  /// The rectangle over some columns of a row, on half pixels so that neighbours meet.
  func rectangle(rows row: Int, columns range: Range<Int>) -> Rectangle {
    func snapped(_ place: Double) -> Double { (place * 2).rounded() / 2 }
    let (left, right) = (snapped(columns[range.lowerBound].start), snapped(columns[range.upperBound - 1].end))
    let (one, other) = (snapped(rows[row].start), snapped(rows[row].end))
    return Rectangle(x: left, y: min(one, other), width: right - left, height: (one - other).magnitude)
  }

  private static func edges(_ positions: Positions, _ count: Int, _ scale: Scale) -> [Double] {
    switch positions {
    case .numbers(let numbers):
      var isLogarithmic = false
      if case .logarithmic = scale { isLogarithmic = true }
      return CellEdges.edges(of: numbers, cells: count, isLogarithmic: isLogarithmic)
    case .categories(let names):
      // Names of one map stand together on the axis in their own order.
      let first = names.first.flatMap { scale.names?.firstIndex(of: $0) } ?? 0
      return (0...names.count).map { Double(first + $0) + 0.5 }
    }
  }

  /// Neighbouring cells that share a pixel.
  private static func groups(_ edges: [Double]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    for index in 1..<edges.count {
      let isWide = (edges[index] - edges[start]).magnitude >= 0.999
      guard isWide || index == edges.count - 1 else { continue }
      groups.append(start..<index)
      start = index
    }
    return groups
  }

  private static func mean(_ values: [Double], _ rows: Range<Int>, _ columns: Range<Int>, _ width: Int)
    -> Double
  {
    var (mean, count) = (0.0, 0.0)
    for row in rows {
      for column in columns {
        let value = values[row * width + column]
        guard value.isFinite else { continue }
        count += 1
        mean += value / count - mean / count
      }
    }
    return count > 0 ? mean : .nan
  }
}
