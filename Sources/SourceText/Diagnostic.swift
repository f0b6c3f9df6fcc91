/// A kind of mistake; a course can lower the severity of a kind by its code.
public enum DiagnosticCode: String, CaseIterable, Sendable, Codable {
  case claim
  case expression
  case unknownDirective = "unknown-directive"
  case duplicateName = "duplicate-name"
  case parameter
  case frontMatter = "front-matter"
  case course
  case condition
  case derivation
  case experiment
  case data
  case reference
  case citation
  case link
  case math
  case markdown
  case swift
}

/// How much a diagnostic matters: an error fails the run, a warning does not.
public enum Severity: String, Sendable, Codable {
  case error
  case warning
}

/// One mistake: what went wrong, where, and what would be right.
public struct Diagnostic: Hashable, Sendable {
  /// A remark that belongs to a mistake, such as where a name was defined first.
  public struct Note: Hashable, Sendable {
    /// What it says, in one line.
    public var message: String
    /// The first character of what it is about, in the same file; nil where that is nowhere in it.
    public var start: Position?

    /// Makes a note.
    public init(_ message: String, at start: Position? = nil) {
      self.message = message
      self.start = start
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// The kind of mistake.
  public var code: DiagnosticCode
  /// The file, relative to the course.
  public var file: String
  /// The first character of what is wrong.
  public var start: Position
  /// The position after its last character.
  public var end: Position
  /// What went wrong and what was found, in one line.
  public var message: String
  /// What would be right, or how to mend it.
  public var help: String?
  /// Remarks that belong to it, in order.
  public var notes: [Note] = []

  /// Makes a diagnostic from positions.
  public init(
    _ code: DiagnosticCode, file: String, start: Position, end: Position, _ message: String,
    help: String? = nil, severity: Severity = .error
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.start = start
    self.end = end
    self.message = message
    self.help = help
  }

  /// Makes a diagnostic about a span of a file.
  public init(
    _ code: DiagnosticCode, in file: SourceFile, at span: Span, _ message: String, help: String? = nil,
    severity: Severity = .error
  ) {
    self.init(
      code, file: file.path, start: file.position(of: span.start), end: file.position(of: span.end),
      message, help: help, severity: severity)
  }
}

extension Diagnostic: Comparable {
  /// Orders by file, then by place, then by code and message, so that a report reads the same on every machine.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.start != right.start { return left.start < right.start }
    return (left.code.rawValue, left.message) < (right.code.rawValue, right.message)
  }
}
