/// Comments in raw HTML, which no page shows.
enum HTMLComment {
  /// The offset after the comment that begins at an offset; nil where none begins.
  static func end(in bytes: Bytes, at start: Int, limit: Int) -> Int? {
    guard bytes.byte(start) == ASCII.less, bytes.matches("<!--", at: start) else { return nil }
    var offset = start + 4
    while offset + 3 <= limit {
      if bytes.matches("-->", at: offset) { return offset + 3 }
      offset += 1
    }
    return limit
  }

  /// A text without its comments.
  static func removed(from bytes: Bytes) -> String {
    var result = ""
    var start = 0
    var offset = 0
    while offset < bytes.count {
      if let end = end(in: bytes, at: offset, limit: bytes.count) {
        result += bytes.string(start..<offset)
        offset = end
        start = end
      } else {
        offset += 1
      }
    }
    return result + bytes.string(start..<bytes.count)
  }
}
