import Expressions
import LessonFormat
import SourceText

/// A course that was run and verified: all that pages and reports are made from.
public struct CourseRun: Sendable {
  /// The course as it was read.
  public let course: Course
  /// What every label leads to.
  public let labels: LabelIndex
  /// The indices of the lessons that were verified, in order.
  public let selected: [Int]
  /// What came of each lesson that was verified, in the order of `selected`.
  public let runs: [LessonRun]
  /// Everything that is wrong, once each, in order of file and place.
  public let diagnostics: [Diagnostic]

  /// Gathers what a run found, lowers the severities as the course says, and puts the diagnostics in order.
  init(course: Course, labels: LabelIndex, selected: [Int], runs: [LessonRun], diagnostics: [Diagnostic]) {
    self.course = course
    self.labels = labels
    self.selected = selected
    self.runs = runs
    let severities = course.file.severities
    let sorted = Set(diagnostics).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.severity = severities[diagnostic.code] ?? diagnostic.severity
      return diagnostic
    }.sorted()
    // Warnings are counted apart: however many there are, they hide no error.
    var counts: [Severity: [String: Int]] = [:]
    self.diagnostics = sorted.filter { diagnostic in
      counts[diagnostic.severity, default: [:]][diagnostic.file, default: 0] += 1
      return counts[diagnostic.severity]?[diagnostic.file] ?? 0 <= Self.mostDiagnostics
    }
  }

  /// Of more errors, or warnings, in one file nobody reads; those that come first are listed.
  static let mostDiagnostics = 1_000

  /// What came of a lesson of the course; nil where it was not verified.
  public subscript(lesson: Int) -> LessonRun? {
    selected.firstIndex(of: lesson).map { runs[$0] }
  }

  /// Whether nothing is wrong but what the course made a warning.
  public var isRight: Bool { !diagnostics.contains { $0.severity == .error } }

  /// How many claims held, failed, and were not run.
  public var claims: ClaimCounts {
    runs.reduce(into: ClaimCounts()) { counts, run in
      for claim in run.claims + run.answers { counts.count(claim) }
    }
  }
}

/// How many claims held, failed, and were not run.
///
/// Inserted values are no claims.
public struct ClaimCounts: Sendable, Hashable {
  /// Claims that hold.
  public private(set) var held = 0
  /// Claims that do not hold, or whose text cannot be read.
  public private(set) var failed = 0
  /// Claims whose expression could not be evaluated.
  public private(set) var notRun = 0

  mutating func count(_ claim: ClaimRun) {
    switch claim.verdict {
    case .held: held += 1
    case .failed: failed += 1
    case .notRun where !claim.isInsertion: notRun += 1
    case .notRun, .inserted: break
    }
  }
}

/// A lesson that was run and verified.
public struct LessonRun: Sendable {
  /// The lesson as it was read.
  public let lesson: Lesson
  /// What came of each directive, in order.
  public let directives: [DirectiveRun]
  /// What came of each claim and inserted value, in order.
  public let claims: [ClaimRun]
  /// The values of the names that the lesson itself defines, in order.
  public let values: [NamedValue]

  /// What came of the answers of its exercises, each of which is a claim, in order.
  public var answers: [ClaimRun] { directives.compactMap { $0.exercise?.answer } }
}

/// A name of a lesson with its value.
public struct NamedValue: Sendable {
  /// The name, with its place.
  public var name: Spanned<String>
  /// The value; nil where it could not be computed.
  public var value: Value?
}

/// What came of a directive.
public struct DirectiveRun: Sendable {
  /// Whether it failed, or did not run because something it needs failed.
  public var isBroken: Bool
  /// What its experiment gave; nil for the engine's own directives and where it failed.
  public var run: ExperimentRun?
  /// The conditions that it holds, for a `{check}`.
  public var facts: [Fact]
  /// What came of its answer, for an `{exercise}`.
  public var exercise: ExerciseRun?
  /// What came of it, for a cell of Swift that ran.
  public var cell: CellRun?
}

/// What came of an exercise's answer.
public struct ExerciseRun: Sendable {
  /// What readers may answer.
  public enum Key: Sendable {
    /// What the author's claim allows.
    case answer(AnswerKey)
    /// One of the choices, by its index.
    case choice(Int)
  }

  /// What came of the answer, or of the choices together, of which one is claimed to be right; nil where the
  /// exercise has neither.
  public var answer: ClaimRun?
  /// What readers may answer; nil where nothing can be compared with it.
  public var key: Key?
}

/// A condition that was checked.
public struct Fact: Sendable {
  /// The condition as it was written, which leads back to its place.
  public var text: MappedText
  /// The condition.
  public var expression: Expression
  /// Whether it is true; nil where it could not be evaluated.
  public var holds: Bool?
}

/// What came of a claim or an inserted value.
public struct ClaimRun: Sendable {
  /// How it ended.
  public enum Verdict: Sendable {
    case held
    case failed
    case notRun
    /// A value was inserted, in this shape.
    case inserted(FormattedValue)
  }

  /// How it ended.
  public var verdict: Verdict
  /// Whether it inserts a value and claims nothing.
  public var isInsertion: Bool
  /// The expression; nil where it cannot be read.
  public var expression: Expression?
  /// The value; nil where it could not be computed.
  public var value: Value?
  /// The names of the lesson that the expression uses, in order.
  public var origins: [String]
}
