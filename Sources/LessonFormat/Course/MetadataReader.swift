import SourceText

/// Reads the values of a mapping key by key, and collects what is wrong with them.
struct MetadataReader {
  /// Everything that is wrong so far.
  var mistakes: MistakeList

  /// The entries of a mapping whose keys are known; the others are mistakes, and left out.
  mutating func entries(of datum: Datum, known: [String], what: String) -> [Datum.Entry] {
    if datum.isEmpty { return [] }
    guard let entries = datum.mappingValue else {
      mistakes.report(datum.span, "\(what) is a mapping of keys to values, not \(datum.summary)")
      return []
    }
    return entries.filter { entry in
      if known.contains(entry.key.value) { return true }
      reportUnknown(entry.key, known: known, what: "key")
      return false
    }
  }

  /// Reports a name that is none of those known.
  mutating func reportUnknown(_ name: Spanned<String>, known: [String], what: String) {
    let nearest = nearestName(to: name.value, among: known).map { "did you mean “\($0)”?" }
    let help = nearest ?? "known are \(known.joined(separator: ", "))"
    mistakes.report(name.span, "unknown \(what) “\(excerpt(name.value))”", help: help)
  }

  /// The text of an entry, which any scalar is.
  mutating func text(_ entry: Datum.Entry) -> String? {
    spannedText(entry)?.value
  }

  /// The text of an entry with its place.
  mutating func spannedText(_ entry: Datum.Entry) -> Spanned<String>? {
    spannedText(entry.value, of: entry.key)
  }

  /// A text that stands at a key, alone or in a list.
  mutating func spannedText(_ datum: Datum, of key: Spanned<String>) -> Spanned<String>? {
    guard let text = datum.scalarText?.text, !text.allSatisfy(\.isWhitespace) else {
      reportWrong(datum, of: key, "a text")
      return nil
    }
    return Spanned(text, datum.span)
  }

  /// The truth of an entry.
  mutating func boolean(_ entry: Datum.Entry) -> Bool? {
    if let value = entry.value.booleanValue { return value }
    reportWrong(entry.value, of: entry.key, "true or false")
    return nil
  }

  /// Reports a value of the wrong kind; what is not there at all is reported at its key, which can be seen.
  mutating func reportWrong(_ datum: Datum, of key: Spanned<String>, _ wanted: String) {
    let span = datum.isEmpty ? key.span : datum.span
    mistakes.report(span, "\(key.value) is \(wanted), not \(datum.summary)")
  }

  /// The names at `author`: one, a list, or mappings with a `name`.
  mutating func authors(_ entry: Datum.Entry) -> [String] {
    (entry.value.listValue ?? [entry.value]).compactMap { author in
      guard author.mappingValue != nil else { return spannedText(author, of: entry.key)?.value }
      let known = entries(of: author, known: ["name"], what: "an author")
      guard let name = known.first else {
        mistakes.report(author.span, "an author without a name", help: "write name: and the name")
        return nil
      }
      return text(name)
    }
  }

  /// A language tag such as `en` or `pt-BR`.
  mutating func language(_ entry: Datum.Entry) -> String? {
    guard let tag = text(entry) else { return nil }
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = subtags.enumerated().allSatisfy { index, subtag in
      let length = (index == 0 ? 2 : 1)...8
      return length.contains(subtag.utf8.count)
        && subtag.utf8.allSatisfy { $0.isLetter || (index > 0 && $0.isDigit) }
    }
    if isTag { return tag }
    reportWrong(entry.value, of: entry.key, "a language tag such as en or pt-BR")
    return nil
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
