import SourceText

/// Turns cmark's blocks into the lesson's.
struct BlockReader {
  /// Everything that the lesson collects.
  let builder: LessonBuilder
  /// The tree.
  let tree: MarkdownTree
  private var depth = 0
  private var nextFootnote = 0

  /// Makes a reader of a tree.
  init(_ builder: LessonBuilder, tree: MarkdownTree) {
    self.builder = builder
    self.tree = tree
  }

  /// The text.
  var source: LessonSource { builder.source }

  /// Reads the whole document.
  mutating func document() -> [Block] {
    guard let root = tree.root else { return [] }
    let result = blocks(below: root)
    readFootnotes(before: .max)
    return result
  }

  /// Reads the blocks below a node.
  mutating func blocks(below parent: Node, from first: Node? = nil) -> [Block] {
    guard depth < Limits.nesting else {
      builder.report(.markdown, at: span(of: parent), "blocks nested more than \(Limits.nesting) deep")
      return []
    }
    depth += 1
    defer { depth -= 1 }
    var result: [Block] = []
    var current = first ?? parent.firstChild
    while let node = current {
      current = node.next
      guard node.kind != .footnoteDefinition else { continue }
      readFootnotes(before: source.startLine(of: node))
      if node.kind == .paragraph, attachCaption(node, to: &result) { continue }
      if let block = block(node) { result.append(block) }
    }
    return result.fitted
  }

  private mutating func block(_ node: Node) -> Block? {
    switch node.kind {
    case .paragraph: paragraph(node)
    case .heading: heading(node)
    case .thematicBreak: Block(.thematicBreak, span: source.trimmed(from: source.start(of: node)))
    case .quote: quote(node)
    case .list: list(node)
    case .codeBlock where tree.isMathematics(node): displayMathematics(node)
    case .codeBlock: codeBlock(node)
    case .htmlBlock: htmlBlock(node)
    case .table: table(node)
    default: nil
    }
  }

  /// Reads the footnotes that are defined before a line, so that claims are numbered in the order of their
  /// places.
  private mutating func readFootnotes(before line: Int) {
    while nextFootnote < builder.footnotes.definitions.count {
      let definition = builder.footnotes.definitions[nextFootnote]
      guard definition.line < line else { return }
      nextFootnote += 1
      let start = source.startOfFootnote(definition.node)
      let label = source.labelOfFootnote(at: start)
      let blocks = blocks(below: definition.node)
      let end = blocks.last?.span.end ?? source.trimmed(from: start).end
      builder.footnoteTexts.append(
        Footnote(number: definition.number, label: label, blocks: blocks, span: Span(start, end)))
    }
  }

  /// Where a block begins on its line, up to the end of that line; enough to point at it.
  func span(of node: Node) -> Span { source.trimmed(from: source.start(of: node)) }

  /// The place of a container: from its marker to the end of its last block.
  func span(of node: Node, holding blocks: [Block]) -> Span {
    let first = span(of: node)
    return blocks.last.map { Span(first.start, max($0.span.end, first.start)) } ?? first
  }
}

extension LessonSource {
  /// The place from an offset to the end of its line, spaces apart.
  func trimmed(from start: Int) -> Span {
    Span(start, max(trimmedSpan(ofLine: file.line(of: start)).end, start))
  }

  /// The offset of the `[` of a footnote's definition; cmark points behind its marker.
  func startOfFootnote(_ node: Node) -> Int {
    let line = file.span(ofLine: startLine(of: node))
    var offset = start(of: node)
    while offset > line.start, ASCII.isBlank(bytes[offset - 1]) { offset -= 1 }
    let end = offset
    while offset > line.start {
      let byte = bytes[offset - 1]
      if ASCII.isSpace(byte) || (byte == ASCII.closeBracket && offset < end - 1) { break }
      offset -= 1
    }
    while offset < end, !bytes.matches("[^", at: offset) { offset += 1 }
    return offset
  }

  /// The label in the definition at an offset.
  func labelOfFootnote(at start: Int) -> String {
    var end = start + 2
    while end < bytes.count, bytes[end] != ASCII.closeBracket { end += 1 }
    return bytes.string(min(start + 2, end)..<end)
  }
}
