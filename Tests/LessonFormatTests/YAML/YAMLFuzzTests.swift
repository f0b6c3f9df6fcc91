import LessonFormat
import SourceText
import Testing

/// Random documents never crash, and every place is inside the file.
@Suite struct YAMLFuzzTests {
  private static let pieces = [
    "a", "b", "key: ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", ": ", "'", "\"", "''", "\\n",
    "\\x41", "|\n", ">-\n",
    "|2+\n", "# c", "é", "日", "\u{2028}", "\u{85}", "\r\n", "\r", "\t", "&x ", "*x", "!!str ", "? ", "---\n",
    "...\n", "1", "1_000",
    "true", "<<", "@", "`", "%", "\u{FEFF}", "\u{7}", "\\\n", "  ",
  ]

  @Test func anyDocumentIsReadOrRefused() {
    var generator = SeededGenerator(seed: 3)
    var readCount = 0
    var wrong: [String] = []
    for _ in 0..<5_000 {
      let count = Int.random(in: 1...14, using: &generator)
      let text = (0..<count).map { _ in generator.pick(Self.pieces) }.joined()
      let (datum, diagnostics) = readYAML(text)
      if datum == nil && diagnostics.isEmpty { wrong.append(text) }
      guard let datum else { continue }
      readCount += 1
      if !isInside(datum, size: text.utf8.count) { wrong.append(text) }
    }
    #expect(wrong.isEmpty)
    #expect(readCount > 500)
  }

  /// Whether every place is inside the file, and every part inside its whole.
  private func isInside(_ datum: Datum, size: Int) -> Bool {
    guard datum.span.start >= 0, datum.span.end <= size else { return false }
    if case .text(let value) = datum.kind {
      let places = (0...value.count).map { value.source(of: $0) }
      guard places.allSatisfy({ datum.span.start <= $0 && $0 <= size }) else { return false }
    }
    let children = (datum.listValue ?? []) + (datum.mappingValue ?? []).map(\.value)
    return children.allSatisfy { datum.span.union($0.span) == datum.span && isInside($0, size: size) }
  }
}
