import SourceText

extension BlockReader {
  /// Reads a paragraph.
  func paragraph(_ node: Node) -> Block? {
    let content = paragraphContent(node)
    return paragraph(node, content, visible: nil)
  }

  /// Reads the part of a paragraph that is shown.
  func paragraph(_ node: Node, _ content: Content, visible: Range<Int>?) -> Block? {
    var reader = InlineReader(builder, tree: tree, content: content, visible: visible)
    let inlines = reader.inlines(below: node)
    let all = visible ?? 0..<content.count
    let range = all.lowerBound..<max(content.bytes.trimming(all).upperBound, all.lowerBound)
    return inlines.isEmpty ? nil : Block(.paragraph(inlines), span: content.span(range))
  }

  /// A paragraph's text: its last line is where cmark says, while definitions may have been cut off before
  /// the first.
  func paragraphContent(_ node: Node) -> Content {
    let bytes = node.content
    // cmark does not know where a paragraph begins that it cut off before a table.
    if node.cmarkStartLine == 0, let table = node.next {
      return textAbove(table, bytes)
    }
    return Content(bytes, firstLine: source.line(node.cmarkEndLine) - bytes.lineCount + 1, in: source)
  }

  private func textAbove(_ table: Node, _ bytes: Bytes) -> Content {
    let firstLine = source.startLine(of: table)
    var ranges: [Range<Int>] = []
    var offset = 0
    for line in firstLine..<firstLine + bytes.lineCount {
      let span = source.file.span(ofLine: line)
      let end = bytes.endOfLine(from: offset)
      // cmark keeps the spaces of a line that a container does not hold.
      let first = bytes.skippingBlanks(from: offset)
      let text = first..<max(bytes[offset..<end].firstIndex(of: ASCII.bar) ?? end, first)
      let start =
        line == firstLine ? source.start(of: table) : source.startOfContinuation(span, of: bytes, text)
      ranges.append(max(start - (first - offset), span.start)..<max(span.end, start))
      offset = end + 1
    }
    return Content(unescapingBars: bytes, from: ranges, in: source)
  }

  /// Reads a heading, with the label at its end.
  func heading(_ node: Node) -> Block? {
    let content = headingContent(node)
    let all = 0..<content.count
    let label = LabelScanner.trailing(in: content.bytes, all)
    let text = content.bytes.trimming(0..<(label?.lowerBound ?? all.upperBound))
    var reader = InlineReader(builder, tree: tree, content: content, visible: text)
    let inlines = reader.inlines(below: node)
    let taken = label.flatMap { builder.label(in: content, $0, for: .section, at: content.span($0)) }
    let start = min(source.start(of: node), content.source(of: 0))
    let end = max(content.span(content.bytes.trimming(all)).end, source.trimmed(from: start).end)
    let level = Int(node.headingLevel)
    return Block(.heading(level: level, inlines, label: taken), span: Span(start, end))
  }

  private func headingContent(_ node: Node) -> Content {
    let bytes = node.content
    let line = source.startLine(of: node)
    let start = source.start(of: node)
    if source.bytes.byte(start) == ASCII.hash {
      let text = source.bytes.skippingBlanks(from: source.bytes.endOfRun(of: ASCII.hash, from: start))
      if source.holds(bytes, bytes.trimming(0..<bytes.count), at: text) { return Content(bytes, at: text) }
    }
    return Content(
      bytes, firstLine: firstLine(ofUnderlined: bytes, from: line, start: start, node), in: source)
  }

  /// The line where the text of an underlined heading begins: definitions may have been cut off before it.
  private func firstLine(ofUnderlined bytes: Bytes, from line: Int, start: Int, _ node: Node) -> Int {
    let text = bytes.trimming(0..<bytes.endOfLine(from: 0))
    let candidates = line...max(source.endLine(of: node), line)
    return candidates.first { candidate in
      let span = source.trimmedSpan(ofLine: candidate)
      let first = candidate == line ? start : source.startOfContinuation(span, of: bytes, text)
      return first + text.count == span.end && source.holds(bytes, text, at: first)
    } ?? line
  }
}

extension LessonSource {
  /// The offset where a paragraph's text goes on after its first line: behind spaces and the marks of quotes.
  ///
  /// A mark far to the right is text; so the first place counts where the text stands that cmark kept of
  /// the line.
  func startOfContinuation(_ line: Span, of text: Bytes, _ range: Range<Int>) -> Int {
    var start = bytes.skippingBlanks(from: line.start)
    while start < line.end, bytes[start] == ASCII.greater, range.isEmpty || !holds(text, range, at: start) {
      start = bytes.skippingBlanks(from: start + 1)
    }
    return start
  }
}
