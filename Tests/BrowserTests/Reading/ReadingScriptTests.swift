import Testing

/// What scripts add while somebody reads: previews of references, and the section that is being read.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct ReadingScriptTests {
  private static let course = [
    "course.yml": "title: A course\nparts:\n  - {title: P, lessons: [one.md, two.md]}\n",
    "one.md": """
    ---
    title: One
    ---

    See @fig-d, @eq-a, @sec-b, @fig-x, @term-gradient, @term-rate and a note[^n].

    ```{plot} d
    series: [{x: [0, 1], y: [0, 1]}]
    y: {range: [0, 0.5]}
    fig-cap: A half, [0.5](=1/2).
    ```

    $$ a $$ {#eq-a}

    ```{term} gradient
    definition: All partial derivatives.
    ```

    ## B {#sec-b}

    The words of B.

    \(String(repeating: "Filling.\n\n", count: 80))
    ## C

    \(String(repeating: "Filling.\n\n", count: 80))
    ## D

    The end.

    [^n]: The note's words.
    """,
    "two.md": """
    ---
    title: Two
    ---

    ```{softmax} x
    scores: [1, 1]
    fig-cap: A picture of *nothing*, [0.5](=x.p_1).
    ```

    ```{term} rate
    definition: How far one step goes.
    ```
    """,
  ]

  private static let build = Task { try await Course(files: course).build() }

  private func run(_ body: String) async throws -> [String] {
    try await Self.build.value.run(
      """
      const links = [...document.querySelectorAll("a.reference, .footnote-reference a")];
      const card = () => document.getElementById("note");
      const point = (link) => link.dispatchEvent(new PointerEvent("pointerenter", { pointerType: "mouse" }));
      \(body)
      """, on: "one.html")
  }

  @Test func everyKindOfReferenceShowsWhatItLeadsTo() async throws {
    let texts = try await run(
      """
      const texts = [];
      for (const link of links) {
        point(link);
        await until(card);
        texts.push(card().textContent.replace(/\\s+/g, " ").trim());
        press("Escape", document.body);
      }
      return texts;
      """)
    #expect(texts.count == 7)
    #expect(texts[0].hasSuffix("Figure 1.1. A half, 0.5."))
    #expect(texts[1].contains("a") && texts[1].hasSuffix("(1.1)"))
    #expect(texts[2] == "BThe words of B.")
    #expect(texts[3] == "A picture of nothing, 0.5.")
    #expect(texts[4] == "gradient All partial derivatives.")
    #expect(texts[5] == "How far one step goes.")
    #expect(texts[6] == "The note's words.")
  }

  @Test func copiesRepeatNoIdentifier() async throws {
    let facts = try await run(
      """
      point(links[0]);
      await until(card);
      const all = [...document.querySelectorAll("[id]")].map((element) => element.id);
      const svg = card().querySelector("svg");
      return [all.length - new Set(all).size, svg.id.endsWith("-note"),
        svg.querySelector(svg.querySelector("[clip-path]").getAttribute("clip-path").slice(4, -1)) !== null,
        card().querySelectorAll("[tabindex], a[href], .origin").length];
      """)
    #expect(facts == ["0", "true", "true", "0"])
  }

  @Test func theKeyboardShowsAndDismissesAndKeepsTheFocus() async throws {
    let page = try await Self.build.value.page("one.html")
    try await withBrowser { browser in
      try await browser.open(page)
      try await browser.run("document.querySelector('a.reference').focus()")
      try await browser.press(.tab)
      try await browser.wait(until: "document.querySelector('#note[role=tooltip]')")
      let second = "document.querySelectorAll('a.reference')[1]"
      #expect(try await browser.run("return \(second).getAttribute('aria-describedby') === 'note'"))
      try await browser.press(.escape)
      try await browser.wait(until: "!document.getElementById('note')")
      #expect(try await browser.run("return document.activeElement === \(second)"))
      #expect(try await browser.run("return !\(second).hasAttribute('aria-describedby')"))
      try await browser.press(.tab)
      try await browser.wait(until: "document.getElementById('note')")
      try await browser.run("document.activeElement.blur()")
      try await browser.wait(until: "!document.getElementById('note')")
    }
  }

  @Test func theCardStaysWhileThePointerIsOnIt() async throws {
    let facts = try await run(
      """
      point(links[0]);
      await until(card);
      links[0].dispatchEvent(new PointerEvent("pointerleave"));
      card().dispatchEvent(new PointerEvent("pointerenter"));
      await new Promise((go) => setTimeout(go, 400));
      const stays = card() !== null;
      card().dispatchEvent(new PointerEvent("pointerleave"));
      await until(() => !card());
      const touched = new PointerEvent("pointerenter", { pointerType: "touch" });
      links[0].dispatchEvent(touched);
      await new Promise((go) => setTimeout(go, 400));
      return [stays, card() === null];
      """)
    #expect(facts == ["true", "true"])
  }

  @Test func theSectionThatIsReadIsMarked() async throws {
    let facts = try await run(
      """
      const marked = () => [...document.querySelectorAll(".contents.margin [aria-current='true']")]
        .map((link) => link.textContent).join();
      const facts = [marked()];
      for (const [place, title] of [["c", "C"], ["sec-b", "B"]]) {
        document.getElementById(place).scrollIntoView({ behavior: "instant" });
        facts.push(await until(() => marked() === title));
      }
      scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
      facts.push(await until(() => marked() === "D"));
      return facts;
      """)
    #expect(facts == ["", "true", "true", "true"])
  }
}
