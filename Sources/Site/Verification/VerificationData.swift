import Engine

extension PageMaker {
  /// The verification report for programs.
  func verificationData() -> String {
    let runs = outline.order.compactMap { lesson in outline.runs[lesson].map { (lesson, $0) } }
    let total = runs.map { Tally($0.1) }.reduce(Tally(), +)
    let report = JSON.object([
      "title": .text(outline.title),
      "held": .integer(total.proved), "failed": .integer(total.failed), "not_run": .integer(total.notRun),
      "lessons": .list(runs.map { lessonData(of: $0.1, at: $0.0) }),
    ])
    return report.serialized + "\n"
  }

  private func lessonData(of run: LessonRun, at lesson: Int) -> JSON {
    let report = VerificationReport(run, showsSolutions: outline.showsSolutions)
    return .object([
      "file": .text(run.lesson.file.path), "page": .text(outline.pages[lesson]),
      "title": .text(outline.title(of: lesson)),
      "entries": .list(report.entries.map(entryData)), "withheld": .integer(report.withheld),
    ])
  }

  private func entryData(of entry: VerificationReport.Entry) -> JSON {
    .object([
      "kind": .text(entry.kind.rawValue), "line": .integer(entry.line), "column": .integer(entry.column),
      "says": entry.kind == .condition ? .none : .text(entry.says), "expression": .text(entry.expression),
      "computed": entry.computed.map { .text($0) } ?? .none, "from": .list(entry.origins.map { .text($0) }),
      "verdict": .text(entry.verdict.rawValue),
    ])
  }
}
