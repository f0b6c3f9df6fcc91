import SourceText

/// The mistakes of one YAML document, up to a number that nobody reads beyond.
///
/// The limit keeps a hostile document, every entry of which is wrong, from taking quadratic time: each place
/// is counted from the start of its line.
struct MistakeList {
  /// How many mistakes of one document are listed.
  static let limit = 100

  /// The mistakes so far.
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  private let code: DiagnosticCode

  /// Makes an empty list for a file and a kind of mistake.
  init(file: SourceFile, code: DiagnosticCode) {
    self.file = file
    self.code = code
  }

  /// Whether no more mistakes are listed.
  var isFull: Bool { diagnostics.count > Self.limit }

  /// Adds a mistake; the one that passes the limit says that the rest is left out.
  mutating func report(_ span: Span, _ message: String, help: String? = nil) {
    guard !isFull else { return }
    if diagnostics.count == Self.limit {
      let message = "more than \(Self.limit) mistakes; those from here on are not listed"
      diagnostics.append(Diagnostic(code, in: file, at: Span(at: span.start), message))
    } else {
      diagnostics.append(Diagnostic(code, in: file, at: span, message, help: help))
    }
  }
}
