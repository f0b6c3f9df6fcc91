import Testing

@Suite struct DerivationTests {
  @Test func aChainBeginsOnTheLineThatContinuesIt() async throws {
    let document = try await page("```{lines}\n```")
    // Two lines of the chain, as the first expression stands on the left of the second; and two equations.
    #expect(document.elements(ofClass: "left").map { !$0.text.isEmpty } == [true, false, true, true])
    #expect(document.elements(ofClass: "reason").map(\.text).prefix(2) == ["because b", "because c"])
    #expect(document.elements("tr").map(\.classes) == [[], [], [], ["consequence"]])
  }

  @Test func eachLineTellsHowItIsKnown() async throws {
    let document = try await page("```{lines}\n```")
    #expect(
      document.elements(ofClass: "how").compactMap { $0.attributes["aria-label"] } == [
        "verified: proved by algebra", "verified: tested at 9 points", "not verified",
      ])
    #expect(document.elements(ofClass: "reason").last?.text == "because g; not verified: <so>")
    #expect(document.elements(ofClass: "premises").count == 1)
  }
}
