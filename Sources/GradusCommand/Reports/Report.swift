import Engine
import SourceText

/// What `build` and `check` say about the courses they ran.
struct Report {
  /// A course with its place on disk.
  struct Entry {
    var location: CourseLocation
    var run: CourseRun
    /// The runs of directives that there were, where they were watched.
    var runs: Set<RunPlace> = []
    /// Those whose results were reused.
    var reused: Set<RunPlace> = []
    /// What results were made of, before the run and now; nil where it is not kept.
    var journal: DiskJournal?
  }

  let entries: [Entry]

  /// Whether nothing is wrong.
  var isRight: Bool { entries.allSatisfy(\.run.isRight) }

  var lessonCount: Int { entries.reduce(0) { $0 + $1.run.runs.count } }

  var directiveCount: Int {
    entries.reduce(0) { $0 + $1.run.runs.reduce(0) { $0 + $1.directives.count } }
  }

  var held: Int { entries.reduce(0) { $0 + $1.run.claims.held } }
  var failed: Int { entries.reduce(0) { $0 + $1.run.claims.failed } }
  var notRun: Int { entries.reduce(0) { $0 + $1.run.claims.notRun } }

  /// The conditions of all `{check}`, which are counted apart from the claims.
  var conditions: VerdictCounts { entries.map(\.run.conditions).reduce(VerdictCounts(), +) }

  func count(_ severity: Severity) -> Int {
    entries.reduce(0) { $0 + $1.run.diagnostics.count { $0.severity == severity } }
  }
}
