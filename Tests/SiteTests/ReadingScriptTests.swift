import Site
import Testing

/// What scripts add while somebody reads: previews of references, and the section that is being read.
@Suite(.enabled(if: Browser.isInstalled, "needs chromium")) struct ReadingScriptTests {
  private static let course = [
    "course.yml": "title: A course\nparts:\n  - {title: P, lessons: [one.md, two.md]}\n",
    "one.md": """
    ---
    title: One
    ---

    See @fig-d, @eq-a, @sec-b, @fig-x, @term-gradient, @term-rate and a note[^n].

    ```{draw} d
    fig-cap: A half, [0.5](=d.half).
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

    ```{draw} x
    fig-cap: A picture of *nothing*, [0.5](=x.half).
    ```

    ```{term} rate
    definition: How far one step goes.
    ```
    """,
  ]

  private func run(_ body: String) async throws -> [String] {
    try await ScriptedSite(try await makeSite(Self.course)).run(
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
        svg.querySelector("path").getAttribute("clip-path") === `url(#${svg.id}-clip)`,
        card().querySelectorAll("[tabindex], a[href], .origin").length];
      """)
    #expect(facts == ["0", "true", "true", "0"])
  }

  @Test func theKeyboardShowsAndDismissesAndKeepsTheFocus() async throws {
    let facts = try await run(
      """
      links[1].dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
      links[1].focus({ focusVisible: true });
      const shown = Boolean(await until(card));
      const role = card()?.getAttribute("role");
      const described = links[1].getAttribute("aria-describedby");
      const focused = document.activeElement === links[1];
      press("Escape");
      const gone = card() === null && !links[1].hasAttribute("aria-describedby");
      links[0].focus({ focusVisible: true });
      links[0].blur();
      return [shown, role, described, focused, gone, card() === null];
      """)
    #expect(facts == ["true", "tooltip", "note", "true", "true", "true"])
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
