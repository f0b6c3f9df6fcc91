/// Turns several charts into one scene.
struct ChartGridLayout {
  private let grid: ChartGrid
  /// The layouts by row, each of a chart in the size of its place.
  private let rows: [[ChartLayout]]

  private static let gap = 24.0
  /// Shrunk further, labels of charts that stand side by side could not be read.
  private static let leastShare = 0.85

  /// Checks the charts and prepares to lay them out.
  init(_ grid: ChartGrid) throws(ChartError) {
    let charts = grid.rows.joined()
    try limit("charts", charts.count, Limits.panels)
    guard grid.width.isFinite, grid.width <= Double(Limits.longestSide), !charts.isEmpty else {
      throw .unusableSize(width: grid.width, height: charts.map(\.size.height).max() ?? 0)
    }
    self.grid = grid
    var rows: [[ChartLayout]] = []
    for row in grid.rows where !row.isEmpty {
      var layouts: [ChartLayout] = []
      for chart in Self.sized(row, width: grid.width) { layouts.append(try ChartLayout(chart)) }
      rows.append(layouts)
    }
    self.rows = rows
  }

  /// The charts of a row in the sizes of their places.
  private static func sized(_ row: [Chart], width: Double) -> [Chart] {
    let wanted = row.map { $0.size.width }
    let room = width - gap * Double(row.count - 1)
    let total = wanted.reduce(0, +)
    let height = row.map(\.size.height).max() ?? 0
    return zip(row, wanted).map { chart, share in
      var chart = chart
      chart.size = Chart.Size(width: (room * share / total).rounded(.down), height: height)
      return chart
    }
  }

  /// The scene.
  func scene() -> Scene {
    let plan = SeriesPlan(rows.joined().flatMap(\.panels), variesDashes: true)
    var header = Header(title: grid.title, width: grid.width)
    header.add(Legend(plan.entries, top: header.height, width: grid.width))
    var parts: [Scene.Part] = []
    var styles = plan.styles[...]
    var (y, width) = (header.height, grid.width)
    for row in rows {
      let margins = row.map(\.margins).reduce(ChartLayout.Margins()) { $0.union($1) }
      var (x, height) = (0.0, 0.0)
      for layout in row {
        let own = styles.prefix(layout.panels.count)
        styles = styles.dropFirst(layout.panels.count)
        let part = layout.part(styles: Array(own), margins: margins)
        parts.append(Scene.Part(origin: Point(x, y), scene: part))
        (x, height) = (x + part.width + Self.gap, max(height, part.height))
      }
      width = max(width, x - Self.gap)
      y += height + Self.gap
    }
    var scene = Scene(width: width, height: y - Self.gap)
    (scene.shapes, scene.texts, scene.parts) = (header.shapes, header.texts, parts)
    if rows.contains(where: { $0.count > 1 }) { scene.leastWidth = (width * Self.leastShare).rounded() }
    return scene
  }
}
