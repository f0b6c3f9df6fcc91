import SourceText

/// Reads YAML for its structure only: numbers, `true` and `false`, and text.
public enum YAMLReader {
  /// Reads a document, which may be a body cut out of a lesson.
  ///
  /// - Parameters:
  ///   - text: The document, which leads back to the file.
  ///   - file: The file that it stands in.
  ///   - code: The kind of mistake that its errors are.
  /// - Returns: What the document says, nil where a part of it cannot be known; and everything wrong with it.
  public static func read(
    _ text: MappedText, in file: SourceFile, code: DiagnosticCode
  ) -> (datum: Datum?, diagnostics: [Diagnostic]) {
    var mistakes = MistakeList(file: file, code: code)
    guard text.count <= YAMLLimits.bytes else {
      let message = "YAML of \(text.count) bytes: more than \(YAMLLimits.bytes) are not read"
      mistakes.report(Span(at: text.source(of: YAMLLimits.bytes)), message, help: largeDataHelp)
      return (nil, mistakes.diagnostics)
    }
    let source = YAMLSource(text)
    if let offset = source.firstForbidden {
      let message = "a control character, which YAML forbids"
      mistakes.report(
        source.span(offset..<offset + 1), message,
        help: "take it out, or write it as an escape in double quotes")
      return (nil, mistakes.diagnostics)
    }
    var builder = DatumBuilder(source, mistakes)
    let datum = read(source, into: &builder)
    return (datum, builder.mistakes.diagnostics.sorted())
  }

  static let largeDataHelp = "large data belong in a CSV file that {table} reads"

  private static func read(_ source: YAMLSource, into builder: inout DatumBuilder) -> Datum? {
    let stream = YAMLEventStream(source)
    do {
      while true {
        let event = try stream.next()
        if case .streamEnd = event.kind { return builder.finish() }
        guard builder.take(event) else { return nil }
      }
    } catch {
      let problem = YAMLProblem(error, source)
      builder.mistakes.report(problem.span, problem.message, help: problem.help)
      return nil
    }
  }
}
