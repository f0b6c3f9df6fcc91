import SourceText

/// Reads the Markdown of a directive's parameter, in which blocks may stand.
///
/// It is read as a text of its own, whatever YAML did to its lines, and every place in what was read is then led
/// back to the lesson's file.
enum MarkdownParameter {
  /// The blocks of a text.
  static func blocks(of text: MappedText, builder: LessonBuilder) -> [Block] {
    // YAML can make a character with the code 0, at which cmark would stop.
    let bytes = text.text.utf8.map { $0 == 0 ? ASCII.space : $0 }
    let file = SourceFile(path: builder.source.file.path, bytes: bytes)
    return bytes.withUnsafeBufferPointer { bytes in
      let source = LessonSource(
        file: file, bytes: bytes, firstLine: 1, origin: (text: text, file: builder.source.file))
      return read(source, text, into: builder)
    }
  }

  private static func read(_ source: LessonSource, _ text: MappedText, into builder: LessonBuilder) -> [Block]
  {
    if let mistake = StructureCheck.firstMistake(in: source) {
      builder.report([mistake])
      return []
    }
    let body = Bytes(rebasing: source.bytes[min(source.bodyStart, source.bytes.count)...])
    var early: [Diagnostic] = []
    let tree = MarkdownTree(body) { root in
      early += builder.inlineCost.emptyCostlyTexts(below: root, in: source)
    }
    builder.report(early)
    guard let tree, let root = tree.root else { return [] }
    let inner = LessonBuilder(source, footnotes: FootnoteIndex())
    var reader = BlockReader(inner, tree: tree)
    let blocks = reader.document()
    refuseFootnotes(root, inner)
    refuseLabels(inner)
    return adopt(blocks, from: inner, text, into: builder)
  }

  /// The numbers of footnotes run through the lesson, and readers may never get a solution's.
  private static func refuseFootnotes(_ root: Node, _ inner: LessonBuilder) {
    guard inner.source.mayHoldFootnotes else { return }
    let defined = root.descendants { _ in true }.filter { $0.kind == .footnoteDefinition }
      .map { inner.source.trimmed(from: inner.source.startOfFootnote($0)) }
    for span in defined + VanishedFootnotes(root, in: inner.source).spans() {
      inner.report(
        .markdown, at: span, "footnotes stand outside of directives", help: "say it in parentheses")
    }
  }

  private static func refuseLabels(_ inner: LessonBuilder) {
    for label in inner.labels {
      inner.report(
        .reference, at: label.span, "the label \(label.name) stands within a directive",
        help: "what others refer to stands outside, where every reader sees it")
    }
  }

  private static func adopt(
    _ blocks: [Block], from inner: LessonBuilder, _ text: MappedText, into builder: LessonBuilder
  ) -> [Block] {
    let relocation = Relocation(
      origin: text, firstClaim: builder.claims.count, firstReference: builder.references.count,
      firstCitation: builder.citations.count)
    builder.claims += inner.claims.map(relocation.moved)
    builder.references += inner.references.map(relocation.moved)
    builder.citations += inner.citations.map(relocation.moved)
    builder.report(inner.diagnostics)
    return blocks.map(relocation.moved)
  }
}
