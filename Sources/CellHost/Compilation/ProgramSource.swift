import Engine
import SourceText

/// The text that the compiler reads: the cells in order, each between a line that begins it and the next one's.
///
/// Cells stand in it byte for byte, but for a few bytes before the expression that one ends in; every offset in the
/// text is led back to the cell it came from.
struct ProgramSource: Sendable {
  /// A stretch of the text that is a cell's.
  private struct Part {
    var cell: Int
    var start: Int
    var source: Int
    var count: Int
  }

  private(set) var bytes: [UInt8] = []
  private let codes: [[UInt8]]
  private var parts: [Part] = []
  /// The offsets in each cell at which its lines begin, counted as the compiler counts them.
  private let lineStarts: [[Int]]
  /// Where each cell's last expression begins; nil for a cell that ends in none.
  private let expressions: [Int?]

  /// Writes the text of cells.
  ///
  /// - Parameter marked: where each cell's last expression begins, as an offset in the cell.
  init(_ cells: [Cell], expressions marked: [Int?] = []) {
    codes = cells.map { Array($0.code.text.utf8) }
    lineStarts = cells.map { Self.lineStarts(in: $0.code.text) }
    expressions = zip(cells, marked + Array(repeating: nil, count: cells.count)).map { cell, start in
      start.flatMap { (0...cell.code.count).contains($0) ? $0 : nil }
    }
    let declared = cells.map { DeclaredExperiment.all(in: $0.code.text) }
    append("import Cells\n")
    if !declared.joined().isEmpty { append("import CellExperiments\n") }
    append("_startCells()\n")
    for (index, cell) in cells.enumerated() {
      append("#sourceLocation(file: \"\(Self.frameFile)\", line: 1)\n_beginCell(\(index))\n")
      append("#sourceLocation(file: \"\(Self.file(ofCell: index))\", line: 1)\n")
      append(cell, index, expression: expressions[index])
      append("\n#sourceLocation(file: \"\(Self.frameFile)\", line: 1)\n")
      if expressions[index] != nil { append("_showCellValue(\(Self.name(index)))\n") }
      if !declared[index].isEmpty {
        append(
          "_offerExperiments([\(declared[index].map { "\($0.type).self" }.joined(separator: ", "))], ofCell: \(index))\n"
        )
      }
    }
    append("_endCells()\n")
  }

  private static let frameFile = "frame.swift"

  static func file(ofCell index: Int) -> String { "cell-\(index + 1).swift" }

  private static func name(_ index: Int) -> String { "_lastValueOfCell\(index + 1)" }

  private static func binding(_ index: Int) -> String { "let \(name(index)) = " }

  private static func lineStarts(in text: String) -> [Int] {
    [0] + text.utf8.enumerated().filter { $0.element == UInt8(ascii: "\n") }.map { $0.offset + 1 }
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  private mutating func append(_ cell: Cell, _ index: Int, expression: Int?) {
    let code = Array(cell.code.text.utf8)
    let split = expression ?? code.count
    append(code[..<split], index, from: 0)
    guard expression != nil else { return }
    append(Self.binding(index))
    append(code[split...], index, from: split)
  }

  private mutating func append(_ code: ArraySlice<UInt8>, _ cell: Int, from source: Int) {
    parts.append(Part(cell: cell, start: bytes.count, source: source, count: code.count))
    bytes += code
  }

  /// The place in a cell of an offset in the text; nil where no cell stands there.
  func place(of offset: Int) -> CellPlace? {
    let part = parts.last { $0.start <= offset }
    guard let part, offset <= part.start + part.count else { return nil }
    let place = part.source + offset - part.start
    return CellPlace(cell: part.cell, start: place, end: place)
  }

  /// The end of the last cell that begins before an offset: where something is missing that the compiler looks for
  /// behind it.
  func end(before offset: Int) -> CellPlace {
    let cell = parts.last { $0.start <= offset }?.cell ?? 0
    let last = codes[cell].lastIndex { !" \t\r\n".utf8.contains($0) } ?? 0
    return CellPlace(cell: cell, start: last, end: min(last + 1, codes[cell].count))
  }

  /// The place in a cell of a line and a column of bytes, both from 1, as debug information has them.
  func place(inFile name: String, line: Int, column: Int) -> CellPlace? {
    guard let cell = lineStarts.indices.first(where: { Self.file(ofCell: $0) == name }),
      lineStarts[cell].indices.contains(line - 1)
    else { return nil }
    let start = lineStarts[cell][line - 1]
    let end = line < lineStarts[cell].count ? lineStarts[cell][line] : .max
    var offset = start + max(column, 1) - 1
    if let expression = expressions[cell], expression >= start, expression < end, offset > expression {
      offset = max(expression, offset - Self.binding(cell).utf8.count)
    }
    offset = min(offset, codes[cell].count)
    return CellPlace(cell: cell, start: offset, end: offset)
  }

  /// A place that holds the word which begins at it, and reaches an end where one is known.
  func word(at place: CellPlace, reaching end: Int?) -> CellPlace {
    guard codes.indices.contains(place.cell), place.start < codes[place.cell].count else { return place }
    let code = codes[place.cell]
    var wordEnd = place.start
    while wordEnd < code.count, Self.isWord(code[wordEnd]) { wordEnd += 1 }
    let least = wordEnd == place.start && code[wordEnd] != UInt8(ascii: "\n") ? wordEnd + 1 : wordEnd
    return CellPlace(cell: place.cell, start: place.start, end: max(least, end ?? 0))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  /// The code at a place.
  func text(_ place: CellPlace) -> String {
    guard codes.indices.contains(place.cell) else { return "" }
    return String(
      decoding: codes[place.cell].dropFirst(place.start).prefix(place.end - place.start), as: UTF8.self)
  }

  /// Whether it may need the libraries of Foundation.
  var importsFoundation: Bool {
    codes.contains { String(decoding: $0, as: UTF8.self).contains("Foundation") }
  }
}
