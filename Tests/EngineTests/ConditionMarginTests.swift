import Engine
import Expressions
import LessonTesting
import Testing

/// How near to failing conditions and answers are.
@Suite struct ConditionMarginTests {
  private func facts(_ conditions: String) async -> [Fact] {
    let report = await lesson("```{check}\n\(conditions)\n```")
    return report.run.runs.flatMap(\.directives).flatMap(\.facts)
  }

  @Test func comparisonsTellTheirSidesAndTheirDistance() async {
    let facts = await facts(
      """
      - 100 * 1 < 102
      - 0 < 0.98 < 1
      - abs(sum(softmax(1, 2, 1)) - 1) < 1e-12
      - "[2, 3] > 1.96"
      """)
    // Of 5 %: (102 − 100) / 102, (1 − 0.98) / 1, far, and (2 − 1.96) / 2.
    let expected = [2 / 102.0 / 0.05, 0.4, 1, 0.4]
    #expect(facts.count == expected.count)
    for (fact, margin) in zip(facts, expected) {
      #expect(((fact.margin ?? -1) - margin).magnitude < 1e-9, "\(fact)")
    }
    #expect(facts.first?.sides == [.number(100), .number(102)])
    #expect(facts.dropFirst().first?.sides.count == 3)
  }

  @Test func whatComparesNoSizesHasNoMargin() async {
    let facts = await facts("- 1 + 1 == 2\n- 1 != 2\n- 1 < 2 and 2 < 3\n- true")
    #expect(facts.map(\.holds) == [true, true, true, true])
    #expect(facts.map(\.margin) == [nil, nil, nil, nil])
  }

  @Test func whatFailsHasNothingLeft() async {
    let facts = await facts("- 3 < 2\n- 1 < 0 < log(-1)")
    #expect(facts.map(\.margin) == [0, nil])
    #expect(facts.last?.sides.isEmpty == true)
  }

  @Test func claimsAndAnswersKnowTheirStandard() async {
    let report = await lesson(
      """
      [58%](=softmax(1,2,1)_2) and [](=1/3)

      ```{exercise} e
      question: How many?
      is: 2^3
      choices: [{says: "7"}, {says: about 8}]
      ```
      """)
    let run = report.run.runs.first
    #expect(run?.claims.map { $0.standard?.words } == ["rounds to 58%: 57.5% to 58.5%", nil])
    #expect(run?.answers.map { $0.standard?.words } == ["within 5 % of 8: 7.6 to 8.4"])
  }
}
