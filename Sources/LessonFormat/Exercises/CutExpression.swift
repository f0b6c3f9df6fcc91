import SourceText

extension [Datum.Entry] {
  /// The entries with an expression put together that YAML ended at a comma, as in `{says: "8", is: d(8x, x)}`.
  ///
  /// YAML takes what follows for keys without values: whoever writes a call within braces means none.
  func joiningCutExpression(of key: String, in file: SourceFile) -> [Datum.Entry] {
    guard let start = firstIndex(where: { $0.key.value == key }) else { return self }
    var joined = self[start]
    var rest = self[(start + 1)...]
    while let text = joined.value.textValue, text.text.opensMoreThanItCloses, let next = rest.first,
      next.value.isEmpty
    {
      let span = joined.value.span.union(next.key.span)
      guard file.line(of: span.start) == file.line(of: span.end) else { return self }
      joined.value = Datum(.text(MappedText(file.text(in: span), at: span.start)), span: span)
      rest.removeFirst()
    }
    return self[..<start] + [joined] + rest
  }
}

extension String {
  /// Whether it opens more parentheses than it closes.
  fileprivate var opensMoreThanItCloses: Bool {
    utf8.count { $0 == ASCII.openParenthesis } > utf8.count { $0 == ASCII.closeParenthesis }
  }
}
