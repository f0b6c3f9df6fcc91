import SourceText

extension InlineReader {
  /// Reads a line break, with the spaces before and behind it, which cmark drops.
  mutating func readBreak(_ kind: Inline.Kind, into result: inout [Inline]) {
    let start = position
    var end = position
    while end < content.count, ASCII.isSpace(content.bytes[end]), content.bytes[end] != ASCII.newline {
      end += 1
    }
    let isEscaped = content.bytes.byte(end) == ASCII.backslash
    if isEscaped { end += 1 }
    guard content.bytes.byte(end) == ASCII.newline else { return append(kind, from: start, to: &result) }
    position = isEscaped ? end + 1 : content.bytes.skippingBlanks(from: end + 1)
    append(kind, from: start, to: &result)
    claimText?.append(" ", from: content.span(start..<position))
  }

  /// Reads a code span.
  mutating func readCode(_ node: Node, into result: inout [Inline]) {
    let start = position
    let open = content.bytes.endOfRun(of: ASCII.backtick, from: start)
    let length = open - start
    guard let close = FormulaScanner.closingBackticks(in: content.bytes, from: open, count: length) else {
      return
    }
    position = close + length
    let text = node.literal
    append(.code(text.string(0..<text.count)), from: start, to: &result)
    guard claimText != nil else { return }
    // cmark takes one space away at each end where both are there.
    let isPadded = text.count == close - open - 2
    let range = isPadded ? open + 1..<close - 1 : open..<close
    claimText?.append(text.string(0..<text.count), from: content.span(range))
  }

  /// Reads mathematics between dollars.
  mutating func readFormula(into result: inout [Inline]) {
    let start = position
    guard let formula = FormulaScanner.formula(in: content.bytes, at: start) else { return }
    position = formula.end
    let opening = content.span(start..<formula.body.lowerBound)
    let mathematics = Mathematics(
      parts: builder.parts(ofTeX: content, formula.body), isDisplay: formula.isDisplay, span: opening)
    append(.mathematics(mathematics), from: start, to: &result)
    guard claimText != nil else { return }
    claimText?.append("$", from: content.span(start..<start + 1))
    claimText?.append(content.mapped(formula.body))
    claimText?.append("$", from: content.span(formula.end - 1..<formula.end))
  }

  /// Reads raw HTML; comments are dropped.
  mutating func readHTML(_ node: Node, into result: inout [Inline]) {
    let start = position
    let html = node.literal
    advance(by: html.count)
    for span in LostClaim.spans(inHTML: content, start..<position) { builder.reportLostClaim(span) }
    guard !html.matches("<!--", at: 0) else { return }
    append(.html(html.string(0..<html.count)), from: start, to: &result)
  }

  /// Reads a reference to a footnote.
  mutating func readFootnoteReference(_ node: Node, into result: inout [Inline]) {
    let start = position
    var end = start + 1
    while end < content.count, content.bytes[end] != ASCII.closeBracket { end += 1 }
    position = min(end + 1, content.count)
    if LostClaim.begins(in: content.bytes, at: end) {
      builder.reportLostClaim(LostClaim.span(in: content, from: start, bracket: end))
    }
    guard let number = builder.footnotes.number(of: node) else { return }
    append(.footnote(number), from: start, to: &result)
  }
}
