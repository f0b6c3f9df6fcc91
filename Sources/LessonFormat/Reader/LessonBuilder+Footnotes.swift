import SourceText

extension LessonBuilder {
  /// Reports the footnotes that no page would show.
  func reportUnusedFootnotes(_ root: Node) {
    guard source.mayHoldFootnotes else { return }
    let unused = footnotes.unused.map { source.trimmed(from: source.startOfFootnote($0)) }
    for span in unused + VanishedFootnotes(root, in: source).spans() {
      let label = source.labelOfFootnote(at: span.start)
      report(
        .markdown, at: span, "nobody refers to the footnote \(label): it would vanish",
        help: "refer to it, [^\(label)], or delete it")
    }
  }
}
