import Engine
import Expressions
import LessonFormat

/// A table that an experiment reads: columns of numbers or of texts, all of one length, and their units.
struct DataTable: ParameterValue {
  /// The columns of numbers, in order.
  let columns: [(name: String, numbers: [Double])]
  /// The columns of texts, in order.
  let textColumns: [(name: String, texts: [String])]
  /// The columns of vectors of one length, in order: matrices with a row for each row of the table.
  let vectorColumns: [(name: String, rows: Matrix)]
  /// Columns of something else, which a formula cannot use.
  private let strangeNames: [String]
  private let units: Record

  static let typeDescription = "a table, such as =t"
  /// No table has more rows, so that no experiment takes for ever.
  static let mostRows = 100_000

  /// Makes a table of columns of one length.
  init(columns: [(name: String, numbers: [Double])], textColumns: [(name: String, texts: [String])] = []) {
    (self.columns, self.textColumns, vectorColumns) = (columns, textColumns, [])
    (strangeNames, units) = ([], Record())
  }

  init(reading argument: WrittenValue) throws {
    guard case .record(let record) = try argument.value() else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    var columns: [(name: String, numbers: [Double])] = []
    var texts: [(name: String, texts: [String])] = []
    var matrices: [(name: String, rows: Matrix)] = []
    var strangers: [String] = []
    var units = Record()
    for (name, value) in record.entries {
      switch value {
      case .vector(let numbers): columns.append((name, numbers))
      case .list(let entries):
        let words = entries.compactMap { if case .text(let text) = $0 { text } else { nil } }
        if words.count == entries.count { texts.append((name, words)) } else { strangers.append(name) }
      case .matrix(let matrix): matrices.append((name, matrix))
      case .record(let record) where name == "units": units = record
      default: strangers.append(name)
      }
    }
    let first: (name: String, count: Int)? =
      columns.first.map { ($0.name, $0.numbers.count) } ?? matrices.first.map { ($0.name, $0.rows.rows) }
    guard let first else {
      throw LessonError.parameter(
        argument.datum, "this has no column of numbers", help: "data is \(Self.typeDescription)")
    }
    (self.columns, textColumns, self.units) = (columns, texts, units)
    // A matrix of another number of rows may stand beside the columns, and is none of them.
    vectorColumns = matrices.filter { $0.rows.rows == first.count }
    strangeNames = strangers + matrices.filter { $0.rows.rows != first.count }.map(\.name)
    let counts = columns.map { ($0.name, $0.numbers.count) } + texts.map { ($0.name, $0.texts.count) }
    for (name, count) in counts where count != first.count {
      throw LessonError.parameter(
        argument.datum, "\(name) has \(count) entries where \(first.name) has \(first.count)",
        help: "every column of a table has the same length")
    }
    guard first.count <= Self.mostRows else {
      throw LessonError.parameter(
        argument.datum, "this has \(first.count) rows; at most \(Self.mostRows) are read")
    }
  }

  /// The number of rows.
  var rows: Int { columns.first?.numbers.count ?? vectorColumns.first?.rows.rows ?? 0 }

  /// The names of columns that hold no numbers.
  var otherNames: [String] { textColumns.map(\.name) + vectorColumns.map(\.name) + strangeNames }

  /// The numbers of a column.
  subscript(name: String) -> [Double]? { columns.first { $0.name == name }?.numbers }

  /// The texts of a column.
  func texts(_ name: String) -> [String]? { textColumns.first { $0.name == name }?.texts }

  /// The vectors of a column, a row each.
  func vectors(_ name: String) -> Matrix? { vectorColumns.first { $0.name == name }?.rows }

  /// The unit of a column.
  func unit(of name: String) -> String? {
    if case .text(let unit)? = units[name] { unit } else { nil }
  }

  var parameterDescription: String {
    (columns.map(\.name) + textColumns.map(\.name) + vectorColumns.map(\.name)).joined(separator: ", ")
  }

  func append(to digest: inout Digest) {
    for column in columns {
      digest.append(column.name)
      digest.append(.vector(column.numbers))
    }
    for column in textColumns {
      digest.append(column.name)
      digest.append(.list(column.texts.map(Value.text)))
    }
    for column in vectorColumns {
      digest.append(column.name)
      digest.append(.matrix(column.rows))
    }
    for name in strangeNames { digest.append(name) }
    digest.append(.record(units))
  }
}
