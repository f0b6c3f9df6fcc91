import Engine
import Expressions
import SourceText

/// What came of a course in a test.
public struct Report: Sendable {
  /// The whole run.
  public var run: CourseRun
  /// The mistakes that the marks in the texts announce: `file:line:column code`, in order.
  public var marked: [String]

  /// The mistakes that were reported, in the shape of `marked`.
  public var found: [String] {
    run.diagnostics.map { "\($0.file):\($0.start.line):\($0.start.column) \($0.code.rawValue)" }.sorted()
  }

  /// The messages, in order.
  public var messages: [String] { run.diagnostics.map(\.message) }

  /// What would be right, for each mistake, in order.
  public var helps: [String] { run.diagnostics.map { $0.help ?? "" } }

  /// How many claims held, failed and were not run: `held/failed/not run`.
  public var claims: String { "\(run.claims.held)/\(run.claims.failed)/\(run.claims.notRun)" }

  /// The values of all claims and insertions, lesson by lesson, in order.
  public var values: [Value?] { run.runs.flatMap { $0.claims.map(\.value) } }

  /// What was inserted for each insertion, in order.
  public var inserted: [String] {
    run.runs.flatMap(\.claims).compactMap { claim in
      if case .inserted(let value) = claim.verdict { value.plain } else { nil }
    }
  }

  /// Every directive's outcome, in order; nil for those that have none.
  public var outcomes: [Outcome?] { run.runs.flatMap { $0.directives.map { $0.run?.outcome } } }

  /// Everything that a page or a report could show, as one text, to compare whole runs by.
  public var fingerprint: String {
    let directives = run.runs.flatMap(\.directives).map {
      "\($0.isBroken) \($0.facts) \($0.run.map(Self.shown) ?? "")"
    }
    let claims = run.runs.flatMap(\.claims).map { "\($0)" }
    return "\(run.diagnostics)\n\(directives)\n\(claims)"
  }

  private static func shown(_ run: ExperimentRun) -> String { "\(run.key) \(run.outcome)" }
}
