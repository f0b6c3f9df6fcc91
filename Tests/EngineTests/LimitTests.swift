import LessonTesting
import Testing

/// What is too large is an error at its place, and quick.
@Suite(.timeLimit(.minutes(5))) struct LimitTests {
  @Test func numbersOfADirective() async {
    await expect(
      "```{⟦experiment⟧let}\na: [\"=linspace(0, 1, 1000000)\", \"=linspace(0, 1, 1000000)\"]\n```\n\n[1](=a_1)",
      claims: "0/0/1")
    await expect("```{let}\na: =linspace(0, 1, 1000000)\n```\n\n[1,000,000](=length\\(a\\))", claims: "1/0/0")
    await expect("```{let}\na: =⟦expression⟧linspace(0, 1, 1000001)\n```")
    await expect("[1](=9^⟦expression⟧9^9^9) [1](=⟦expression⟧1e999)", claims: "0/0/2")
  }

  @Test func numbersOfACourse() async {
    let entries = (1...60).map { "a\($0): =a0\n" }.joined()
    let text =
      "```{⟦experiment⟧let}\na0: =linspace(0, 1, 1000000)\n\(entries)```\n\n[1](=last\\(a49\\)) [1](=last\\(a50\\)) [1](=last\\(a60\\))"
    var fingerprints: Set<String> = []
    for workers in [1, 4] {
      var workshop = Workshop()
      workshop.workers = workers
      let report = await workshop.lesson(text)
      expectMarkedMistakes(report)
      #expect(report.claims == "1/0/2")
      fingerprints.insert(report.messages.joined())
    }
    #expect(fingerprints == ["the values of the course have more than 50000000 entries, the limit"])
  }

  @Test func valuesThatNestThroughManyEntries() async {
    let entries = (1...3000).map { "a\($0): {f: =a\($0 - 1)}\n" }.joined()
    let report = await lesson("```{let}\na0: 1\n\(entries)```\n\n[1](=a3000.f) [1](=a1.f)")
    #expect(report.run.diagnostics.map(\.code) == [.experiment])
    #expect(report.claims == "1/0/1")
  }

  @Test func valuesThatDoubleWithEveryEntry() async {
    let entries = (1...60).map { "a\($0): [=a\($0 - 1), =a\($0 - 1)]\n" }.joined()
    let report = await lesson("```{let}\na0: text\n\(entries)```\n\n[1](=a60) [](=length\\(a10\\))")
    #expect(report.run.diagnostics.map(\.code) == [.experiment])
    #expect(report.inserted == ["2"])
  }

  @Test func manyNamesAndManyClaims() async {
    let entries = (1...3000).map { "a\($0): \($0)\n" }.joined()
    let claims = (1...3000).map { "[\($0)](=a\($0))\n" }.joined()
    let report = await lesson("```{let}\n\(entries)```\n\n\(claims)")
    #expect(report.messages == [] && report.claims == "3000/0/0")
  }

  @Test func manyFieldsAndManyClaims() async {
    let entries = (1...3000).map { "a\($0): \($0)\n" }.joined()
    let claims = (1...3000).map { "[\($0)](=d.a\($0))\n" }.joined()
    let report = await lesson("```{let} d\n\(entries)```\n\n\(claims)")
    #expect(report.messages == [] && report.claims == "3000/0/0")
  }

  @Test func manyUnknownNames() async {
    let entries = (1...2000).map { "a\($0): \($0)\n" }.joined()
    let claims = (1...2000).map { "[\($0)](=b\($0))\n" }.joined()
    let report = await lesson("```{let}\n\(entries)```\n\n\(claims)")
    #expect(report.claims == "0/0/2000" && report.run.diagnostics.count == 1000)
  }

  @Test func manyMistakesInOneLine() async {
    let report = await lesson(String(repeating: "[3](=1+1)", count: 2000))
    #expect(report.claims == "0/2000/0" && report.run.diagnostics.count == 1000)
  }

  @Test func manyLabelsAndReferences() async {
    let labels = (1...2000).map { "# Heading {#sec-a\($0)}\n" }.joined()
    let references = (1...2000).map { "@sec-b\($0) [x](#c\($0))\n\n" }.joined()
    let report = await lesson("\(labels)\n\(references)")
    #expect(report.run.diagnostics.count == 1000)
  }

  @Test func manyUnknownDirectives() async {
    let report = await lesson(String(repeating: "```{softmix}\n```\n\n", count: 3000))
    #expect(report.run.diagnostics.count == 1000)
  }

  @Test func aChainOfDefinitionsUnderADerivative() async {
    let entries = (1...3000).map { "a\($0): =a\($0 - 1) + 1\n" }.joined()
    let report = await lesson(
      "```{let}\na0: 1\n\(entries)```\n\n[1](<=d(a40, a0)>) [1](<=⟦expression⟧d(a3000, a0)>)")
    #expect(report.claims == "1/0/1")
  }
}
