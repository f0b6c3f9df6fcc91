import SourceText

extension Datum {
  /// The text of any scalar as the author spelled it: a number and a truth are words too; nil for all else.
  public var scalarText: MappedText? {
    switch kind {
    case .text(let text): text
    case .number(_, let spelling): MappedText(spelling, at: span.start)
    case .boolean(let value): MappedText(value ? "true" : "false", at: span.start)
    case .list, .mapping, .empty: nil
    }
  }

  /// The text, where it is one; nil for all else, numbers and truths included.
  public var textValue: MappedText? {
    if case .text(let text) = kind { text } else { nil }
  }

  /// The number, where it is one.
  public var numberValue: Double? {
    if case .number(let number, _) = kind { number } else { nil }
  }

  /// The truth, where it is one.
  public var booleanValue: Bool? {
    if case .boolean(let value) = kind { value } else { nil }
  }

  /// The entries, where it is a list.
  public var listValue: [Datum]? {
    if case .list(let items) = kind { items } else { nil }
  }

  /// The keys and values, where it is a mapping.
  public var mappingValue: [Entry]? {
    if case .mapping(let entries) = kind { entries } else { nil }
  }

  /// Whether nothing stands there.
  public var isEmpty: Bool { kind == .empty }

  /// The value of a key; nil where there is none or this is no mapping.
  public subscript(key: String) -> Datum? {
    mappingValue?.first { $0.key.value == key }?.value
  }

  /// What it is, for a message: “a list of 3 entries”, “the text “Paris””.
  public var summary: String {
    switch kind {
    case .number(_, let spelling): "the number \(excerpt(spelling))"
    case .boolean(let value): "“\(value)”"
    case .text(let text): text.isEmpty ? "an empty text" : "the text “\(excerpt(text.text))”"
    case .list(let items):
      items.isEmpty ? "an empty list" : "a list of \(counted(items.count, "entry", "entries"))"
    case .mapping(let entries):
      entries.isEmpty ? "an empty mapping" : "a mapping of \(counted(entries.count, "key", "keys"))"
    case .empty: "nothing"
    }
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
