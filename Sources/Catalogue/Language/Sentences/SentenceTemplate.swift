import Engine
import LessonFormat
import SourceText

/// A sentence with places to fill in, such as `the capital of {country} is {capital}`.
struct SentenceTemplate: ParameterValue {
  private enum Piece {
    case text(String)
    case place(column: String, range: Range<Int>)
  }

  let written: WrittenText
  private let pieces: [Piece]

  static let typeDescription = "a sentence with {columns} to fill in"
  /// No template has more places.
  static let mostPlaces = 64

  init(reading argument: WrittenValue) throws {
    written = try WrittenText(reading: argument)
    pieces = try Self.pieces(of: written)
  }

  private static func pieces(of written: WrittenText) throws -> [Piece] {
    let bytes = Array(written.text.utf8)
    var pieces: [Piece] = []
    var start = 0
    while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")) {
      guard let close = bytes[open...].firstIndex(of: UInt8(ascii: "}")) else {
        throw written.mistake(in: open..<open + 1, "this { has no }", help: "write {column}")
      }
      pieces.append(.text(String(decoding: bytes[start..<open], as: UTF8.self)))
      let column = String(decoding: bytes[open + 1..<close], as: UTF8.self)
      pieces.append(.place(column: column, range: open..<close + 1))
      start = close + 1
    }
    pieces.append(.text(String(decoding: bytes[start...], as: UTF8.self)))
    guard pieces.count <= 2 * mostPlaces + 1 else {
      throw LessonError.parameter(
        written.datum, "this has \(pieces.count / 2) places to fill in; at most \(mostPlaces) are allowed")
    }
    return pieces
  }

  /// The sentence that each row of a table makes.
  func sentences(from table: FillTable?) throws -> [String] {
    let rows = try hasPlaces ? filled(table) : 1
    let columns = try pieces.map { piece -> [String]? in
      guard case .place(let column, let range) = piece else { return nil }
      return try cells(of: column, at: range, in: table)
    }
    try limit(rows: rows, columns: columns.compactMap(\.self))
    return (0..<rows).map { row in
      zip(pieces, columns).map { piece, cells in
        if case .text(let text) = piece { text } else { cells?[row] ?? "" }
      }.joined()
    }
  }

  /// Refuses what would be too much text, before there is any of it.
  private func limit(rows: Int, columns: [[String]]) throws {
    let bytes = columns.reduce(written.text.utf8.count * rows) {
      $0 + $1.reduce(0) { $0 + $1.utf8.count }
    }
    guard rows > SentencesExperiment.mostSentences || bytes > SentencesExperiment.mostBytes else { return }
    throw LessonError.parameter(
      written.datum, "this makes \(rows) sentences of \(bytes) bytes",
      help: "at most \(SentencesExperiment.mostSentences) sentences and \(SentencesExperiment.mostBytes) bytes "
        + "are allowed")
  }

  /// Whether there is anything to fill in.
  private var hasPlaces: Bool { pieces.count > 1 }

  private func filled(_ table: FillTable?) throws -> Int {
    guard let table else {
      throw LessonError.parameter(
        written.datum, "there is no table to fill this with", help: "add fill: =t, a table with these columns")
    }
    return table.rows
  }

  private func cells(of column: String, at range: Range<Int>, in table: FillTable?) throws -> [String] {
    guard let table else { return [] }
    guard let cells = table[column] else {
      let nearest = nearestName(to: column, among: table.names)
      throw written.mistake(
        in: range, "the table has no column \(column)",
        help: nearest.map { "did you mean {\($0)}?" } ?? "it has \(table.names.joined(separator: ", "))")
    }
    if let row = cells.firstIndex(where: { words(of: $0).isEmpty }) {
      throw written.mistake(in: range, "row \(row + 1) of \(column) is empty")
    }
    return cells
  }

  var parameterDescription: String { written.parameterDescription }

  func append(to digest: inout Digest) { written.append(to: &digest) }
}

/// Columns of words that fill templates, one sentence a row.
struct FillTable: ParameterValue {
  private let columns: [(name: String, cells: [String])]

  static let typeDescription = "a table, such as =t"

  init(reading argument: WrittenValue) throws {
    guard case .record(let record) = try argument.value() else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    columns = record.entries.compactMap { name, value in value.texts.map { (name, $0) } }
    guard let first = columns.first else {
      throw LessonError.parameter(argument.datum, "this has no columns", help: "fill is \(Self.typeDescription)")
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

  /// The cells of a column.
  subscript(name: String) -> [String]? { columns.first { $0.name == name }?.cells }

  var parameterDescription: String { names.joined(separator: ", ") }

  func append(to digest: inout Digest) {
    for column in columns {
      digest.append(column.name)
      digest.append(.texts(column.cells))
    }
  }
}
