/// A file's text with an index of its lines.
///
/// Lines end as CommonMark has it: at a line feed, a carriage return, or both.
public struct SourceFile: Sendable {
  /// The path relative to the course, with `/` between its parts.
  public let path: String
  /// The file's bytes, as they are on disk.
  public let bytes: [UInt8]
  /// The offset of each line's first byte.
  public let lineStarts: [Int]
  /// How many scalars begin before every 1024th byte, where a line is so long that counting would take time.
  private let scalarMarks: [Int]

  /// Makes a file from its bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = Self.lineStarts(in: bytes)
    self.scalarMarks = Self.scalarMarks(in: bytes, lineStarts: lineStarts)
  }

  /// Makes a file from a text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == .lineFeed {
        starts.append(index)
      } else if byte == .carriageReturn {
        if index < bytes.count, bytes[index] == .lineFeed { index += 1 }
        starts.append(index)
      }
    }
    return starts
  }

  private static let markDistance = 1024

  private static func scalarMarks(in bytes: [UInt8], lineStarts: [Int]) -> [Int] {
    let ends = lineStarts.dropFirst() + [bytes.count]
    guard zip(lineStarts, ends).contains(where: { $1 - $0 > markDistance }) else { return [] }
    var marks: [Int] = []
    var count = 0
    for start in stride(from: 0, through: bytes.count, by: markDistance) {
      marks.append(count)
      count += scalarCount(in: bytes[start..<min(start + markDistance, bytes.count)])
    }
    return marks
  }

  private static func scalarCount(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }

  /// How many scalars begin from one offset to another.
  private func scalarCount(from start: Int, to end: Int) -> Int {
    guard end - start > Self.markDistance else { return Self.scalarCount(in: bytes[start..<end]) }
    return scalarCount(before: end) - scalarCount(before: start)
  }

  private func scalarCount(before offset: Int) -> Int {
    let mark = offset / Self.markDistance
    return scalarMarks[mark] + Self.scalarCount(in: bytes[mark * Self.markDistance..<offset])
  }

  /// The whole file as a span.
  public var span: Span { Span(0, bytes.count) }

  /// The number of lines; a line break at the end begins one more, empty line.
  public var lineCount: Int { lineStarts.count }

  /// The bytes of a line, counted from 1, without its line break.
  public func span(ofLine line: Int) -> Span {
    guard line >= 1, line <= lineStarts.count else { return Span(at: bytes.count) }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
    return Span(start, end)
  }

  /// The line that holds an offset, counted from 1.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The line and column of an offset.
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(of: offset)
    return Position(line: line, column: scalarCount(from: lineStarts[line - 1], to: offset) + 1)
  }

  /// The text of a span; bytes that are no UTF-8 become U+FFFD.
  public func text(in span: Span) -> String {
    let end = min(span.end, bytes.count)
    return String(decoding: bytes[min(span.start, end)..<end], as: UTF8.self)
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
