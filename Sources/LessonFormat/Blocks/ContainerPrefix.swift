/// The markers of quotes, list entries and footnotes at the beginning of a line.
struct ContainerPrefix {
  /// The offset of what stands behind the markers.
  private(set) var end: Int
  /// The number of markers.
  private(set) var markers = 0
  /// The columns of white space between them.
  private(set) var columns = 0
  /// The offset of the first `[^` of a footnote's definition.
  private(set) var footnote: Int?
  /// The columns of white space before that.
  private(set) var footnoteIndent = 0

  /// Reads the beginning of a line.
  init(_ bytes: Bytes, _ line: Range<Int>) {
    end = line.lowerBound
    while end < line.upperBound {
      let byte = bytes[end]
      if ASCII.isBlank(byte) {
        columns += byte == ASCII.tab ? 4 : 1
        end += 1
      } else if let length = Self.marker(bytes, at: end, limit: line.upperBound) {
        if byte == ASCII.openBracket, footnote == nil {
          footnote = end
          footnoteIndent = columns
        }
        markers += 1
        end += length
      } else {
        return
      }
    }
  }

  private static func marker(_ bytes: Bytes, at offset: Int, limit: Int) -> Int? {
    switch bytes[offset] {
    case ASCII.greater: return 1
    case ASCII.hyphen, UInt8(ascii: "*"), UInt8(ascii: "+"):
      return offset + 1 == limit || ASCII.isBlank(bytes[offset + 1]) ? 1 : nil
    case ASCII.openBracket: return footnoteMarker(bytes, at: offset, limit: limit)
    default: return numberMarker(bytes, at: offset, limit: limit)
    }
  }

  private static func numberMarker(_ bytes: Bytes, at offset: Int, limit: Int) -> Int? {
    var end = offset
    while end < limit, end - offset < 9, ASCII.isDigit(bytes[end]) { end += 1 }
    guard end > offset, end < limit, bytes[end] == ASCII.period || bytes[end] == ASCII.closeParenthesis else {
      return nil
    }
    return end + 1 == limit || ASCII.isBlank(bytes[end + 1]) ? end + 1 - offset : nil
  }

  private static func footnoteMarker(_ bytes: Bytes, at offset: Int, limit: Int) -> Int? {
    guard offset + 1 < limit, bytes[offset + 1] == ASCII.caret else { return nil }
    var end = offset + 2
    while end < limit, bytes[end] != ASCII.closeBracket {
      if ASCII.isSpace(bytes[end]) { return nil }
      end += 1
    }
    guard end > offset + 2, end + 1 < limit, bytes[end + 1] == ASCII.colon else { return nil }
    return end + 2 - offset
  }
}
