import SourceText

extension BlockReader {
  /// Reads a block between `$$`.
  func displayMathematics(_ node: Node) -> Block? {
    let literal = node.literal
    let content = Content(literal, firstLine: source.startLine(of: node), in: source)
    let open = literal.skippingSpaces(from: 0)
    let opening = content.span(open..<min(open + 2, content.count))
    guard let close = FormulaScanner.doubleDollar(in: literal, from: open + 2, to: literal.count) else {
      builder.report(
        .markdown, at: opening, "mathematics that is never closed: everything below it would be TeX",
        help: "close it with $$, or write \\$ for dollars that are text")
      return nil
    }
    let body = open + 2..<close
    let rest = literal.trimming(close + 2..<max(literal.count, close + 2))
    let label = label(behind: rest, in: content)
    let mathematics = Mathematics(
      parts: builder.parts(ofTeX: content, body), isDisplay: true, span: opening)
    let end = rest.isEmpty ? close + 2 : rest.upperBound
    return Block(.mathematics(mathematics, label: label), span: content.span(open..<end))
  }

  private func label(behind rest: Range<Int>, in content: Content) -> Label? {
    guard !rest.isEmpty else { return nil }
    let span = content.span(rest)
    guard LabelScanner.trailing(in: content.bytes, rest) == rest else {
      builder.report(
        .math, at: span, "text behind the $$ that closes a block of mathematics",
        help: "only a label can stand there, {#eq-name}; put the text on a line of its own")
      return nil
    }
    return builder.label(in: content, rest, for: .equation, at: span)
  }

  /// Reads ```` ```math ````; a label may stand behind the word.
  func fencedMathematics(_ fence: CodeFence, _ content: Content) -> Block {
    let behind = source.bytes.trimming(fence.info.lowerBound + "math".utf8.count..<fence.info.upperBound)
    var label: Label?
    if source.bytes.matches("{#", at: behind.lowerBound), !behind.isEmpty {
      let line = Content(source.slice(Span(behind.lowerBound, behind.upperBound)), at: behind.lowerBound)
      label = builder.label(in: line, 0..<line.count, for: .equation, at: line.span(0..<line.count))
    }
    let body = content.bytes.trimming(0..<content.count)
    let mathematics = Mathematics(
      parts: builder.parts(ofTeX: content, body), isDisplay: true,
      span: Span(fence.start, fence.info.upperBound))
    return Block(.mathematics(mathematics, label: label), span: fence.span)
  }
}
