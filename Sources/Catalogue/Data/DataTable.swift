import Engine
import Expressions
import LessonFormat

/// A table that an experiment reads: columns of numbers or of texts, all of one length, and their units.
struct DataTable: ParameterValue {
  /// The columns of numbers, in order.
  let columns: [(name: String, numbers: [Double])]
  /// The columns of texts, in order.
  let textColumns: [(name: String, texts: [String])]
  /// Columns of something else, which a formula cannot use.
  private let strangeNames: [String]
  private let units: Record

  static let typeDescription = "a table, such as =t"
  /// No table has more rows, so that no experiment takes for ever.
  static let mostRows = 100_000

  /// Makes a table of columns of one length.
  init(columns: [(name: String, numbers: [Double])], textColumns: [(name: String, texts: [String])] = []) {
    (self.columns, self.textColumns, strangeNames, units) = (columns, textColumns, [], Record())
  }

  init(reading argument: WrittenValue) throws {
    guard case .record(let record) = try argument.value() else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    var columns: [(name: String, numbers: [Double])] = []
    var texts: [(name: String, texts: [String])] = []
    var strangers: [String] = []
    var units = Record()
    for (name, value) in record.entries {
      switch value {
      case .vector(let numbers): columns.append((name, numbers))
      case .list(let entries):
        let words = entries.compactMap { if case .text(let text) = $0 { text } else { nil } }
        if words.count == entries.count { texts.append((name, words)) } else { strangers.append(name) }
      case .record(let record) where name == "units": units = record
      default: strangers.append(name)
      }
    }
    guard let first = columns.first else {
      throw LessonError.parameter(
        argument.datum, "this has no column of numbers", help: "data is \(Self.typeDescription)")
    }
    (self.columns, textColumns, strangeNames, self.units) = (columns, texts, strangers, units)
    let counts = columns.map { ($0.name, $0.numbers.count) } + texts.map { ($0.name, $0.texts.count) }
    for (name, count) in counts where count != first.numbers.count {
      throw LessonError.parameter(
        argument.datum, "\(name) has \(count) entries where \(first.name) has \(first.numbers.count)",
        help: "every column of a table has the same length")
    }
    guard first.numbers.count <= Self.mostRows else {
      throw LessonError.parameter(
        argument.datum, "this has \(first.numbers.count) rows; at most \(Self.mostRows) are read")
    }
  }

  /// The number of rows.
  var rows: Int { columns.first?.numbers.count ?? 0 }

  /// The names of columns that hold no numbers.
  var otherNames: [String] { textColumns.map(\.name) + strangeNames }

  /// The numbers of a column.
  subscript(name: String) -> [Double]? { columns.first { $0.name == name }?.numbers }

  /// The texts of a column.
  func texts(_ name: String) -> [String]? { textColumns.first { $0.name == name }?.texts }

  /// The unit of a column.
  func unit(of name: String) -> String? {
    if case .text(let unit)? = units[name] { unit } else { nil }
  }

  var parameterDescription: String { (columns.map(\.name) + textColumns.map(\.name)).joined(separator: ", ") }

  func append(to digest: inout Digest) {
    for column in columns {
      digest.append(column.name)
      digest.append(.vector(column.numbers))
    }
    for column in textColumns {
      digest.append(column.name)
      digest.append(.list(column.texts.map(Value.text)))
    }
    for name in strangeNames { digest.append(name) }
    digest.append(.record(units))
  }
}
