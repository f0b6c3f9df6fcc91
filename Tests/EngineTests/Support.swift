import LessonTesting
import Testing

/// Holds a report to the mistakes that are marked in its texts.
func expectMarkedMistakes(_ report: Report, sourceLocation: SourceLocation = #_sourceLocation) {
  let what = Comment(rawValue: report.messages.joined(separator: "\n"))
  #expect(report.found == report.marked, what, sourceLocation: sourceLocation)
}

/// Runs a lesson and holds it to the mistakes that are marked in it, and to its counts of claims.
@discardableResult
func expect(
  _ text: String, claims: String = "0/0/0", files: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) async -> Report {
  let report = await lesson(text, files: files)
  expectMarkedMistakes(report, sourceLocation: sourceLocation)
  #expect(report.claims == claims, sourceLocation: sourceLocation)
  return report
}
