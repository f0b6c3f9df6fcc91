import Expressions
import LessonFormat
import SourceText

/// A mistake found while a lesson runs, on its way to becoming a diagnostic.
public struct LessonError: Error, Sendable, Hashable, Codable {
  /// Where the mistake is.
  public enum Place: Sendable, Hashable, Codable {
    /// The directive's name in its info string.
    case directive
    /// A place in the lesson.
    case span(Span)
    /// A place in a data file.
    case file(path: String, start: Position, end: Position)
  }

  /// The kind of mistake.
  public var code: DiagnosticCode
  /// Where it is.
  public var place: Place
  /// What went wrong and what was found.
  public var message: String
  /// What would be right.
  public var help: String?

  /// Makes an error.
  public init(_ code: DiagnosticCode, at place: Place, _ message: String, help: String? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.help = help
  }

  /// An experiment that fails while it runs, or passes its limits.
  public static func experiment(_ message: String, help: String? = nil) -> LessonError {
    LessonError(.experiment, at: .directive, message, help: help)
  }

  /// A parameter whose value does not fit, at that value.
  public static func parameter(_ datum: Datum, _ message: String, help: String? = nil) -> LessonError {
    LessonError(.parameter, at: .span(datum.span), message, help: help)
  }

  /// A mistake in an expression, led back to the lesson.
  public init(_ error: ExpressionError, in text: MappedText) {
    self.init(.expression, at: .span(text.span(of: error.range)), error.message, help: error.help)
  }

  /// The diagnostic in a lesson's file; one that is about a directive must have its place.
  fileprivate func diagnostic(in file: SourceFile) -> Diagnostic {
    switch place {
    case .directive:
      Diagnostic(code, in: file, at: Span(at: 0), message, help: help)
    case .span(let span):
      Diagnostic(code, in: file, at: span, message, help: help)
    case .file(let path, let start, let end):
      Diagnostic(code, file: path, start: start, end: end, message, help: help)
    }
  }
}

extension [LessonError] {
  /// The first mistakes of each kind in a lesson as diagnostics: so many as somebody may read.
  ///
  /// To find the lines and columns of more would take time in a lesson of one long line. Kinds are counted apart,
  /// because a course may lower some to warnings.
  func diagnostics(in lesson: Lesson) -> [Diagnostic] {
    var counts: [DiagnosticCode: Int] = [:]
    return sorted { ($0.offset, $0.message) < ($1.offset, $1.message) }.filter { error in
      counts[error.code, default: 0] += 1
      return counts[error.code] ?? 0 <= CourseRun.mostDiagnostics
    }.map { $0.diagnostic(in: lesson.file) }
  }
}

extension LessonError {
  fileprivate var offset: Int {
    if case .span(let span) = place { span.start } else { 0 }
  }

  /// The same mistake with a place of its own where it had that of its directive.
  func placed(at directive: Span) -> LessonError {
    guard case .directive = place else { return self }
    var error = self
    error.place = .span(directive)
    return error
  }
}

/// Several mistakes at once.
public struct LessonErrors: Error, Sendable {
  /// The mistakes; never empty.
  public var errors: [LessonError]

  /// Gathers mistakes.
  public init(_ errors: [LessonError]) {
    self.errors = errors
  }

  /// Whatever an experiment threw, as lesson errors.
  static func errors(from error: any Error) -> [LessonError] {
    switch error {
    case let error as LessonError: [error]
    case let error as LessonErrors: error.errors
    default: [.experiment("it failed: \(error)")]
    }
  }
}
