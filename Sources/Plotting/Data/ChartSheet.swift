/// Makes the table behind charts: a row for each thing drawn, saying where it stands and to which series it belongs.
struct ChartSheet {
  /// What a column is about, in the order of the columns.
  enum Role: Int, CaseIterable {
    case chart, panel, mark, series, x, y, lower, upper, value

    var heading: String { "\(self)" }
  }

  /// Rows of one mark.
  private struct Group {
    var columns: [Role: DataSheet.Column]
    var isGrid = false
  }

  private var groups: [Group] = []
  private let headings: [Role: String]

  /// Collects what one chart draws; its axes name the columns.
  init(_ chart: Chart) {
    headings = Self.headings(of: chart)
    add(chart, named: nil)
  }

  /// Collects what several charts draw.
  init(_ grid: ChartGrid) {
    let charts = Array(grid.rows.joined())
    headings = charts.count == 1 ? Self.headings(of: charts[0]) : [:]
    for (index, chart) in charts.enumerated() {
      add(chart, named: charts.count == 1 ? nil : chart.title.nonEmpty ?? String(index + 1))
    }
  }

  /// The table, without columns that would be empty or say the same everywhere.
  var sheet: DataSheet {
    let kinds = Set(groups.compactMap { $0.columns[.mark] })
    let roles = Role.allCases.filter { role in
      role == .mark ? kinds.count > 1 : groups.contains { $0.columns[role] != nil }
    }
    var sheet = DataSheet(headings: roles.map { headings[$0] ?? $0.heading })
    for group in groups {
      let columns = roles.map { group.columns[$0] ?? .shared("") }
      if group.isGrid { sheet.add(grid: columns) } else { sheet.add(columns) }
    }
    return sheet
  }

  /// The captions of the axes, where they could be nothing else.
  private static func headings(of chart: Chart) -> [Role: String] {
    var headings: [Role: String] = [:]
    let taken = Set(Role.allCases.map(\.heading))
    for (role, direction) in [(Role.x, Direction.horizontal), (.y, .vertical)] {
      let plan = AxisPlan(chart, direction)
      let caption = plan.axis.caption ?? (plan.content.names.isEmpty ? nil : "category")
      guard let caption, !taken.contains(caption), !headings.values.contains(caption) else { continue }
      headings[role] = caption
    }
    return headings
  }

  // MARK: Marks

  private mutating func add(_ chart: Chart, named name: String?) {
    let x = AxisPlan(chart, .horizontal).content.names
    let y = AxisPlan(chart, .vertical).content.names
    for (index, panel) in chart.panels.enumerated() {
      let start = groups.count
      for mark in panel.marks { add(mark, x: x, y: y) }
      for place in start..<groups.count {
        if let name { groups[place].columns[.chart] = .shared(name) }
        guard chart.facets != nil else { continue }
        groups[place].columns[.panel] = .shared(panel.title.nonEmpty ?? String(index + 1))
      }
    }
  }

  private mutating func add(_ mark: Mark, x: [String], y: [String]) {
    switch mark {
    case .line(let line):
      add("line", line.label, [.x: names(line.x, x), .y: names(line.y, y)])
    case .points(let points):
      add("points", points.label, [.x: names(points.x, x), .y: names(points.y, y)])
    case .area(let area):
      add(
        "area", area.label,
        [.x: names(area.x, x), .lower: .numbers(area.lower), .upper: .numbers(area.upper)])
    case .bars(let bars):
      let isUpright = bars.orientation == .vertical
      add(
        "bars", bars.label,
        [isUpright ? .x : .y: column(bars.positions), isUpright ? .y : .x: .numbers(bars.values)])
    case .rule(let rule):
      switch rule.place {
      case .x(let value): add("rule", rule.label, [.x: names([value], x)])
      case .y(let value): add("rule", rule.label, [.y: names([value], y)])
      }
    case .text(let text):
      add("note", text.string, [.x: names([text.x], x), .y: names([text.y], y)])
    case .heatMap(let map):
      addGrid(
        "heat map", map.label, centres(map.x, map.columnCount), centres(map.y, map.rowCount), map.values)
    case .contour(let contour):
      addGrid("contour", contour.label, .numbers(contour.x), .numbers(contour.y), contour.values)
    case .regions(let regions):
      for (label, probabilities) in zip(regions.labels, regions.probabilities) {
        addGrid("region", label, .numbers(regions.x), .numbers(regions.y), probabilities)
      }
    }
  }

  private mutating func add(_ mark: String, _ label: String?, _ columns: [Role: DataSheet.Column]) {
    var columns = columns
    columns[.mark] = .shared(mark)
    columns[.series] = label.nonEmpty.map { .shared($0) }
    groups.append(Group(columns: columns))
  }

  private mutating func addGrid(
    _ mark: String, _ label: String?, _ x: DataSheet.Column, _ y: DataSheet.Column, _ values: [Double]
  ) {
    add(mark, label, [.x: x, .y: y, .value: .numbers(values)])
    groups[groups.count - 1].isGrid = true
  }

  private func column(_ positions: Positions) -> DataSheet.Column {
    switch positions {
    case .numbers(let numbers): .numbers(numbers)
    case .categories(let names): .texts(names)
    }
  }

  /// Places on an axis, by the names that stand there.
  private func names(_ places: [Double], _ names: [String]) -> DataSheet.Column {
    let areNames = places.allSatisfy { $0 == $0.rounded() && $0 >= 1 && $0 <= Double(names.count) }
    return !names.isEmpty && areNames ? .texts(places.map { names[Int($0) - 1] }) : .numbers(places)
  }

  /// The middles of a grid's cells, which may be given by their edges.
  private func centres(_ positions: Positions, _ count: Int) -> DataSheet.Column {
    guard case .numbers(let numbers) = positions, numbers.count == count + 1 else { return column(positions) }
    return .numbers(zip(numbers, numbers.dropFirst()).map { $0 / 2 + $1 / 2 })
  }
}

extension Chart {
  /// What is drawn, as a table for those who want to draw it anew.
  public var data: DataSheet { ChartSheet(self).sheet }
}

extension ChartGrid {
  /// What is drawn in all charts, as one table.
  public var data: DataSheet { ChartSheet(self).sheet }
}
