import Testing

/// The search in a real browser, on pages that were opened as files.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct SearchScriptTests {
  private static let course = [
    "course.yml": """
    title: A course
    parts:
      - title: P
        lessons: [deep/softmax.md, far.md, words.md]
    """,
    "deep/softmax.md": """
    ---
    title: Softmax turns scores into shares
    description: What becomes of scores.
    ---

    Every score counts.

    ## Temperature

    Dividing by it evens the shares out.

    ## Other \\<words> & "signs"

    A temperature was said to be high here.
    """,
    "far.md": """
    ---
    title: Far away
    ---

    A word before, and softmax in the prose. Entropies are for later, and naïve façades of Ångström.

    ## Derivative

    How fast it grows. Straße and 学習率 belong together.
    """,
    "words.md": "---\ntitle: Words\n---\n\nNothing but a temperature.\n",
  ]

  private static let build = Task { try await Course(files: course).build() }

  /// Opens the search on a page, asks for words, and gives what the body makes of it.
  private func ask(_ words: String, on page: String = "far.html", then body: String) async throws -> [String]
  {
    try await Self.build.value.run(
      """
      press("/", document.body);
      const field = await until(() => document.querySelector("dialog input"));
      await until(() => globalThis.gradusIndex && document.querySelector("[role=status]").textContent === "");
      const ask = (words) => {
        field.value = words;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        return [...document.querySelectorAll("[role=option]")];
      };
      const heads = (words) => ask(words).map((option) =>
        option.querySelector("strong").textContent + "/" + (option.querySelector("cite")?.textContent ?? ""));
      const options = ask(\(words.debugDescription));
      \(body)
      """, on: page)
  }

  @Test func titlesComeBeforeHeadingsAndHeadingsBeforeProse() async throws {
    let found = try await ask(
      "", then: "return [...heads('softmax').slice(0, 2), ...heads('temperature')];")
    #expect(
      found == [
        "Softmax turns scores into shares/", "Far away/", "Temperature/Softmax turns scores into shares",
        "Words/", "Other <words> & \"signs\"/Softmax turns scores into shares",
      ])
  }

  @Test func wordsAreFoundInEveryFormOfWriting() async throws {
    let asked = [
      "temper", "TEMPERATURES", "entropie", "naive facades", "angstrom", "strasse", "学", "softmax temp",
      "derivatives fast", "xyzzy", "softmax xyzzy",
    ]
    let counts = try await ask(
      "", then: "return \(asked.debugDescription).map((words) => ask(words).length);")
    #expect(counts == ["3", "3", "1", "1", "1", "1", "1", "2", "1", "0", "0"])
  }

  @Test func foundWordsAreMarkedAndNothingIsMarkup() async throws {
    let facts = try await ask(
      "temperature",
      then: """
        const option = options.at(-1);
        return [option.querySelector("span").textContent,
          [...option.querySelectorAll("mark")].map((mark) => mark.textContent),
          option.href.split("/").slice(-2).join("/"), document.querySelector("[role=status]").textContent,
          ask("<words>").length, ask("zzz").length + document.querySelector("[role=status]").textContent];
        """)
    #expect(
      facts == [
        "A temperature was said to be high here.", "temperature", "deep/softmax.html#other-words--signs",
        "3 sections", "3", "0Nothing has all of these words.",
      ])
  }

  @Test func theKeyboardDoesEverything() async throws {
    let facts = try await ask(
      "temperature", on: "deep/softmax.html",
      then: """
        const active = () => document.getElementById(field.getAttribute("aria-activedescendant"));
        const place = () => options.indexOf(active());
        const facts = [document.activeElement === field, place()];
        press("ArrowDown"); facts.push(place());
        press("ArrowUp"); press("ArrowUp"); facts.push(place());
        facts.push(options.filter((option) => option.getAttribute("aria-selected") === "true").length);
        press("ArrowDown");
        press("Enter");
        await until(() => location.hash);
        facts.push(location.hash, document.querySelector("dialog").open);
        press("k", document.body, { ctrlKey: true });
        facts.push(document.querySelector("dialog").open, document.querySelectorAll("dialog").length);
        document.querySelector("dialog button").click();
        facts.push(document.querySelector("dialog").open);
        return facts;
        """)
    #expect(
      facts == ["true", "0", "1", "2", "1", "#temperature", "false", "true", "1", "false"])
  }

  @Test func theSlashIsForTypingWhereOneTypes() async throws {
    let facts = try await Self.build.value.run(
      """
      const field = document.body.appendChild(document.createElement("input"));
      press("/", field);
      const typed = document.querySelector("dialog") === null;
      document.querySelector(".search-link").click();
      return [typed, document.querySelector("dialog").open, location.pathname.endsWith("far.html")];
      """, on: "far.html")
    #expect(facts == ["true", "true", "true"])
  }

  @Test func thePageOfTheSearchOpensItAndSaysWhatIsNeeded() async throws {
    let facts = try await Self.build.value.run(
      """
      const shown = (name) => getComputedStyle(document.querySelector(name)).display !== "none";
      return [document.querySelector("dialog").open, shown(".needs-scripts"), shown(".with-scripts")];
      """, on: "search.html")
    #expect(facts == ["true", "false", "true"])
  }

  /// The index of a long course has only the beginnings of its sections.
  @Test func wordsBehindTheBeginningsAreFoundToo() async throws {
    var texts: [String: String] = [:]
    let names = (1...300).map { "l\($0).md" }
    for (place, name) in names.enumerated() {
      let filling = (0..<160).map { "word\((place * 37 + $0 * 11) % 900)" }.joined(separator: " ")
      let ending = place == 217 ? " Zebrafish swim." : ""
      texts[name] = "---\ntitle: Lesson \(place)\n---\n\n\(filling) everywhere.\(ending)\n"
    }
    texts["course.yml"] = "title: Long\nparts:\n  - {title: P, lessons: [\(names.joined(separator: ", "))]}\n"
    let facts = try await Course(files: texts).build().run(
      """
      press("/", document.body);
      const field = await until(() => document.querySelector("dialog input"));
      await until(() => globalThis.gradusIndex && document.querySelector("[role=status]").textContent === "");
      return ["zebra", "everywhere zebrafish"].map((words) => {
        field.value = words;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        const options = [...document.querySelectorAll("[role=option]")];
        return options.map((option) => option.querySelector("strong").textContent + ":"
          + [...option.querySelectorAll("mark")].map((mark) => mark.textContent));
      });
      """, on: "l1.html")
    #expect(facts == ["Lesson 217:zebrafish", "Lesson 217:zebrafish"])
  }
}
