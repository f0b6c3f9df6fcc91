import SourceText

/// What looks like a claim, but Markdown did not take for a link: it would vanish unverified.
enum LostClaim {
  /// Whether `](=` or `](<=` stands at an offset.
  static func begins(in bytes: Bytes, at bracket: Int) -> Bool {
    bytes.matches("](=", at: bracket) || bytes.matches("](<=", at: bracket)
  }

  /// Where a parenthesis is missing, it is not looked for to the end of the lesson.
  private static let longestDestination = 200

  /// The place from a bracket to the end of what was meant as the destination.
  static func span(in content: Content, from start: Int, bracket: Int) -> Span {
    var end = bracket + 3
    let limit = min(content.count, end + longestDestination)
    while end < limit, content.bytes[end] != ASCII.newline,
      content.bytes[end] != ASCII.closeParenthesis
    {
      end += 1
    }
    let isClosed = content.bytes.byte(end) == ASCII.closeParenthesis
    return content.span(start..<(isClosed ? end + 1 : bracket + 3))
  }

  /// The places in raw HTML, where no link is ever recognised; comments do not count.
  static func spans(inHTML content: Content, _ range: Range<Int>) -> [Span] {
    var spans: [Span] = []
    var opener: Int?
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let end = HTMLComment.end(in: content.bytes, at: offset, limit: range.upperBound) {
        offset = end
        continue
      }
      switch content.bytes[offset] {
      case ASCII.openBracket: opener = offset
      case ASCII.closeBracket:
        if begins(in: content.bytes, at: offset) {
          spans.append(span(in: content, from: opener ?? offset, bracket: offset))
        }
        opener = nil
      default: break
      }
      offset += 1
    }
    return spans
  }
}

extension LessonBuilder {
  /// Reports what looks like a claim and is none.
  func reportLostClaim(_ span: Span) {
    report(
      .claim, at: span,
      "this looks like a claim, but Markdown does not read it as a link: nothing verifies it",
      help: "put an expression with spaces in angle brackets, [2](<=1 + 1>), and close every parenthesis")
  }
}
