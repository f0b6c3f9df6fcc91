import Engine
import Expressions
import LessonFormat

/// The runs of a sweep: a row for each, with numbers and texts that tell them apart and vectors of what was recorded.
struct CurveTable: ParameterValue {
  /// What a column holds in each row.
  enum Column {
    case numbers([Double])
    case texts([String])
    /// A vector for each row.
    case curves([[Double]])
  }

  /// A column and the names that lead to it: more than one in a record of results, such as end.loss.
  struct Entry {
    let path: [String]
    let cells: Column

    var name: String { path.joined(separator: ".") }
  }

  let columns: [Entry]
  let rows: Int

  static let typeDescription = "the table of a sweep, such as =family: a row for each run"
  /// More curves than these cannot be looked at.
  static let mostRows = 1_000

  init(reading argument: WrittenValue) throws {
    guard case .record(let record) = try argument.value() else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    columns = Self.entries(of: record, below: [])
    rows = columns.first?.cells.count ?? 0
    guard rows > 0 else {
      throw LessonError.parameter(argument.datum, "this has no rows", help: "it is \(Self.typeDescription)")
    }
    for column in columns where column.cells.count != rows {
      throw LessonError.parameter(
        argument.datum,
        "\(column.name) has \(column.cells.count) entries where \(columns[0].name) has \(rows)",
        help: "every column of a table has the same length")
    }
    guard rows <= Self.mostRows else {
      throw LessonError.parameter(
        argument.datum, "\(rows) curves are more than \(Self.mostRows), the limit")
    }
  }

  private static func entries(of record: Record, below path: [String]) -> [Entry] {
    record.entries.flatMap { name, value in
      // The units of a table stand beside its columns.
      if case .record(let inner) = value {
        return name == "units" ? [] : entries(of: inner, below: path + [name])
      }
      return cells(value).map { [Entry(path: path + [name], cells: $0)] } ?? []
    }
  }

  /// What a value is as a column; nil for what is none.
  private static func cells(_ value: Value) -> Column? {
    switch value {
    case .vector(let numbers): return .numbers(numbers)
    case .matrix(let matrix):
      return .curves((0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } })
    case .list(let entries):
      let texts = entries.compactMap { if case .text(let text) = $0 { text } else { nil } }
      if texts.count == entries.count { return .texts(texts) }
      let curves = entries.compactMap(Self.numbers)
      return curves.count == entries.count ? .curves(curves) : nil
    default: return nil
    }
  }

  private static func numbers(_ value: Value) -> [Double]? {
    switch value {
    case .vector(let numbers): numbers
    case .number(let number): [number]
    default: nil
    }
  }

  /// The cells of a row, under the names of their columns.
  func row(_ place: Int) -> [String: Value] {
    var record = Record()
    for column in columns { record.set(column.cells.value(place), at: column.path[...]) }
    return Dictionary(record.entries.map { ($0.0, $0.1) }) { first, _ in first }
  }

  var parameterDescription: String { columns.map(\.name).joined(separator: ", ") }

  func append(to digest: inout Digest) {
    for column in columns {
      digest.append(column.name)
      for place in 0..<rows { digest.append(column.cells.value(place)) }
    }
  }
}

extension CurveTable.Column {
  /// How many rows there are.
  var count: Int {
    switch self {
    case .numbers(let cells): cells.count
    case .texts(let cells): cells.count
    case .curves(let cells): cells.count
    }
  }

  /// The cell of a row.
  func value(_ place: Int) -> Value {
    switch self {
    case .numbers(let cells): .number(cells[place])
    case .texts(let cells): .text(cells[place])
    case .curves(let cells): .vector(cells[place])
    }
  }
}

extension Record {
  /// Puts a value at the end of a path through records, which are made where there are none.
  mutating func set(_ value: Value, at path: ArraySlice<String>) {
    guard let name = path.first else { return }
    guard path.count > 1 else { return self[name] = value }
    var inner = Record()
    if case .record(let record)? = self[name] { inner = record }
    inner.set(value, at: path.dropFirst())
    self[name] = .record(inner)
  }
}
