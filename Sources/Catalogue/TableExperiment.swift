import Engine
import Expressions
import LessonFormat
import Plotting
import SourceText

/// `{table}`: columns of data, written in the lesson or read from a file.
struct TableExperiment: Experiment {
  static let name = "table"
  static let summary = "Holds columns of data, written in the lesson or read from a CSV file."
  static let results = [
    ResultDescription("…", "Each column under its name: a vector of its numbers, or a list of its texts."),
    ResultDescription("units.…", "The unit of each column that has one, unless a column is called units."),
  ]
  static let example = """
    columns:
      mass: [1, 2, 3]
      period: [1.0, 1.41, 1.73]
    units: {mass: kg, period: s}
    tbl-cap: Three pendulums.
    """

  @Parameter("Names, each with a list of numbers or texts.")
  var columns: Columns? = nil
  @Parameter("A CSV file with a header line.")
  var file: DataFile? = nil
  @Parameter("The unit of each column that has one.")
  var units: Units = Units()

  func run(in context: Context) throws -> Outcome {
    let columns = try dataColumns()
    try checkUnits(columns)
    let rows = columns.first?.count ?? 0
    let shown = columns.map { column in
      DisplayTable.Column(
        name: column.name, unit: units[column.name], column.isNumeric ? .numbers : .words,
        cells: Array(column.texts.prefix(DisplayTable.mostRows)))
    }
    let table = DisplayTable(
      columns: shown, omittedRows: max(0, rows - DisplayTable.mostRows), data: data(columns).kept)
    return Outcome(results(columns), displays: [.table(table)])
  }

  /// All rows, with the units in the headings.
  private func data(_ columns: [DataColumn]) -> DataSheet {
    var sheet = DataSheet(
      headings: columns.map { column in units[column.name].map { "\(column.name) (\($0))" } ?? column.name })
    sheet.add(columns.map { $0.numbers.map { .numbers($0) } ?? .texts($0.texts) })
    return sheet
  }

  private func results(_ columns: [DataColumn]) -> Record {
    var record = Record(columns.map { ($0.name, $0.value) })
    if !units.entries.isEmpty, record["units"] == nil {
      record["units"] = .record(Record(units.entries.map { ($0.column.value, .text($0.unit)) }))
    }
    return record
  }

  private func dataColumns() throws -> [DataColumn] {
    switch (columns, file) {
    case (let columns?, nil): return columns.columns
    case (nil, let file?): return try DataColumn.columns(of: file)
    case (nil, nil):
      throw LessonError(.parameter, at: .directive, "columns or file is missing", help: "write one of them")
    case (.some, let file?):
      throw LessonError(
        .parameter, at: .span(file.datum.span), "columns and file are both given; write one of them")
    }
  }

  private func checkUnits(_ columns: [DataColumn]) throws {
    let names = columns.map(\.name)
    let errors = units.entries.compactMap { entry -> LessonError? in
      guard !names.contains(entry.column.value) else { return nil }
      let nearest = nearestName(to: entry.column.value, among: names)
      return LessonError(
        .parameter, at: .span(entry.column.span), "no column is called \(entry.column.value)",
        help: nearest.map { "did you mean \($0)?" } ?? "the columns are \(names.joined(separator: ", "))")
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }
}

extension TableExperiment {
  /// Columns that are written in the lesson.
  struct Columns: ParameterValue {
    let columns: [DataColumn]

    static let typeDescription = "names, each with a list of numbers or texts"

    init(reading argument: WrittenValue) throws {
      guard case .mapping(let entries) = argument.datum.kind, !entries.isEmpty else {
        throw argument.mismatch(expected: Self.typeDescription)
      }
      columns = try collectingErrors(entries) { entry in
        DataColumn(name: entry.key.value, cells: try Self.cells(argument.part(entry.value)))
      }
      guard let first = columns.first else { return }
      let errors = zip(entries, columns).compactMap { entry, column -> LessonError? in
        guard column.count != first.count else { return nil }
        return LessonError.parameter(
          entry.value, "\(column.name) has \(column.count) entries where \(first.name) has \(first.count)",
          help: "every column of a table has the same length")
      }
      guard errors.isEmpty else { throw LessonErrors(errors) }
    }

    private static func cells(_ argument: WrittenValue) throws -> DataColumn.Cells {
      switch try argument.value() {
      case .vector(let numbers): return .numbers(numbers)
      case .list(let entries):
        let texts = entries.compactMap { if case .text(let text) = $0 { text } else { nil } }
        guard texts.count == entries.count else {
          if case .number = entries.first { throw mixture(entries, argument) }
          return try .texts([String](reading: argument))
        }
        return .texts(texts)
      default: throw argument.mismatch(expected: "a list of numbers or texts")
      }
    }

    /// A column that begins with a number and has something else in it.
    private static func mixture(_ entries: [Value], _ argument: WrittenValue) -> LessonError {
      let index = entries.firstIndex { if case .number = $0 { false } else { true } } ?? 0
      var datum = argument.datum
      if case .list(let written) = datum.kind, written.indices.contains(index) { datum = written[index] }
      return .parameter(
        datum, "the column begins with a number, and row \(index + 1) is \(entries[index].typeDescription)",
        help: "a column holds numbers only, or texts; put the first in quotes where it is a text")
    }

    var parameterDescription: String { columns.map(\.name).joined(separator: ", ") }

    func append(to digest: inout Digest) {
      for column in columns {
        digest.append(column.name)
        digest.append(column.value)
      }
    }
  }

  /// Columns with their units.
  struct Units: ParameterValue {
    var entries: [(column: Spanned<String>, unit: String)] = []

    static let typeDescription = "columns with their units"

    init() {}

    init(reading argument: WrittenValue) throws {
      guard case .mapping(let mapping) = argument.datum.kind else {
        throw argument.mismatch(expected: Self.typeDescription)
      }
      entries = try collectingErrors(mapping) { entry in
        (entry.key, try String(reading: argument.part(entry.value)))
      }
    }

    subscript(column: String) -> String? {
      entries.first { $0.column.value == column }?.unit
    }

    var parameterDescription: String {
      entries.isEmpty ? "none" : entries.map(\.unit).joined(separator: ", ")
    }

    func append(to digest: inout Digest) {
      for entry in entries {
        digest.append(entry.column.value)
        digest.append(entry.unit)
      }
    }
  }
}
