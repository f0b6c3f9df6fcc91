import Engine
import Expressions
import LessonFormat

extension PageMaker {
  /// The verification report for programs.
  func verificationData() -> String {
    let runs = outline.order.compactMap { lesson in outline.runs[lesson].map { (lesson, $0) } }
    let tally = runs.map { Tally($0.1) }.reduce(Tally(), +)
    let lessons = runs.map { ($0.0, $0.1, VerificationReport($0.1, showsSolutions: outline.showsSolutions)) }
    let coverage = lessons.map(\.2.coverage).reduce(Coverage(), +)
    let report = JSON.object([
      "title": .text(outline.title), "claims": data(of: tally.claims),
      "conditions": data(of: tally.conditions),
      "steps": steps(of: tally), "numerals": numerals(of: coverage),
      "lessons": .list(lessons.map { data(of: $0.1, at: $0.0, $0.2) }),
    ])
    return report.serialized + "\n"
  }

  /// The claims of one lesson for programs: what the report for the whole course says of it.
  func claimData(of lesson: Int) -> String {
    guard let run = outline.runs[lesson] else { return "" }
    let report = VerificationReport(run, showsSolutions: outline.showsSolutions)
    return data(of: run, at: lesson, report).serialized + "\n"
  }

  private func data(of run: LessonRun, at lesson: Int, _ report: VerificationReport) -> JSON {
    let tally = Tally(run)
    return .object([
      "file": .text(run.lesson.file.path), "page": .text(outline.pages[lesson]),
      "report": .text(outline.reports[lesson]), "title": .text(outline.title(of: lesson)),
      "claims": data(of: tally.claims), "conditions": data(of: tally.conditions), "steps": steps(of: tally),
      "numerals": numerals(of: report.coverage), "entries": .list(report.entries.map { $0.data }),
      "withheld": .integer(report.withheld),
      "unverified": .list(report.numerals.map { data(of: $0, in: run) }),
    ])
  }

  private func data(of counts: VerdictCounts) -> JSON {
    .object([
      "held": .integer(counts.held), "failed": .integer(counts.failed), "not_run": .integer(counts.notRun),
    ])
  }

  private func steps(of tally: Tally) -> JSON {
    .object([
      "proved": .integer(tally.provedSteps), "tested": .integer(tally.testedSteps),
      "unverified": .integer(tally.unverifiedSteps),
    ])
  }

  private func numerals(of coverage: Coverage) -> JSON {
    .object([
      "verified": .integer(coverage.verified), "unverified": .integer(coverage.unverified),
      "coverage": .number(coverage.share),
    ])
  }

  private func data(of numeral: Numeral, in run: LessonRun) -> JSON {
    let position = run.lesson.file.position(of: numeral.span.start)
    return .object([
      "text": .text(numeral.text), "line": .integer(position.line), "column": .integer(position.column),
      "before": .text(numeral.before), "after": .text(numeral.after),
    ])
  }
}

extension ReportEntry {
  /// The entry for programs.
  fileprivate var data: JSON {
    .object([
      "kind": .text(kind.rawValue), "line": .integer(line), "column": .integer(column),
      "says": says.map { .text($0) } ?? .none, "expression": .text(expression),
      "computed": computed.map { .text($0) } ?? .none, "value": value?.data ?? .none,
      "sides": .list(sides.map(\.data)), "from": .list(origins.map { .text($0) }),
      "held_to": standard.map { .text($0) } ?? .none, "allowed": .list(allowed.map { $0?.data ?? .none }),
      "margin": margin.map { .number($0) } ?? .none, "verdict": .text(verdict.rawValue),
      "anchor": anchor.map { .text($0) } ?? .none,
    ])
  }
}

extension Interval {
  /// The ends for programs, null where there is none.
  fileprivate var data: JSON {
    .list([lower, upper].map { $0.map { .number($0) } ?? .none })
  }
}

extension Value {
  /// The most entries of a value that are written out.
  private static let mostEntries = 100

  /// The value for programs: a number, a truth, a text, or a list of these; null for everything else.
  fileprivate var data: JSON {
    switch self {
    case .number(let number): .number(number)
    case .boolean(let truth): .boolean(truth)
    case .text(let text): .text(text)
    case .vector(let numbers) where numbers.count <= Self.mostEntries: .list(numbers.map { .number($0) })
    case .list(let values) where values.count <= Self.mostEntries: .list(values.map(\.data))
    case .vector, .list, .matrix, .record, .function: .none
    }
  }
}
