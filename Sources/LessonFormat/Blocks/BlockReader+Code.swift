import SourceText

extension BlockReader {
  /// Reads a code block, a directive, or a block of mathematics between fences.
  func codeBlock(_ node: Node) -> Block? {
    let literal = node.literal
    let firstLine = source.startLine(of: node)
    guard let fence = CodeFence(node, in: source) else {
      let content = Content(literal, firstLine: firstLine, in: source)
      let place = content.span(content.bytes.trimming(0..<content.count))
      return Block(.code(language: "", literal.string(0..<literal.count)), span: place)
    }
    if !fence.isClosed {
      builder.report(
        .markdown, at: fence.opening, "a fence that is never closed: everything below it is in the block",
        help: "close it with \(source.file.text(in: fence.opening)) on a line of its own")
    }
    let content = Content(literal, firstLine: firstLine + 1, in: source)
    if source.bytes.byte(fence.info.lowerBound) == ASCII.openBrace, !fence.info.isEmpty {
      if let directive = directive(fence, content) { return directive }
      return Block(.code(language: "", literal.string(0..<literal.count)), span: fence.span)
    }
    let language = String(source.bytes.string(fence.info).prefix { !$0.isWhitespace })
    if language == "math" { return fencedMathematics(fence, content) }
    return Block(.code(language: language, literal.string(0..<literal.count)), span: fence.span)
  }

  /// Reads raw HTML without its comments.
  func htmlBlock(_ node: Node) -> Block? {
    let literal = node.literal
    let content = Content(literal, firstLine: source.startLine(of: node), in: source)
    let range = literal.trimming(0..<literal.count)
    if literal.matches("<!--", at: range.lowerBound), isUnclosedComment(literal, range) {
      builder.report(
        .markdown, at: content.span(range.lowerBound..<min(range.lowerBound + 4, range.upperBound)),
        "a comment that is never closed: everything below it would vanish", help: "close it with -->")
    }
    for span in LostClaim.spans(inHTML: content, range) { builder.reportLostClaim(span) }
    let text = HTMLComment.removed(from: literal)
    return PlainText.isBlank(text) ? nil : Block(.html(text), span: content.span(range))
  }

  private func isUnclosedComment(_ literal: Bytes, _ range: Range<Int>) -> Bool {
    let end = HTMLComment.end(in: literal, at: range.lowerBound, limit: range.upperBound) ?? range.upperBound
    return end < range.lowerBound + 7 || !literal.matches("-->", at: end - 3)
  }
}
