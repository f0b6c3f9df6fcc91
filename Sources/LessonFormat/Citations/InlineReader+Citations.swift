import SourceText

extension InlineReader {
  /// A citation in brackets, `[see @a, p. 3; @b]`.
  ///
  /// cmark sees text in it, whose pieces are passed over once the whole is read.
  mutating func citationGroup(at offset: Int) -> Special? {
    guard let group = CitationScanner.group(in: content.bytes, at: offset, limit: visible.upperBound) else {
      return nil
    }
    for item in group.items {
      for range in [item.prefix, item.suffix] {
        guard let mark = CitationScanner.firstMarkup(in: content.bytes, range) else { continue }
        reportMarkup(at: mark)
        return nil
      }
    }
    return citation(group.items, isTextual: false, in: group.range)
  }

  /// A citation that is a part of the sentence, `@a` or `@a [p. 33]`.
  mutating func textualCitation(at offset: Int, in range: Range<Int>) -> Special? {
    let found = CitationScanner.key(in: content.bytes, at: offset, limit: range.upperBound)
    guard let (key, end) = found else { return nil }
    let locator = CitationScanner.locator(in: content.bytes, from: end, limit: range.upperBound)
    let suffix = locator.map { $0.lowerBound + 1..<$0.upperBound - 1 } ?? end..<end
    let item = CitationScanner.Item(
      prefix: offset..<offset, mention: offset..<end, key: key, suffix: suffix, omitsAuthors: false)
    return citation([item], isTextual: true, in: offset..<(locator?.upperBound ?? end))
  }

  private mutating func citation(
    _ items: [CitationScanner.Item], isTextual: Bool, in range: Range<Int>
  ) -> Special {
    let span = content.span(range)
    let index = builder.citations.count
    let read = items.map { item in
      Citation.Item(
        prefix: AffixText.prefix(text(item.prefix)),
        key: Spanned(content.bytes.string(item.key), content.span(item.mention)),
        suffix: suffix(text(item.suffix), isTextual: isTextual), omitsAuthors: item.omitsAuthors)
    }
    builder.citations.append(Citation(items: read, isTextual: isTextual, span: span))
    consumed = range
    return Special(range: range) { $0.append(Inline(.citation(index), span: span)) }
  }

  /// The brackets behind a key in a sentence hold a place, whatever they begin with.
  private func suffix(_ text: String, isTextual: Bool) -> String {
    AffixText.suffix(isTextual && !text.isEmpty ? "," + text : text)
  }

  private func text(_ range: Range<Int>) -> String { Unescaping.text(of: content, range).text }

  private func reportMarkup(at mark: Int) {
    builder.report(
      .citation, at: content.span(mark..<mark + 1), "the brackets of a citation hold plain text",
      help: "take the formatting out, or put a backslash before a sign that is text")
  }
}
