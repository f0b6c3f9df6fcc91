import SourceText

/// Reads `source: "@brown2020, table 3.1"`, which says where the values of a directive come from.
public enum SourceReader {
  /// The option's name.
  public static let key = "source"

  /// The directives that have the option: those that bring facts from outside.
  public static let directives: Set<String> = ["let", "table", "plot"]

  /// Takes the option out of a directive's body, and gives what is left of it with the citation's index.
  static func take(
    from body: Datum, of directive: String, builder: LessonBuilder
  ) -> (rest: Datum, source: Int?) {
    guard directives.contains(directive), case .mapping(var entries) = body.kind,
      let place = entries.firstIndex(where: { $0.key.value == key })
    else { return (body, nil) }
    let entry = entries.remove(at: place)
    return (Datum(.mapping(entries), span: body.span), source(entry, builder))
  }

  private static func source(_ entry: Datum.Entry, _ builder: LessonBuilder) -> Int? {
    guard let text = entry.value.textValue, let items = items(of: text) else {
      let place = entry.value.isEmpty ? entry.key.span : entry.value.span
      builder.report(
        .parameter, at: place,
        "\(key) names works of the bibliography, not \(entry.value.summary)",
        help: "write \(key): \"@key\" or \"@key, table 3\", with a semicolon between several")
      return nil
    }
    builder.citations.append(Citation(items: items, isTextual: true, span: text.span))
    return builder.citations.count - 1
  }

  private static func items(of text: MappedText) -> [Citation.Item]? {
    let bytes = Array(text.text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      CitationScanner.items(in: bytes, 0..<bytes.count)?.map { item in
        Citation.Item(
          prefix: AffixText.prefix(bytes.string(item.prefix)),
          key: Spanned(bytes.string(item.key), text.span(of: item.mention)),
          suffix: AffixText.suffix(bytes.string(item.suffix)), omitsAuthors: item.omitsAuthors)
      }
    }
  }
}
