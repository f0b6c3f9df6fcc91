/// What stands behind the text of a link, `](destination "title")` or `][label]`, found again in the source.
///
/// cmark tells what a link leads to, not where that is written, so its own rules are followed once more.
struct LinkTail {
  /// The destination as written, without `<` and `>`; nil where a definition elsewhere gives it.
  var destination: Range<Int>?
  /// The title as written, without its quotes.
  var title: Range<Int>?
  /// The label as written, where a definition elsewhere gives the destination; nil where the text is the
  /// label.
  var label: Range<Int>?
  /// The offset after the tail.
  var end: Int

  /// Reads the tail that begins with the `]` at an offset.
  init(_ bytes: Bytes, at bracket: Int) {
    if let inline = Self.inline(bytes, at: bracket) {
      self = inline
    } else {
      self.init(reference: bytes, at: bracket)
    }
  }

  private init(destination: Range<Int>, title: Range<Int>?, end: Int) {
    self.destination = destination
    self.title = title
    self.end = end
  }

  private init(reference bytes: Bytes, at bracket: Int) {
    end = min(bracket + 1, bytes.count)
    guard bytes.byte(end) == ASCII.openBracket else { return }
    var offset = end + 1
    while offset < bytes.count, bytes[offset] != ASCII.openBracket {
      if bytes[offset] == ASCII.closeBracket {
        if offset > end + 1 { label = end + 1..<offset }
        end = offset + 1
        return
      }
      offset += bytes[offset] == ASCII.backslash && ASCII.isPunctuation(bytes.byte(offset + 1)) ? 2 : 1
    }
  }

  private static func inline(_ bytes: Bytes, at bracket: Int) -> LinkTail? {
    guard bytes.byte(bracket + 1) == ASCII.openParenthesis else { return nil }
    let start = bytes.skippingSpaces(from: bracket + 2)
    guard let (destination, afterDestination) = destination(in: bytes, at: start) else { return nil }
    let titleStart = bytes.skippingSpaces(from: afterDestination)
    let titleEnd = titleStart == afterDestination ? nil : self.titleEnd(in: bytes, at: titleStart)
    let end = bytes.skippingSpaces(from: titleEnd ?? titleStart)
    guard bytes.byte(end) == ASCII.closeParenthesis else { return nil }
    let title = titleEnd.map { titleStart + 1..<max($0 - 1, titleStart + 1) }
    return LinkTail(destination: bytes.trimming(destination), title: title, end: end + 1)
  }

  /// The destination at an offset, and the offset after it.
  static func destination(in bytes: Bytes, at start: Int) -> (Range<Int>, Int)? {
    bytes.byte(start) == ASCII.less
      ? enclosedDestination(in: bytes, at: start) : bareDestination(in: bytes, at: start)
  }

  private static func enclosedDestination(in bytes: Bytes, at start: Int) -> (Range<Int>, Int)? {
    var offset = start + 1
    while offset < bytes.count {
      switch bytes[offset] {
      case ASCII.greater: return (start + 1..<offset, offset + 1)
      case ASCII.newline, ASCII.less: return nil
      case ASCII.backslash: offset += 2
      default: offset += 1
      }
    }
    return nil
  }

  private static func bareDestination(in bytes: Bytes, at start: Int) -> (Range<Int>, Int)? {
    var offset = start
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == ASCII.backslash, ASCII.isPunctuation(bytes.byte(offset + 1)) {
        offset += 2
        continue
      }
      if byte == ASCII.openParenthesis { depth += 1 }
      // cmark's own limit on parentheses in a destination.
      if depth > 32 { return nil }
      if byte == ASCII.closeParenthesis {
        if depth == 0 { break }
        depth -= 1
      }
      if ASCII.isSpace(byte) { break }
      offset += 1
    }
    return (start..<min(offset, bytes.count), min(offset, bytes.count))
  }

  /// The offset after the title at an offset; nil where there is none.
  ///
  /// cmark's scanner takes the longest match, in which every quotation mark inside stands behind a backslash.
  static func titleEnd(in bytes: Bytes, at start: Int) -> Int? {
    let open = bytes.byte(start)
    let isParenthesis = open == ASCII.openParenthesis
    guard open == ASCII.quotationMark || open == ASCII.apostrophe || isParenthesis else { return nil }
    let close = isParenthesis ? ASCII.closeParenthesis : open
    var longest: Int?
    for offset in max(start + 1, 0)..<max(bytes.count, start + 1) {
      let isEscaped = offset > start + 1 && bytes[offset - 1] == ASCII.backslash
      if bytes[offset] == close {
        if !isEscaped { return offset + 1 }
        longest = offset + 1
      } else if isParenthesis, bytes[offset] == open, !isEscaped {
        return longest
      }
    }
    return longest
  }
}
