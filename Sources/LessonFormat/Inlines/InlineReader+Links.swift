import SourceText

extension InlineReader {
  /// Reads a link, an address or a claim.
  mutating func readLink(_ node: Node, into result: inout [Inline]) {
    let start = position
    guard content.bytes.byte(start) == ASCII.openBracket else { return readAddress(node, into: &result) }
    advance(by: 1)
    let destination = node.destination
    if destination.utf8.first == ASCII.equals {
      return readClaim(node, destination: destination, from: start, into: &result)
    }
    let children = nested(node)
    readTail(from: start)
    append(.link(destination: destination, title: node.title, children), from: start, to: &result)
  }

  /// Reads `<https://…>`, or an address that stands alone.
  private mutating func readAddress(_ node: Node, into result: inout [Inline]) {
    let start = position
    let isEnclosed = content.bytes.byte(start) == ASCII.less
    if isEnclosed { advance(by: 1) }
    let wasProse = isProse
    isProse = false
    isBareAddress = !isEnclosed
    let children = nested(node)
    isProse = wasProse
    isBareAddress = false
    if isEnclosed { advance(by: 1) }
    append(.link(destination: node.destination, title: "", children), from: start, to: &result)
  }

  /// Reads what stands behind a link's text, and gives the offset of its `]` too.
  @discardableResult
  private mutating func readTail(from start: Int) -> (tail: LinkTail, bracket: Int) {
    var bracket = position
    // Where tree and content disagree, the next bracket is the best guess.
    while bracket < content.count, content.bytes[bracket] != ASCII.closeBracket { bracket += 1 }
    let tail = LinkTail(content.bytes, at: bracket)
    position = tail.end
    if tail.destination == nil, LostClaim.begins(in: content.bytes, at: tail.end - 1) {
      builder.reportLostClaim(LostClaim.span(in: content, from: start, bracket: tail.end - 1))
    }
    return (tail, bracket)
  }

  private mutating func readClaim(
    _ node: Node, destination: String, from start: Int, into result: inout [Inline]
  ) {
    // The index is taken before the text is read, so that claims in the text's mathematics come behind this
    // one.
    let index = builder.reserveClaim()
    let outerText = claimText
    claimText = MappedText(at: content.source(of: position))
    let textStart = position
    let children = nested(node)
    let text = claimText ?? MappedText(at: content.source(of: textStart))
    claimText = outerText
    let (tail, bracket) = readTail(from: start)
    let textSpan = content.span(textStart..<max(bracket, textStart))
    let written = textStart..<max(bracket, textStart)
    let (expression, title) = source(of: node, destination, tail, text: written)
    builder.claims[index] = Claim(
      text: text, content: children, expression: expression, title: title, isMathematics: false,
      textSpan: textSpan, span: content.span(start..<position))
    append(.claim(index), from: start, to: &result)
  }

  /// The expression and the title as the author wrote them; anchored as a whole where they cannot be found.
  private func source(
    of node: Node, _ destination: String, _ tail: LinkTail, text: Range<Int>
  ) -> (expression: MappedText, title: MappedText?) {
    let title = node.title
    let textSpan = content.span(text)
    if let range = tail.destination {
      let found = Unescaping.text(of: content, range)
      let foundTitle = tail.title.map { Unescaping.text(of: content, $0) }
      return (
        (found.text == destination ? found : .anchored(destination, at: textSpan)).expressionOfClaim,
        title.isEmpty ? nil : foundTitle?.text == title ? foundTitle : .anchored(title, at: textSpan)
      )
    }
    let label = tail.label.map { content.bytes.string($0) } ?? content.bytes.string(text)
    let found = builder.definitions.destination(of: label)
    return (
      (found?.text == destination ? found : nil)?.expressionOfClaim
        ?? MappedText.anchored(destination, at: textSpan).expressionOfClaim,
      title.isEmpty ? nil : .anchored(title, at: textSpan)
    )
  }

  /// Reads a picture.
  mutating func readImage(_ node: Node, into result: inout [Inline]) {
    let start = position
    advance(by: 2)
    let alternative = PlainText.of(nested(node), claims: builder.claims)
    let (_, bracket) = readTail(from: start)
    let source = node.destination
    let mark = content.span(start..<min(start + 2, content.count))
    if source.utf8.first == ASCII.equals {
      builder.report(
        .claim, at: Span(mark.start + 1, content.span(start..<max(bracket, start) + 1).end),
        "a picture cannot be a claim", help: "take the ! away")
    } else if PlainText.isBlank(alternative) {
      builder.report(
        .markdown, at: content.span(start..<position), "a picture without alternative text",
        help: "say between the brackets what it shows, for those who cannot see it")
    }
    let image = Image(source: source, alternative: alternative, title: node.title)
    append(.image(image), from: start, to: &result)
  }
}

extension MappedText {
  /// A text that cannot be found in the file, led back as a whole to a place.
  static func anchored(_ text: String, at span: Span) -> MappedText {
    var result = MappedText(at: span.start)
    // An empty span keeps a text that happens to be as long as the place from being taken for a copy of it.
    result.append(text, from: Span(at: span.start))
    return result
  }

  /// A destination without its `=` and the spaces around the rest.
  var expressionOfClaim: MappedText {
    let utf8 = Array(text.utf8)
    var start = utf8.first == ASCII.equals ? 1 : 0
    var end = utf8.count
    while start < end, ASCII.isSpace(utf8[start]) { start += 1 }
    while end > start, ASCII.isSpace(utf8[end - 1]) { end -= 1 }
    return slice(start..<end)
  }
}
