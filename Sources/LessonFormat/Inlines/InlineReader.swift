import SourceText

/// Turns the inline nodes of one block into pieces of text with their places.
///
/// cmark's columns are wrong behind line breaks, links and code spans that cross lines. Its tree, though,
/// tells which syntax was recognised in which order; so the reader walks tree and content side by side, and
/// every place is the offset that it has reached in the content.
struct InlineReader {
  /// Everything that the lesson collects.
  let builder: LessonBuilder
  /// The tree that the nodes belong to.
  let tree: MarkdownTree
  /// The block's text.
  let content: Content
  /// The part of the content that is shown; markers of callouts and tasks, and labels, stand outside.
  let visible: Range<Int>
  /// The citation that was read last: cmark sees text in it, which is passed over.
  var consumed = 0..<0
  /// The offset that has been reached.
  var position = 0
  /// Offsets of the brackets in plain text that no `]` has closed yet.
  var openBrackets: [Int] = []
  /// Text that waits for what follows it, since cmark cuts text at every special character.
  var pending = PendingText()
  /// The plain text of the claim that is being read, if one is.
  var claimText: MappedText?
  /// Whether text is searched for references and labels; not in addresses.
  var isProse = true
  /// Whether the text is an address that stands alone, in which nothing is an escape.
  var isBareAddress = false
  private var depth = 0

  /// Makes a reader of a block's content.
  init(_ builder: LessonBuilder, tree: MarkdownTree, content: Content, visible: Range<Int>? = nil) {
    self.builder = builder
    self.tree = tree
    self.content = content
    self.visible = visible ?? 0..<content.count
  }

  /// Reads everything below a node.
  mutating func inlines(below parent: Node) -> [Inline] {
    var result: [Inline] = []
    for node in parent.children {
      if node.kind != .text { flush(into: &result) }
      read(node, into: &result)
    }
    flush(into: &result)
    return result.fitted
  }

  private mutating func read(_ node: Node, into result: inout [Inline]) {
    switch node.kind {
    case .text: readText(node.literal, into: &result)
    case .softBreak: readBreak(.softBreak, into: &result)
    case .lineBreak: readBreak(.lineBreak, into: &result)
    case .code where tree.isMathematics(node): readFormula(into: &result)
    case .code: readCode(node, into: &result)
    case .html: readHTML(node, into: &result)
    case .emphasis: readNested(node, markers: 1, into: &result) { .emphasis($0) }
    case .strong: readNested(node, markers: 2, into: &result) { .strong($0) }
    case .strikethrough:
      let run = content.bytes.endOfRun(of: ASCII.tilde, from: position) - position
      readNested(node, markers: run, into: &result) { .strikethrough($0) }
    case .link: readLink(node, into: &result)
    case .image: readImage(node, into: &result)
    case .footnoteReference: readFootnoteReference(node, into: &result)
    default: break
    }
  }

  /// Adds a piece that stands between an offset and the one now reached, where that is shown.
  func append(_ kind: Inline.Kind, from start: Int, to result: inout [Inline]) {
    guard isShown(start) else { return }
    result.append(Inline(kind, span: content.span(start..<position)))
  }

  /// Whether what begins at an offset is shown, and not shown yet.
  func isShown(_ offset: Int) -> Bool { visible.contains(offset) && !consumed.contains(offset) }

  private mutating func readNested(
    _ node: Node, markers: Int, into result: inout [Inline], _ kind: ([Inline]) -> Inline.Kind
  ) {
    let start = position
    advance(by: markers)
    let children = nested(node)
    advance(by: markers)
    append(kind(children), from: start, to: &result)
  }

  /// Reads below a node, unless that would be too deep for everybody who walks the lesson later.
  mutating func nested(_ node: Node) -> [Inline] {
    guard depth < Limits.nesting else {
      builder.report(
        .markdown, at: content.span(position..<position), "text nested more than \(Limits.nesting) deep")
      return []
    }
    depth += 1
    defer { depth -= 1 }
    return inlines(below: node)
  }

  /// Moves on, but never out of the content.
  mutating func advance(by count: Int) {
    position = min(position + count, content.count)
  }
}

/// Text that has been read but not added, and its place in the content.
struct PendingText {
  var text = ""
  var range = 0..<0
}
