import Expressions
import LessonFormat
import SourceText

/// A course that was run and verified: all that pages and reports are made from.
public struct CourseRun: Sendable {
  /// The course as it was read.
  public let course: Course
  /// What every label leads to.
  public let labels: LabelIndex
  /// The terms that its lessons define.
  public let glossary: Glossary
  /// What each directive does that its lessons use, by name, in one sentence; those that Swift code of the course
  /// declares are not among them.
  public let summaries: [String: String]
  /// The indices of the lessons that were verified, in order.
  public let selected: [Int]
  /// What came of each lesson that was verified, in the order of `selected`.
  public let runs: [LessonRun]
  /// What uses the results of each directive.
  public let uses: Uses
  /// Everything that is wrong, once each, in order of file and place.
  public let diagnostics: [Diagnostic]

  /// Gathers what a run found, lowers the severities as the course says, and puts the diagnostics in order.
  init(
    course: Course, plan: Plan, labels: LabelIndex, glossary: Glossary, summaries: [String: String],
    selected: [Int], runs: [LessonRun], diagnostics: [Diagnostic]
  ) {
    self.course = course
    self.labels = labels
    self.glossary = glossary
    self.summaries = summaries
    self.selected = selected
    self.runs = runs
    uses = Uses(plan: plan, lessons: zip(selected, runs))
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
  public var claims: VerdictCounts { runs.map(\.claimCounts).reduce(VerdictCounts(), +) }

  /// How many conditions held, failed, and were not run; none of them is among the claims.
  public var conditions: VerdictCounts { runs.map(\.conditionCounts).reduce(VerdictCounts(), +) }
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

  /// How many claims held, failed, and were not run, answers of exercises among them.
  public var claimCounts: VerdictCounts {
    (claims + answers).reduce(into: VerdictCounts()) { $0.count($1) }
  }

  /// How many conditions held, failed, and were not run.
  public var conditionCounts: VerdictCounts {
    directives.flatMap(\.facts).reduce(into: VerdictCounts()) { $0.count($1) }
  }
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
  /// How long it took in this run; the first cell of a program takes the time of all.
  ///
  /// It differs from run to run: nothing that is made of a course may depend on it.
  public var duration = Duration.zero
  /// Whether all that it did was taken over from an earlier run; nil where there was nothing to take over.
  public var isReused: Bool?
  /// How many runs of experiments or programs that were; several where it has `seeds` or is a `{sweep}`.
  public var runCount = 0
  /// The works that facts behind its results come from, in order.
  public var sources: [ValueSource] = []
  /// What its random numbers begin from, where it takes a seed and names none.
  public var impliedSeed: String?
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
  /// The values of what it compares, in order; empty where it is no comparison, or one of them has no value.
  public var sides: [Value] = []
  /// What is left before it would fail: the relative distance of the sides, 1 from 5 % on; 0 where it fails.
  ///
  /// Nil where it does not compare by size.
  public var margin: Double?
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
  /// What the value comes from.
  public var provenance = Provenance()

  /// The names of the lesson that the expression uses, in order.
  public var origins: [String] { provenance.names }
  /// The works that facts behind the value come from, in order: those of every name that the expression uses, and of
  /// all that these were computed from.
  public var sources: [ValueSource] { provenance.sources }
  /// Whether the value is a fact from its sources, as it stands there, and nothing was computed.
  public var isSourced: Bool { provenance.isQuoted }
  /// What the lesson says; nil where none of an exercise's choices is right.
  public var claim: Claim?

  /// What the value was held to, and how near to failing it is; nil where nothing could be compared.
  public var standard: ClaimStandard? {
    guard let claim, let value else { return nil }
    return ClaimStandard(claim, value: value)
  }
}
