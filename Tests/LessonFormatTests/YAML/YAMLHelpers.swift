import LessonFormat
import SourceText

/// Reads a document that is a file of its own.
func readYAML(_ text: String) -> (datum: Datum?, diagnostics: [Diagnostic]) {
  YAMLReader.read(MappedText(text, at: 0), in: SourceFile(path: "a.md", text: text), code: .parameter)
}

/// A datum on one line: numbers as their spelling, texts in guillemets.
func outline(_ datum: Datum?) -> String {
  guard let datum else { return "unknown" }
  switch datum.kind {
  case .number(_, let spelling): return spelling
  case .boolean(let value): return value ? "TRUE" : "FALSE"
  case .text(let text): return "«\(text.text)»"
  case .list(let items): return "[" + items.map { outline($0) }.joined(separator: ", ") + "]"
  case .mapping(let entries):
    return "{" + entries.map { "\($0.key.value): \(outline($0.value))" }.joined(separator: ", ") + "}"
  case .empty: return "–"
  }
}

/// Where the diagnostics are, `line:column`.
func places(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { "\($0.start.line):\($0.start.column)" }
}
