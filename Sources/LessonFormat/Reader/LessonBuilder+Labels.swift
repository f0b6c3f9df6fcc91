import SourceText

extension LessonBuilder {
  /// Takes the label that stands in a range, with its braces, where a label of a kind belongs; reports
  /// another.
  func label(in content: Content, _ range: Range<Int>, for kind: Label.Kind, at span: Span) -> Label? {
    let written = content.bytes.string(range)
    guard let parts = LabelScanner.parts(of: content.bytes, range) else {
      report(
        .reference, at: span, "\(written) is no label: a kind, a hyphen and a name are needed",
        help: "write {#\(kind.rawValue)-name} with letters, digits, underscores and hyphens")
      return nil
    }
    guard parts.kind == kind else {
      report(
        .reference, at: span,
        "\(written) does not belong here: a label of this place begins with \(kind.rawValue)-",
        help: "write {#\(kind.rawValue)-\(parts.name.drop { $0 != "-" }.dropFirst())}")
      return nil
    }
    let label = Label(kind: kind, name: parts.name, span: span)
    labels.append(label)
    return label
  }

  /// Reports a label that labels nothing.
  func reportMisplacedLabel(_ written: String, at span: Span) {
    report(
      .reference, at: span, "\(written) labels nothing here",
      help:
        "a label stands behind a displayed formula, at the end of a heading, right behind a picture or in a "
        + "table's caption; write \\{ for a brace that is text")
  }
}
