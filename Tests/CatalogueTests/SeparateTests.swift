import LessonTesting
import Testing

@Suite struct SeparateTests {
  @Test func theBorderIsFound() async {
    let found = await numbers(
      ["s.right", "s.accuracy", "norm(s.normal)", "s.side(3, 0)"],
      after: """
        ```{separate} s
        data: {x: [0, 1, 2, 3], y: [0, 5, -3, 0], kind: [near, near, far, far]}
        inputs: [x, y]
        target: kind
        ```
        """)
    #expect(found[0] == 4 && found[1] == 1 && abs(found[2] - 1) < 1e-15 && found[3] > 0, "\(found)")
  }

  @Test func mistakes() async {
    func expectMistake(_ parameters: String, _ words: String) async {
      let report = await expect("```{separate} s\n\(parameters)\n```")
      #expect(report.messages.joined().contains(words), "\(report.messages)")
    }
    let data = "data: {x: [0, 1, 2], y: [0, 5, 1], kind: [a, b, c], side: [l, r, l]}"
    await expectMistake("\(data)\ninputs: ⟦parameter⟧[x]\ntarget: side", "two coordinates")
    await expectMistake("\(data)\ninputs: [x, y]\ntarget: ⟦expression⟧kind", "kind has 3")
    await expectMistake("\(data)\ninputs: [x, y]\ntarget: ⟦expression⟧x", "x holds numbers")
  }
}
