import SourceText

/// The YAML between the `---` lines at a lesson's beginning.
struct FrontMatterBlock {
  /// The YAML; nil where there is none.
  private(set) var yaml: MappedText?
  /// The line where Markdown begins.
  private(set) var firstLine = 1
  /// What is wrong with the lines around it.
  private(set) var diagnostic: Diagnostic?

  /// Finds the front matter of a lesson.
  init(_ bytes: Bytes, in file: SourceFile) {
    let first = file.span(ofLine: 1)
    let start = bytes.matches("\u{FEFF}", at: 0) ? 3 : 0
    guard Self.isMarker("---", bytes, start..<max(first.end, start)) else {
      diagnostic = Diagnostic(
        .frontMatter, in: file, at: first, "the front matter is missing",
        help: "begin the lesson with a line ---, a line title: and the title, and another line ---")
      return
    }
    guard let close = Self.closingLine(bytes, file) else {
      firstLine = 2
      diagnostic = Diagnostic(
        .frontMatter, in: file, at: first, "the front matter is never closed", help: "put a line --- below it"
      )
      return
    }
    firstLine = close + 1
    let lines = file.span(ofLine: 2).start..<file.span(ofLine: close).start
    yaml = Self.text(bytes, lines, file, from: 2, to: close)
  }

  private static func closingLine(_ bytes: Bytes, _ file: SourceFile) -> Int? {
    guard file.lineCount >= 2 else { return nil }
    return (2...file.lineCount).first { line in
      let span = file.span(ofLine: line)
      let range = span.start..<span.end
      return isMarker("---", bytes, range) || isMarker("...", bytes, range)
    }
  }

  private static func isMarker(_ marker: StaticString, _ bytes: Bytes, _ line: Range<Int>) -> Bool {
    bytes.matches(marker, at: line.lowerBound)
      && bytes.skippingBlanks(from: line.lowerBound + marker.utf8CodeUnitCount) >= line.upperBound
  }

  /// The lines joined by line feeds, whatever the file ends its lines with.
  private static func text(
    _ bytes: Bytes, _ range: Range<Int>, _ file: SourceFile, from first: Int, to close: Int
  ) -> MappedText {
    guard bytes[range].contains(ASCII.carriageReturn) else {
      var text = MappedText(at: range.lowerBound)
      text.append(bytes.string(range), from: Span(range.lowerBound, range.upperBound))
      return text
    }
    var text = MappedText(at: range.lowerBound)
    for line in first..<close {
      let span = file.span(ofLine: line)
      text.append(bytes.string(span.start..<span.end), from: span)
      text.append("\n", from: Span(span.end, file.span(ofLine: line + 1).start))
    }
    return text
  }
}
