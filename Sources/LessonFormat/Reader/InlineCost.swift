import SourceText

/// What a text would cost cmark's inline parser, which goes through the rest of a text again for each of
/// some openers.
///
/// Measured with version 0.29.0.gfm.6: `www.a_`, `<?`, `<!A`, `![[]()` and `@` repeated take quadratic
/// time, and so do links or footnotes among unmatched emphasis, and parentheses at the end of one long
/// address.
struct InlineCost {
  private var spent = 0

  /// Adds the cost of a text; false where the lesson would pass its limit, in which case nothing is added.
  mutating func add(_ text: Bytes) -> Bool {
    let cost = Self.cost(of: text)
    guard spent + cost <= Limits.inlineCost else { return false }
    spent += cost
    return true
  }

  /// Takes away the texts that would pass the limit, before cmark parses them.
  mutating func emptyCostlyTexts(below root: Node, in source: LessonSource) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for node in root.descendants(where: { _ in true }) where node.holdsText && !add(node.content) {
      node.empty()
      diagnostics.append(
        source.diagnostic(
          .markdown, at: source.trimmed(from: source.start(of: node)),
          "too many brackets, addresses or delimiters in one text", help: "divide it into paragraphs"))
    }
    return diagnostics
  }

  private static func cost(of text: Bytes) -> Int {
    var scans = 0
    var brackets = 0
    var delimiters = 0
    var addresses = 0
    var word = 0
    var longestWord = 0
    for offset in 0..<text.count {
      let next = text.byte(offset + 1)
      switch text[offset] {
      case ASCII.less where next == ASCII.exclamationMark || next == UInt8(ascii: "?"): scans += 1
      case ASCII.exclamationMark where next == ASCII.openBracket: scans += 1
      case ASCII.at: scans += 1
      case UInt8(ascii: "w") where text.matches("www.", at: offset): addresses += 1
      case ASCII.colon where next == UInt8(ascii: "/"): addresses += 1
      case ASCII.openBracket: brackets += 1
      case UInt8(ascii: "*"), ASCII.underscore, ASCII.tilde: delimiters += 1
      default: break
      }
      word = ASCII.isSpace(text[offset]) ? 0 : word + 1
      longestWord = max(longestWord, word)
    }
    let parentheses = addresses > 0 ? longestWord * longestWord / 2 : 0
    return (scans + addresses) * text.count + brackets * delimiters + parentheses
  }
}
