import SourceText

/// Reads a cell of Swift: the options in lines that begin with `//|`, as in Quarto, and the code.
struct CellReader {
  private static let mark = Array("//|".utf8)
  /// More options than there are.
  private static let mostOptionLines = 100

  /// The whole cell byte for byte.
  let code: MappedText
  private let bytes: [UInt8]
  private let optionLines: [Line]

  /// A line that is an option: what stands behind its mark, and where the next line begins.
  private struct Line {
    var content: Range<Int>
    var end: Int
  }

  init(_ code: MappedText) {
    self.code = code
    bytes = Array(code.text.utf8)
    optionLines = Self.optionLines(of: bytes)
  }

  /// The options as YAML, in the lines that the cell begins with.
  var options: MappedText {
    var options = MappedText(at: code.source(of: 0))
    for line in optionLines {
      options.append(code.slice(line.content))
      options.append("\n", from: Span(at: code.source(of: line.content.upperBound)))
    }
    return options
  }

  /// The code without its options and the empty lines behind them, as readers see it.
  var shownSource: String {
    let rest = bytes[(optionLines.last?.end ?? 0)...]
    return String(decoding: rest.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }, as: UTF8.self)
  }

  /// The first mark of an option that stands below code, where it is nothing but a comment.
  var strayOption: Span? {
    var start = optionLines.last?.end ?? 0
    while start < bytes.count {
      let end = Self.endOfLine(in: bytes, from: start)
      if let mark = Self.mark(in: bytes[start..<end]) { return code.span(of: mark) }
      start = end + 1
    }
    return nil
  }

  private static func optionLines(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < bytes.count, lines.count < mostOptionLines {
      let end = endOfLine(in: bytes, from: start)
      guard let mark = mark(in: bytes[start..<end]) else { break }
      let isSpaced = mark.upperBound < end && bytes[mark.upperBound] == UInt8(ascii: " ")
      lines.append(
        Line(content: (mark.upperBound + (isSpaced ? 1 : 0))..<end, end: min(end + 1, bytes.count)))
      start = end + 1
    }
    return lines
  }

  private static func endOfLine(in bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  /// Where the mark of an option stands in a line, if one does.
  private static func mark(in line: ArraySlice<UInt8>) -> Range<Int>? {
    let rest = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return rest.starts(with: mark) ? rest.startIndex..<(rest.startIndex + mark.count) : nil
  }
}
