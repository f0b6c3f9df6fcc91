import Engine
import Expressions
import LessonFormat

/// Columns of words that fill templates, one sentence a row.
struct FillTable: ParameterValue {
  /// A column, with what is asked of it again and again.
  struct Column {
    let name: String
    let cells: [String]
    /// How many bytes its cells have together.
    let bytes: Int
    /// The first row, from 0, whose cell has no word.
    let emptyRow: Int?

    init(_ name: String, _ cells: [String]) {
      (self.name, self.cells) = (name, cells)
      bytes = cells.reduce(0) { $0 + $1.utf8.count }
      emptyRow = cells.firstIndex { words(of: $0).isEmpty }
    }
  }

  private let columns: [Column]

  static let typeDescription = "a table, such as =t"

  init(reading argument: WrittenValue) throws {
    guard case .record(let record) = try argument.value() else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    columns = record.entries.compactMap { name, value in value.texts.map { Column(name, $0) } }
    guard let first = columns.first else {
      throw LessonError.parameter(
        argument.datum, "this has no columns", help: "fill is \(Self.typeDescription)")
    }
    for column in columns where column.cells.count != first.cells.count {
      throw LessonError.parameter(
        argument.datum,
        "\(column.name) has \(column.cells.count) entries where \(first.name) has \(first.cells.count)",
        help: "every column of a table has the same length")
    }
  }

  /// How many rows there are.
  var rows: Int { columns.first?.cells.count ?? 0 }
  /// The columns' names.
  var names: [String] { columns.map(\.name) }

  /// The column of a name.
  subscript(name: String) -> Column? { columns.first { $0.name == name } }

  var parameterDescription: String { names.joined(separator: ", ") }

  func append(to digest: inout Digest) {
    for column in columns {
      digest.append(column.name)
      digest.append(.texts(column.cells))
    }
  }
}
