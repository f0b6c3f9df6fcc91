import Expressions
import Plotting

/// The table that the runs of a sweep make: a row for each point, a column for each name of its grid and each result.
struct SweepTable {
  struct Column {
    /// Where the column stands among the results.
    var path: [String]
    var heading: String
    var values: [Value]
    /// Whether it is a part of the grid, which is shown whatever it holds.
    var isAxis: Bool
  }

  private var columns: [Column]

  /// Gathers what the runs kept, in the order of the points.
  init(_ sweep: Sweep, _ grid: Grid, _ kept: [Record]) {
    columns = grid.axes.enumerated().map { index, axis in
      Column(path: [axis.column], heading: axis.key.value, values: grid.column(index), isAxis: true)
    }
    let taken = Set(grid.axes.map(\.column))
    let paths = sweep.keep?.map(\.names) ?? Self.commonNumbers(kept).filter { !taken.contains($0[0]) }
    columns += paths.map { path in
      Column(
        path: path, heading: path.joined(separator: "."), values: kept.compactMap { $0[path[...]] },
        isAxis: false)
    }
  }

  /// The paths that lead to single numbers in all records, in the order of the first.
  private static func commonNumbers(_ records: [Record]) -> [[String]] {
    guard let first = records.first else { return [] }
    var common = first.numberPaths
    for record in records.dropFirst() {
      let own = Set(record.numberPaths)
      common.removeAll { !own.contains($0) }
    }
    return common
  }

  /// The columns as results.
  var results: Record {
    var results = Record()
    for column in columns { results[column.path[...]] = Value(column: column.values) }
    return results
  }

  /// The columns as a page shows them: the grid, and what is a single value in every row.
  var display: DisplayTable {
    let shown = columns.compactMap { column in
      column.cells.map { (column: column, cells: $0) }
    }
    let rows = columns.first?.values.count ?? 0
    var sheet = DataSheet(headings: shown.map(\.column.heading))
    sheet.add(shown.map { $0.column.numbers.map { .numbers($0) } ?? .texts($0.cells) })
    return DisplayTable(
      columns: shown.map { column, cells in
        DisplayTable.Column(
          name: column.heading, column.numbers == nil ? .words : .numbers,
          cells: Array(cells.prefix(DisplayTable.mostRows)))
      }, omittedRows: max(0, rows - DisplayTable.mostRows), data: sheet.kept)
  }
}

extension SweepTable.Column {
  fileprivate var numbers: [Double]? {
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    return numbers.count == values.count ? numbers : nil
  }

  /// What stands in its cells; nil where it is no part of the grid and holds more than single values.
  fileprivate var cells: [String]? {
    if let numbers { return printedNumbers(numbers) }
    guard isAxis || values.allSatisfy(\.isSingle) else { return nil }
    return values.map(Grid.short)
  }
}

extension Value {
  /// A column: a vector where all entries are numbers, or else a list.
  fileprivate init(column values: [Value]) {
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    self = numbers.count == values.count ? .vector(numbers) : .list(values)
  }

  fileprivate var isSingle: Bool {
    switch self {
    case .number, .boolean, .text: true
    case .vector, .matrix, .list, .record, .function: false
    }
  }
}
