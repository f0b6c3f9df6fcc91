import SourceText

/// What a lesson collects while its blocks are read.
final class LessonBuilder {
  /// The text.
  let source: LessonSource
  /// The footnotes and their numbers.
  let footnotes: FootnoteIndex
  /// Every directive so far.
  var directives: [Directive] = []
  /// Every claim so far, in the order of their places.
  var claims: [Claim] = []
  /// Every label so far.
  var labels: [Label] = []
  /// Every reference so far.
  var references: [Reference] = []
  /// Every citation so far.
  var citations: [Citation] = []
  /// The footnotes whose text has been read.
  var footnoteTexts: [Footnote] = []
  /// What the texts so far have cost the parser.
  var inlineCost: InlineCost
  /// Everything wrong so far.
  private(set) var diagnostics: [Diagnostic] = []
  /// The definitions that reference links lead to.
  private(set) lazy var definitions = ReferenceDefinitions(in: source)

  /// Makes an empty collection.
  init(_ source: LessonSource, footnotes: FootnoteIndex, inlineCost: InlineCost = InlineCost()) {
    self.source = source
    self.footnotes = footnotes
    self.inlineCost = inlineCost
  }

  /// Reports a mistake.
  func report(_ code: DiagnosticCode, at span: Span, _ message: String, help: String? = nil) {
    // Finding the line and column of a place takes time, so nothing is made that will not be listed.
    guard diagnostics.count <= Limits.diagnostics else { return }
    report([source.diagnostic(code, at: span, message, help: help)])
  }

  /// Adds mistakes that others found, up to a number that nobody reads to the end.
  func report(_ found: [Diagnostic]) {
    for diagnostic in found where diagnostics.count <= Limits.diagnostics {
      diagnostics.append(diagnostic)
      guard diagnostics.count == Limits.diagnostics else { continue }
      let message = "more than \(Limits.diagnostics) mistakes: those that were found later are not listed"
      diagnostics.append(
        Diagnostic(.markdown, file: diagnostic.file, start: diagnostic.start, end: diagnostic.end, message))
    }
  }

  /// Takes the next claim's index; the caller fills it in.
  func reserveClaim() -> Int {
    let nothing = MappedText(at: 0)
    claims.append(
      Claim(
        text: nothing, content: [], expression: nothing, title: nil, isMathematics: false,
        textSpan: Span(at: 0),
        span: Span(at: 0)))
    return claims.count - 1
  }
}
