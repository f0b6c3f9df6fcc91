import Engine
import LessonTesting
import Testing

/// The share of numerals that are verified, and the floor that a course sets for it.
@Suite struct CoverageTests {
  private func course(_ settings: String, _ lessons: [String: String]) -> [String: String] {
    let names = lessons.keys.sorted()
    var files = lessons.mapValues { "---\ntitle: Test\n---\n\n\($0)\n" }
    files["course.yml"] =
      "title: Tests\n\(settings)parts: [{title: Part, lessons: [\(names.joined(separator: ", "))]}]\n"
    return files
  }

  @Test func claimsThatHoldAreHeldAgainstNumeralsThatNothingVerifies() async {
    let report = await lesson(
      """
      [58%](=0.58) of [(1, 2)](=[1,2]), [about 3](=3), [Madrid](="Madrid"), [](=7), 4 and 5.

      ```{exercise} e
      question: Which of 6?
      answer: {says: "8", is: 2^3}
      ```
      """)
    #expect(report.messages == [])
    let coverage = report.run.runs.first?.coverage
    // 58%, 1, 2, about 3 and the answer 8, beside 4, 5 and 6.
    #expect(coverage?.verified == 5)
    #expect(coverage?.unverified == 3)
    #expect(coverage?.percent == 62)
    #expect(coverage?.share == 0.625)
  }

  @Test func whatIsWrongAlreadyCountsOnNeitherSide() async {
    let report = await lesson("[58%](=0.5) [3](=unknown) [4](=4) 5")
    #expect(report.run.runs.first?.coverage == Coverage(verified: 1, unverified: 1))
  }

  @Test func aTextWithoutNumeralsIsCovered() async {
    let report = await lesson("Words.")
    #expect(report.run.runs.first?.coverage.share == 1)
    #expect(report.run.runs.first?.coverage.percent == 100)
  }

  @Test func belowItsFloorACourseIsWrong() async {
    let lessons = [
      "a.md": "[1](=1) and 2", "b.md": "3, 4 and 5", "c.md": "6", "d.md": "[7](=7) [8](=8)", "e.md": "9, 0",
    ]
    let report = await Workshop().course(files: course("coverage: 0.8\n", lessons))
    #expect(
      report.run.diagnostics.map { "\($0.file):\($0.start.line):\($0.start.column) \($0.code)" } == [
        "course.yml:2:1 course"
      ])
    #expect(
      report.messages == ["30 % of the numerals in prose are verified, 3 of 10; the course asks for 80 %"])
    #expect(
      report.helps == [
        "most that nothing verifies are in b.md (3), e.md (2), a.md (1); "
          + "verification.html of gradus serve lists them"
      ])
  }

  @Test(arguments: ["coverage: 0.3\n", "coverage: 0\n", ""])
  func aFloorThatIsReachedSaysNothing(_ settings: String) async {
    let report = await Workshop().course(
      files: course(settings, ["a.md": "[1](=1) [2](=2) [3](=3) 4, 5, 6, 7, 8, 9, 10"]))
    #expect(report.messages == [])
  }

  @Test func aFloorCanBeAWarning() async {
    let report = await Workshop().course(
      files: course("coverage: 1\nseverity: {course: warning}\n", ["a.md": "1"]))
    #expect(report.run.diagnostics.map(\.severity) == [.warning])
    #expect(report.run.isRight)
  }

  @Test func someLessonsAreHeldToNoFloor() async {
    var workshop = Workshop()
    workshop.selection = [0]
    let report = await workshop.course(files: course("coverage: 1\n", ["a.md": "1", "b.md": "2"]))
    #expect(report.messages == [])
    #expect(report.run.runs.count == 1)
  }

  @Test func conditionsAreCountedApart() async {
    let report = await lesson("[1](=1)\n\n```{check}\n- 1 < 2\n- 2 < 1\n- unknown > 1\n```")
    #expect(report.claims == "1/0/0")
    let conditions = report.run.conditions
    #expect([conditions.held, conditions.failed, conditions.notRun] == [1, 1, 1])
  }
}
