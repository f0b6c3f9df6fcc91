import Engine
import LessonTesting
import Testing

/// `{markov}`, `{ngram}` and `{predictor}`: what they say, and what they refuse.
@Suite struct MarkovTests {
  static let weather = """
    ```{markov} w
    letters: [sun, rain]
    table: [[0.9, 0.1], [0.5, 0.5]]
    length: 500
    seed: 1
    ```

    """
  static let letters = """
    ```{markov} s
    letters: abcd
    order: 3
    strength: 1.2
    decay: 0.6
    seed: 2
    ```

    """

  @Test func theEntropyOfAWrittenTable() async {
    let found = await numbers(
      [
        "w.entropy", "w.entropies_1", "w.entropies_2", "w.uniform_loss", "w.frequency.rain", "w.stationary_1",
        "w.order", "length(w.surprises)", "w.table_{2,1}",
      ], after: Self.weather)
    // 5/6 H(0.9) + 1/6 log 2, H(5/6) and log 2, in Python.
    expectClose(
      found,
      [
        0.38642700791953105, 0.45056120886630463, 0.38642700791953105, 0.6931471805599453, 1.0 / 6, 5.0 / 6,
        1,
        500, 0.5,
      ])
  }

  @Test func theTextIsWrittenByTheTable() async {
    let report = await expect(
      Self.weather + "[500](=length(w.surprises)) [sun](=w.letters_1)", claims: "2/0/0")
    guard case .text(let text)? = report.outcomes.first??.results["text"] else {
      Issue.record("there is no text")
      return
    }
    let words = text.split(separator: " ")
    #expect(words.count == 500 && Set(words) == ["sun", "rain"])
    let found = await numbers(["mean(w.surprises)"], after: Self.weather)
    // The mean of 500 surprises with a deviation of about 0.7 is within 0.15 of the entropy rate.
    #expect(abs(found[0] - 0.386) < 0.15)
  }

  @Test func lettersOfOneCharacterAreWrittenWithoutSpaces() async {
    let report = await lesson(Self.letters + "```{markov} t\nletters: 01\ntable: [0.5, 0.5]\nlength: 9\n```")
    #expect(report.messages == [])
    guard case .text(let text)? = report.outcomes.last??.results["text"] else {
      Issue.record("there is no text")
      return
    }
    #expect(text.count == 9 && text.allSatisfy { "01".contains($0) })
  }

  @Test func aDrawnSourceLosesEntropyWithEachLetterSeen() async {
    let found = await numbers(
      [
        "length(s.entropies)", "s.entropies_1 - s.entropies_2", "s.entropies_4 - s.entropy",
        "length(s.stationary)",
      ],
      after: Self.letters)
    #expect([found[0], found[2], found[3]] == [4, 0, 64])
    #expect(found[1] > 0)
  }

  @Test func countingPaysMoreThanTheFloorOfEachOrder() async {
    let found = await numbers(
      [
        "min(g.losses_1 - g.floors)", "min(g.losses_3 - g.floors)", "max(g.losses_3 - g.floors)",
        "g.best_3 - min(g.losses_3)", "g.best_order_1", "g.best_order_3", "g.parameter_counts_4",
        "g.entropy - s.entropy", "g.floors_4 - s.entropy",
      ],
      after: Self.letters + "```{ngram} g\nsource: =s\norder: 3\nletters: [20, 2000, 100000]\nseed: 1\n```")
    #expect(found[0] > 0 && found[1] > 0)
    // Half a parameter a letter: 192/200,000, with room for chance.
    #expect(found[2] < 2e-3)
    #expect(found[4] < 2)
    #expect([found[3], found[5], found[6], found[7]] == [0, 3, 192, 0])
    #expect(abs(found[8]) < 1e-14)
  }

  @Test func lengthsCanComeInAnyOrder() async {
    let found = await numbers(
      ["g.best_1 - h.best_2", "g.best_2 - h.best_1"],
      after: Self.letters + "```{ngram} g\nsource: =s\norder: 1\nletters: [100, 1000]\n```\n\n"
        + "```{ngram} h\nsource: =s\norder: 1\nletters: [1000, 100]\n```")
    #expect(found == [0, 0])
  }

  static let predictor = """
    ```{predictor} n
    source: =s
    hidden: 8
    steps: 300
    batch: 32
    seed: 1
    ```

    """

  @Test func aNetworkLearnsTheSource() async {
    let found = await numbers(
      [
        "n.excess", "n.loss - s.entropy - n.excess", "n.parameter_count", "n.letters", "n.compute",
        "n.losses_1 - n.loss", "last(n.losses) - n.loss", "last(n.steps)", "last(n.computes) - n.compute",
        "min(n.losses) - s.entropy", "s.uniform_loss - n.loss",
      ], after: Self.letters + Self.predictor)
    // (12 + 1) 8 + (8 + 1) 4 numbers; 300 steps of 32 letters.
    #expect(Array(found[2...4]) == [140, 9600, 8_064_000])
    #expect(Array(found[6...8]) == [0, 300, 0])
    #expect(abs(found[1]) < 1e-15)
    for index in [0, 5, 9, 10] { #expect(found[index] > 0, "\(index)") }
  }

  @Test func theSeedDecidesEverything() async {
    var serial = Workshop()
    serial.workers = 1
    let text = Self.letters + Self.predictor + "```{ngram} g\nsource: =s\norder: 2\nletters: [500]\n```"
    let (one, other) = (await lesson(text), await serial.lesson(text))
    #expect(one.messages == [] && one.fingerprint == other.fingerprint)
    let third = await lesson(text.replacing("batch: 32\nseed: 1", with: "batch: 32\nseed: 2"))
    #expect(third.outcomes[1]?.results["loss"] != one.outcomes[1]?.results["loss"])
  }

  @Test func figuresDescribeThemselves() async {
    let report = await lesson(
      Self.letters + Self.predictor + "```{ngram} g\nsource: =s\norder: 2\nletters: [5, 50]\n```")
    let figures = report.outcomes.compactMap { $0?.displays.first }.compactMap { display in
      if case .figure(let figure) = display { figure } else { nil }
    }
    #expect(figures.count == 3)
    #expect(figures.allSatisfy { $0.description.contains("entropy rate") && $0.data != nil })
  }

  @Test func mistakesInTables() async {
    let report = await expect(
      """
      ```{markov}
      letters: ⟦parameter⟧a
      ```

      ```{markov}
      letters: ⟦parameter⟧abca
      ```

      ```{markov}
      letters: ab
      table: [[0.9, 0.1], ⟦parameter⟧[0.5, 0.4]]
      ```

      ```{markov}
      letters: ab
      table: [[0.9, 0.1], ⟦parameter⟧[1.5, -0.5]]
      ```

      ```{markov}
      letters: ab
      table: ⟦parameter⟧[[0.9, 0.1], [0.5, 0.5], [0.5, 0.5]]
      ```

      ```{markov}
      letters: abc
      table: [⟦parameter⟧[0.9, 0.1], [0.5, 0.5]]
      ```

      ```{markov}
      letters: ab
      table: ⟦parameter⟧[[1, 0], [0, 1]]
      ```

      ```{markov}
      letters: ab
      table: [[0.9, 0.1], [0.5, 0.5]]
      order: ⟦parameter⟧2
      ```

      ```{markov}
      letters: ab
      table: [[0.9, 0.1], [0.5, 0.5]]
      strength: ⟦parameter⟧2
      ```

      ```{markov}
      letters: abcdefgh
      order: ⟦parameter⟧9
      ```
      """)
    #expect(report.messages.contains("these probabilities add up to 0.9"))
    #expect(report.messages.contains { $0.contains("once at “a” or at “b”") })
  }

  @Test func mistakesOfLearners() async {
    await expect(
      Self.letters
        + """
        ```{ngram}
        source: ⟦parameter⟧3
        order: 1
        letters: [10]
        ```

        ```{ngram}
        source: =s
        order: ⟦parameter⟧9
        letters: [10]
        ```

        ```{ngram}
        source: =s
        order: 1
        letters: ⟦parameter⟧[]
        ```

        ```{ngram}
        source: =s
        order: 1
        letters: [10, ⟦parameter⟧0]
        pseudocount: ⟦parameter⟧0
        ```

        ```{predictor}
        source: =s
        reach: ⟦parameter⟧12
        ```

        ```{⟦experiment⟧predictor}
        source: =s
        optimiser: sgd
        schedule: constant
        learning-rate: 1e300
        steps: 5
        ```
        """.replacing("[10, ⟦parameter⟧0]", with: "⟦parameter⟧[10, 0]"))
  }

  @Test(.timeLimit(.minutes(1))) func hostileSizes() async {
    let report = await expect(
      Self.letters
        + """
        ```{⟦experiment⟧predictor}
        source: =s
        hidden: 1024
        layers: 6
        ```

        ```{⟦experiment⟧predictor}
        source: =s
        hidden: 256
        steps: 200000
        batch: 1024
        ```

        ```{ngram}
        source: =s
        order: 8
        letters: ⟦parameter⟧[\((1...150).map(String.init).joined(separator: ", "))]
        ```

        ```{markov}
        letters: ab
        order: 10
        strength: ⟦parameter⟧20
        decay: 1
        ```
        """)
    #expect(report.messages.contains { $0.contains("billion operations") })
  }
}
