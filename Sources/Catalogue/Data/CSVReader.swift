import Engine
import SourceText

/// Reads comma-separated values (RFC 4180): quoted cells may hold commas, quotes and line breaks; the first
/// line names the columns.
///
/// Every cell keeps its place in the file.
struct CSVReader {
  /// A cell's text with its place.
  typealias Cell = Spanned<String>

  private let data: DataFile
  private let bytes: [UInt8]
  private var index: Int

  /// No table has more cells.
  static let mostCells = 1_000_000

  /// Reads the rows of a file, the header among them.
  static func rows(of data: DataFile) throws -> [[Cell]] {
    if let place = firstInvalidByte(in: data.file.bytes) {
      throw data.error(at: Span(place, place + 1), "the file is not UTF-8 from here on")
    }
    var reader = CSVReader(data)
    var rows: [[Cell]] = []
    var cells = 0
    while reader.index < reader.bytes.count {
      let row = try reader.row()
      if row.count == 1, row[0].value.isEmpty, row[0].span.isEmpty { continue }
      cells += row.count
      guard cells <= mostCells else {
        throw data.error(at: row[0].span, "the table has more than \(mostCells) cells, its limit")
      }
      rows.append(row)
    }
    return rows
  }

  private init(_ data: DataFile) {
    self.data = data
    bytes = data.file.bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private mutating func row() throws -> [Cell] {
    var cells = [try cell()]
    while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
      index += 1
      cells.append(try cell())
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
    return cells
  }

  private mutating func cell() throws -> Cell {
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return try quotedCell() }
    let start = index
    while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
    var span = Span(start, index)
    while span.start < span.end, isSpace(bytes[span.start]) { span.start += 1 }
    while span.end > span.start, isSpace(bytes[span.end - 1]) { span.end -= 1 }
    return Cell(data.file.text(in: span), span)
  }

  private mutating func quotedCell() throws -> Cell {
    let start = index
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\"") else {
        text.append(byte)
        continue
      }
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        text.append(byte)
        index += 1
      } else {
        guard index == bytes.count || isEnd(bytes[index]) else {
          throw data.error(
            at: Span(index, index + 1), "a comma or the end of the line must follow a closing quote")
        }
        return Cell(String(decoding: text, as: UTF8.self), Span(start, index))
      }
    }
    throw data.error(at: Span(start, start + 1), "this quote is never closed")
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
