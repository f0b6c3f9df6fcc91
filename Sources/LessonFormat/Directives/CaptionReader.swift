import SourceText

/// Reads the Markdown of captions and answers, which is running text: no block begins in it.
enum CaptionReader {
  /// A parenthesis keeps cmark from taking the text's beginning for a list, a heading or a quote.
  ///
  /// It is punctuation, so emphasis may begin behind it, and so may an address.
  private static let prefix: [UInt8] = [ASCII.openParenthesis]

  /// The pieces of a caption.
  static func inlines(of text: MappedText, builder: LessonBuilder) -> [Inline] {
    read(text, builder: builder, noun: "a caption") { reader, paragraph in
      reader.inlines(below: paragraph)
    } ?? []
  }

  /// What a text says that is a claim: its pieces, and its plain text as that of every claim.
  static func claim(in text: MappedText, builder: LessonBuilder) -> (content: [Inline], text: MappedText) {
    let nothing: (content: [Inline], text: MappedText) = ([], MappedText(at: text.span.start))
    return read(text, builder: builder, noun: "an answer") { reader, paragraph in
      reader.claimText = nothing.text
      let content = reader.inlines(below: paragraph)
      return (content, reader.claimText ?? nothing.text)
    } ?? nothing
  }

  private static func read<Result>(
    _ text: MappedText, builder: LessonBuilder, noun: String, _ body: (inout InlineReader, Node) -> Result
  ) -> Result? {
    // Line breaks count as spaces, or a line could begin a block.
    let bytes = prefix + text.text.utf8.map { ASCII.isSpace($0) || $0 == 0 ? ASCII.space : $0 }
    guard bytes.count <= Limits.captionBytes else {
      builder.report(.parameter, at: text.span, "\(noun) of more than \(Limits.captionBytes) bytes")
      return nil
    }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let tree = MarkdownTree(bytes, inspect: { _ in }), let paragraph = tree.root?.firstChild else {
        return nil
      }
      guard paragraph.kind == .paragraph else { return nil }
      let content = Content(paragraph.content, of: text, prefix: prefix.count)
      let visible = content.bytes.trimming(prefix.count..<max(content.count, prefix.count))
      var reader = InlineReader(builder, tree: tree, content: content, visible: visible)
      return body(&reader, paragraph)
    }
  }
}
