import SourceText

/// Finds the definitions of footnotes that nobody refers to: cmark drops them, and everything they say.
struct VanishedFootnotes {
  private let source: LessonSource
  /// Whether something on a line is in the tree, by line of the file.
  private var isCovered: [Bool]

  /// Looks at what is left of a lesson.
  init(_ root: Node, in source: LessonSource) {
    self.source = source
    isCovered = Array(repeating: false, count: source.file.lineCount + 2)
    for node in root.descendants(where: { $0.isContainer }) { cover(node) }
  }

  /// The places of the definitions, from their `[`.
  func spans() -> [Span] {
    var spans: [Span] = []
    // The indentation from which lines belong to the definition found last, as long as nothing else stood
    // between.
    var inside: Int?
    guard source.firstLine <= source.file.lineCount else { return [] }
    for line in source.firstLine...source.file.lineCount {
      if isCovered[line] { inside = nil }
      let span = source.file.span(ofLine: line)
      let prefix = ContainerPrefix(source.bytes, span.start..<span.end)
      guard !isCovered[line], let start = prefix.footnote else { continue }
      if let inside, prefix.footnoteIndent >= inside { continue }
      inside = prefix.footnoteIndent + 4
      spans.append(Span(start, source.trimmedSpan(ofLine: line).end))
    }
    return spans
  }

  private mutating func cover(_ node: Node) {
    let start = source.startLine(of: node)
    let lines: ClosedRange<Int>
    switch node.kind {
    case .footnoteDefinition: lines = start...start
    case .heading: lines = start...start + max(node.content.lineCount - 1, 0)
    case .codeBlock: lines = start...start + node.literal.lineCount
    case .htmlBlock: lines = start...start + max(node.literal.lineCount - 1, 0)
    default: lines = start...max(source.endLine(of: node), start)
    }
    guard !node.isContainer || node.kind == .footnoteDefinition else { return }
    for line in lines where isCovered.indices.contains(line) { isCovered[line] = true }
  }
}

extension Node {
  /// Whether blocks stand inside.
  var isContainer: Bool {
    switch kind {
    case .document, .quote, .list, .item, .footnoteDefinition: true
    default: false
    }
  }
}

extension Bytes {
  /// The number of lines; a line feed at the end begins no other.
  var lineCount: Int {
    let feeds = count { $0 == ASCII.newline }
    return feeds + (isEmpty || self[count - 1] == ASCII.newline ? 0 : 1)
  }
}
