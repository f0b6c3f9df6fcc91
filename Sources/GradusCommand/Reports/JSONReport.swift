import Engine
import FoundationEssentials
import SourceText

/// The report as one JSON object, for other programs.
struct JSONReport: Encodable {
  struct Claims: Encodable {
    var held: Int
    var failed: Int
    var notRun: Int

    enum CodingKeys: String, CodingKey {
      case held, failed
      case notRun = "not_run"
    }
  }

  struct Note: Encodable {
    var line: Int?
    var column: Int?
    var message: String

    init(_ note: Diagnostic.Note) {
      (line, column, message) = (note.start?.line, note.start?.column, note.message)
    }
  }

  struct Entry: Encodable {
    var file: String
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int
    var severity: String
    var code: String
    var message: String
    var help: String?
    /// Remarks of a compiler; nil where there are none.
    var notes: [Note]?

    enum CodingKeys: String, CodingKey {
      case file, line, column, severity, code, message, help, notes
      case endLine = "end_line"
      case endColumn = "end_column"
    }

    init(_ diagnostic: Diagnostic) {
      file = diagnostic.file
      (line, column) = (diagnostic.start.line, diagnostic.start.column)
      (endLine, endColumn) = (diagnostic.end.line, diagnostic.end.column)
      (severity, code) = (diagnostic.severity.rawValue, diagnostic.code.rawValue)
      (message, help) = (diagnostic.message, diagnostic.help)
      notes = diagnostic.notes.isEmpty ? nil : diagnostic.notes.map(Note.init)
    }
  }

  /// What one directive took.
  struct Timing: Encodable {
    var file: String
    var line: Int
    var directive: String
    /// The word behind the braces; nil where there is none.
    var name: String?
    /// The seconds, to the microsecond.
    var seconds: Double
    /// Whether all of it was taken over from an earlier run; nil where there was nothing to run.
    var reused: Bool?
    /// How many runs that were; nil where it is no directive of several.
    var runs: Int?
  }

  var lessons: Int
  var directives: Int
  var claims: Claims
  var diagnostics: [Entry]
  /// What each directive took, in the order of the text; nil where nobody asked.
  var timings: [Timing]?

  init(_ report: Report, hasTimings: Bool = false) {
    timings = hasTimings ? report.entries.flatMap(\.run.runs).flatMap(Self.timings) : nil
    lessons = report.lessonCount
    directives = report.directiveCount
    claims = Claims(held: report.held, failed: report.failed, notRun: report.notRun)
    diagnostics = report.entries.flatMap(\.run.diagnostics).map(Entry.init)
  }

  private static func timings(of run: LessonRun) -> [Timing] {
    zip(run.lesson.directives, run.directives).map { directive, outcome in
      Timing(
        file: run.lesson.file.path, line: run.lesson.file.line(of: directive.name.span.start),
        directive: directive.name.value, name: directive.result?.value,
        seconds: (outcome.duration / .microseconds(1)).rounded() / 1e6, reused: outcome.isReused,
        runs: outcome.runCount > 1 ? outcome.runCount : nil)
    }
  }

  /// The object's text, with a line break at its end.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
