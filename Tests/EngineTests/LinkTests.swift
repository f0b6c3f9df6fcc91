import Engine
import LessonTesting
import Testing

/// Where links and pictures lead.
@Suite struct LinkTests {
  private func expect(
    _ text: String, links: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    var workshop = Workshop()
    workshop.links = links
    let report = await workshop.course(
      [
        ("part/one.md", text), ("part/two.md", "# A heading\n\n# A heading\n\n$$ x $$ {#eq-x}"),
        ("top.md", "## Top {#sec-top}"),
      ],
      files: ["part/a b.png": "", "part/ü.png": "", "data.csv": "", "part/100%.png": ""])
    expectMarkedMistakes(report, sourceLocation: sourceLocation)
  }

  @Test func linksIntoTheCourse() async {
    await expect(
      """
      # Here

      [a](two.md) [b](two.md#a-heading) [c](two.md#a-heading-1) [d](two.md#eq-x) [e](../top.md#sec-top) [f](#here)
      [g](../data.csv) [h](./two.md) [i](../part/two.md) [j](two.md?query#a-heading) [k](#)
      ⟦link⟧[l](two.md#a-heading-2) ⟦link⟧[m](three.md) ⟦link⟧[n](top.md) ⟦link⟧[o](#there) ⟦link⟧[p](../part/)
      """)
  }

  @Test func linksToOtherSitesAreNotFetched() async {
    await expect(
      "[a](https://example.org/x.md) [b](http://example.org) [c](mailto:a@example.org) [d](//example.org) <https://x.org>"
    )
  }

  @Test func nothingLeadsOutOfTheCourse() async {
    await expect(
      """
      ⟦link⟧[a](../../secret.md) ⟦link⟧[b](/etc/passwd) ⟦link⟧[c](%2e%2e/%2e%2e/secret.md) ⟦link⟧[d](..\\\\..\\\\secret)
      ⟦link⟧![e](../../secret.png) ⟦link⟧![f](/etc/secret.png) ⟦link⟧[g](linked.md) ⟦link⟧![h](linked.png)
      """, links: ["part/linked.md", "part/linked.png"])
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
    "<java&Tab;script:alert(1)>", "<java&NewLine;script:alert(1)>", "<&#1;javascript:alert(1)>",
    "<&Tab;javascript:alert(1)>", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x",
    "c:/windows",
    "javascript%3Aalert(1)", "<\\javascript:alert(1)>", "javascript\\:alert(1)",
  ])
  func schemesThatCanDoHarmAreRefused(_ destination: String) async {
    await expect("⟦link⟧[a](\(destination)) ⟦link⟧![b](\(destination))")
  }

  @Test func percentSignsAreDecoded() async {
    await expect(
      """
      ![a](a%20b.png) ![b](<a b.png>) ![c](%C3%BC.png) ![d](ü.png) ![e](100%25.png) ![f](100%.png)
      ⟦link⟧![g](a%2520b.png) ⟦link⟧![h](a%+0b.png) ⟦link⟧![i](%00.png) ⟦link⟧![j](%FF.png)
      """)
  }

  @Test func picturesNeedAFile() async {
    await expect("⟦link⟧![a](https://example.org/x.png) ⟦link⟧![b](#here) ⟦link⟧![c](no.png)")
  }

  @Test func linksAreFoundEverywhere() async {
    await expect(
      """
      # Heading ⟦link⟧[a](no.md)

      > - ⟦link⟧[b](no.md)

      | c |
      |---|
      | ⟦link⟧[c](no.md) |

      : Caption ⟦link⟧[d](no.md)

      **[[2](=1+1)](two.md)** note[^1] ⟦link⟧[![e](../data.csv)](no.md)

      ```{softmax}
      scores: [1, 2]
      fig-cap: Caption ⟦link⟧[f](no.md)
      ```

      [^1]: Footnote ⟦link⟧[g](no.md)
      """)
  }

  @Test func targetsAreReadAsBrowsersReadThem() {
    #expect(LinkTarget("two.md#x", from: "part/one.md") == .file(path: "part/two.md", fragment: "x"))
    #expect(LinkTarget("#x%20y", from: "one.md") == .page(fragment: "x y"))
    #expect(LinkTarget("a/b:c", from: "one.md") == .file(path: "a/b:c", fragment: ""))
    #expect(LinkTarget("HTTPS://x", from: "one.md") == .external)
  }
}
