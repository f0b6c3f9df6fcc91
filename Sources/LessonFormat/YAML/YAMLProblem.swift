import SourceText

/// Why a document cannot be read, in words that an author can use.
struct YAMLProblem {
  /// Where the parser stopped.
  let span: Span
  /// What it found.
  let message: String
  /// What would be right.
  let help: String?

  private static let quotesHelp =
    "a text with “: ”, or one that begins with a bracket, “%”, “@” or a backtick, goes in quotes, or on a line of its own below “|”"

  /// Explains why libyaml stopped.
  init(_ failure: YAMLFailure, _ source: YAMLSource) {
    let offset = Self.visibleOffset(failure.offset, in: source)
    let found = Self.character(at: offset, in: source)
    span = source.span(offset..<offset + (found?.utf8.count ?? 0))
    if failure.problem == "found unexpected end of stream" {
      message = "a quote is not closed"
      help = "it must be closed with the mark that opens it"
      return
    }
    if failure.problem.contains("tab character") || found == "\t" {
      message = "a tab where YAML needs spaces"
      help = "indent with spaces"
      return
    }
    if failure.problem == "found character that cannot start any token", let found {
      message = "“\(found)” cannot begin a value"
      help = Self.quotesHelp
      return
    }
    let known = Self.explanations.first { failure.problem.contains($0.problem) }
    message = known?.message ?? "this is no YAML"
    help = known.map(\.help) ?? Self.quotesHelp
  }

  /// The end of the text shows nothing: what is missing there is missing behind the last visible character.
  private static func visibleOffset(_ offset: Int, in source: YAMLSource) -> Int {
    guard source.bytes[min(offset, source.bytes.count)...].allSatisfy({ $0 <= 0x20 }) else { return offset }
    guard var last = source.bytes.lastIndex(where: { $0 > 0x20 }) else { return 0 }
    while last > 0, source.bytes[last] & 0xC0 == 0x80 { last -= 1 }
    return last
  }

  private static func character(at offset: Int, in source: YAMLSource) -> String? {
    guard offset < source.bytes.count else { return nil }
    let rest = String(decoding: source.bytes[offset..<min(offset + 4, source.bytes.count)], as: UTF8.self)
    return rest.unicodeScalars.first.map { String(Character($0)) }
  }

  private static let explanations: [(problem: String, message: String, help: String?)] = [
    ("mapping values are not allowed", "a second “:” in one entry", quotesHelp),
    (
      "could not find expected ':'", "a key without a “:” behind it", "an entry is a key, a colon and a value"
    ),
    (
      "did not find expected key", "neither the end of the entry nor another key",
      "keys of one mapping begin in the same column; " + quotesHelp
    ),
    (
      "did not find expected '-' indicator", "not another entry of the list",
      "entries of one list begin with “- ” in the same column; " + quotesHelp
    ),
    ("did not find expected ',' or ']'", "a “[” is not closed, or a comma is missing", quotesHelp),
    ("did not find expected ',' or '}'", "a “{” is not closed, or a comma is missing", quotesHelp),
    ("did not find expected <document start>", "text behind the end of the value", quotesHelp),
    (
      "did not find expected node content", "a value is missing, or one begins with a sign of YAML",
      quotesHelp
    ),
    (
      "found unknown escape character", "an escape that YAML does not know",
      "in single quotes a backslash stands for itself"
    ),
    (
      "did not find expected hexdecimal number", "an escape without its hexadecimal digits",
      "in single quotes a backslash stands for itself"
    ),
    (
      "found invalid Unicode character code", "an escape of no character",
      "in single quotes a backslash stands for itself"
    ),
    (
      "did not find expected comment or line break", "text behind “|” or “>”",
      "the text begins on the next line, or goes in quotes"
    ),
    ("found an indentation indicator equal to 0", "an indentation of 0", "“|2” means two columns"),
    (
      "block sequence entries are not allowed", "a list begins on the line of its key",
      "its first “- ” goes on the next line, or the text in quotes"
    ),
    ("mapping keys are not allowed", "a key where a value is needed", quotesHelp),
    ("found unexpected document indicator", "“---” or “...” within a quoted text", "indent it"),
    ("alphabetic or numeric character", "“*” or “&” without a name", quotesHelp),
    ("out of memory", "not enough memory to read this", nil),
  ]
}
