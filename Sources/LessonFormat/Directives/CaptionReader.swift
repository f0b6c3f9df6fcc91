import SourceText

/// Reads the Markdown of captions, which is running text: no block begins in it.
enum CaptionReader {
  /// A parenthesis keeps cmark from taking the text's beginning for a list, a heading or a quote.
  ///
  /// It is punctuation, so emphasis may begin behind it, and so may an address.
  private static let prefix: [UInt8] = [ASCII.openParenthesis]

  /// The pieces of a caption.
  static func inlines(of text: MappedText, builder: LessonBuilder) -> [Inline] {
    // Line breaks count as spaces, or a line could begin a block.
    let bytes = prefix + text.text.utf8.map { ASCII.isSpace($0) || $0 == 0 ? ASCII.space : $0 }
    guard bytes.count <= Limits.captionBytes else {
      builder.report(.parameter, at: text.span, "a caption of more than \(Limits.captionBytes) bytes")
      return []
    }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let tree = MarkdownTree(bytes, inspect: { _ in }), let paragraph = tree.root?.firstChild else {
        return []
      }
      guard paragraph.kind == .paragraph else { return [] }
      let content = Content(paragraph.content, of: text, prefix: prefix.count)
      let visible = content.bytes.trimming(prefix.count..<max(content.count, prefix.count))
      var reader = InlineReader(builder, tree: tree, content: content, visible: visible)
      return reader.inlines(below: paragraph)
    }
  }
}
