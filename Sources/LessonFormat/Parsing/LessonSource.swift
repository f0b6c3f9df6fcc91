import SourceText

/// A lesson's text as cmark sees it, with the way back to the author's file.
///
/// The text is as long as the file, byte for byte: what cmark must not see was overwritten, not taken out.
struct LessonSource {
  /// The file.
  let file: SourceFile
  /// The text; whoever made the source keeps it alive.
  let bytes: Bytes
  /// The line of the file where Markdown begins.
  let firstLine: Int
  /// Where the text comes from, which is no lesson of its own but Markdown in the YAML of one.
  var origin: (text: MappedText, file: SourceFile)?

  /// The number of lines that the parser puts before the text.
  static let prelude = 1

  /// The line of the file that cmark's line is.
  func line(_ cmarkLine: Int) -> Int { cmarkLine - Self.prelude - 1 + firstLine }

  /// The line of the file where a block begins.
  func startLine(of node: Node) -> Int { line(node.cmarkStartLine) }

  /// The line of the file where a block ends, which may be one too many.
  func endLine(of node: Node) -> Int { min(line(node.cmarkEndLine), file.lineCount) }

  /// The offset where Markdown begins: behind the front matter, or behind a byte order mark.
  var bodyStart: Int {
    let start = file.span(ofLine: firstLine).start
    return firstLine == 1 && bytes.matches("\u{FEFF}", at: 0) ? 3 : start
  }

  /// The offset where a block begins.
  func start(of node: Node) -> Int {
    let line = startLine(of: node)
    let start = line == firstLine ? bodyStart : file.span(ofLine: line).start
    return min(start + max(node.startColumn - 1, 0), file.span(ofLine: line).end)
  }

  /// The place of a line's text without the spaces at its ends.
  func trimmedSpan(ofLine line: Int) -> Span {
    let span = file.span(ofLine: line)
    let range = bytes.trimming(span.start..<span.end)
    return Span(range.lowerBound, range.upperBound)
  }

  /// Whether a range of a text stands at an offset of the file.
  func holds(_ text: Bytes, _ range: Range<Int>, at offset: Int) -> Bool {
    guard offset >= 0, offset + range.count <= bytes.count else { return false }
    for index in 0..<range.count where text[range.lowerBound + index] != bytes[offset + index] {
      return false
    }
    return true
  }

  /// A mistake at a place of the text.
  func diagnostic(_ code: DiagnosticCode, at span: Span, _ message: String, help: String? = nil) -> Diagnostic
  {
    guard let origin else { return Diagnostic(code, in: file, at: span, message, help: help) }
    let place = origin.text.span(of: span.start..<span.end)
    return Diagnostic(code, in: origin.file, at: place, message, help: help)
  }

  /// The bytes of a span.
  func slice(_ span: Span) -> Bytes { Bytes(rebasing: bytes[span.start..<min(span.end, bytes.count)]) }
}
