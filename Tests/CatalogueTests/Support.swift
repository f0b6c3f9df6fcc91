import Expressions
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

/// The values of expressions after a lesson's directives.
func numbers(
  _ expressions: [String], after text: String, sourceLocation: SourceLocation = #_sourceLocation
) async -> [Double] {
  let insertions = expressions.map { "[](<=\($0)>)" }.joined(separator: " ")
  let report = await lesson("\(text)\n\n\(insertions)")
  #expect(report.messages == [], sourceLocation: sourceLocation)
  let numbers = report.values.compactMap { if case .number(let number)? = $0 { number } else { nil } }
  #expect(numbers.count == expressions.count, sourceLocation: sourceLocation)
  return numbers
}

/// Holds numbers to be equal to within some units in the last place of the larger.
func expectClose(
  _ found: [Double], _ expected: [Double], within tolerance: Double = 1e-15,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  for (one, other) in zip(found, expected) {
    #expect(abs(one - other) <= tolerance * max(1, abs(other)), sourceLocation: sourceLocation)
  }
}
