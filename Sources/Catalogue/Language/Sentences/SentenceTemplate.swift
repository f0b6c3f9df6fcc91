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

  /// Finds what keeps a table from filling the template.
  func check(_ table: FillTable?) throws {
    let columns = try columns(of: table)
    let rows = columns.isEmpty ? 1 : table?.rows ?? 0
    let bytes = columns.reduce(written.text.utf8.count * rows) { $0 + $1.bytes }
    guard rows > SentencesExperiment.mostSentences || bytes > SentencesExperiment.mostBytes else { return }
    throw LessonError.parameter(
      written.datum, "this makes \(rows) sentences of \(bytes) bytes",
      help: "at most \(SentencesExperiment.mostSentences) sentences and \(SentencesExperiment.mostBytes) "
        + "bytes are allowed")
  }

  /// The sentence that each row of a table makes.
  func sentences(from table: FillTable?) throws -> [String] {
    let columns = try columns(of: table)
    return (0..<(columns.isEmpty ? 1 : table?.rows ?? 0)).map { row in
      var places = columns.makeIterator()
      return pieces.map { piece in
        if case .text(let text) = piece { text } else { places.next()?.cells[row] ?? "" }
      }.joined()
    }
  }

  /// The column of each place, in order.
  private func columns(of table: FillTable?) throws -> [FillTable.Column] {
    try pieces.compactMap { piece in
      guard case .place(let name, let range) = piece else { return nil }
      return try column(name, at: range, of: table)
    }
  }

  private func column(_ name: String, at range: Range<Int>, of table: FillTable?) throws -> FillTable.Column {
    guard let table else {
      throw written.mistake(
        in: range, "there is no table to fill this with", help: "add fill: =t, a table with these columns")
    }
    guard let column = table[name] else {
      let nearest = nearestName(to: name, among: table.names)
      throw written.mistake(
        in: range, "the table has no column \(name)",
        help: nearest.map { "did you mean {\($0)}?" } ?? "it has \(table.names.joined(separator: ", "))")
    }
    if let row = column.emptyRow { throw written.mistake(in: range, "row \(row + 1) of \(name) is empty") }
    return column
  }

  var parameterDescription: String { written.parameterDescription }

  func append(to digest: inout Digest) { written.append(to: &digest) }
}
