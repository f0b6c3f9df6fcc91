import LessonTesting
import Testing

/// Every kind of mistake, at the place where its author looks for it.
@Suite struct MistakePlaceTests {
  @Test func aClaimIsReportedAtItsText() async {
    let report = await expect(
      "One [2](=1+1), two [⟦claim⟧3](=1+1), three [⟦claim⟧**roughly** nine](=9), four [⟦claim⟧4](=4 \"give or take\").",
      claims: "1/3/0")
    #expect(report.messages.first == "claimed 3, computed 2 — 2 would hold")
    #expect(report.helps.first == "gradus check --fix rewrites it")
  }

  @Test func whatLooksLikeAClaimIsReportedAtItsBracket() async {
    await expect("A ⟦claim⟧[2](=1 + 1) and ⟦claim⟧[2](=f(1).", claims: "0/0/0")
  }

  @Test func anExpressionIsReportedAtItsSmallestWrongPart() async {
    await expect(
      """
      ```{let}
      v: [1, 2, 3]
      r: {a: 1}
      text: hello
      ```

      [1](=⟦expression⟧nothing) [1](=r.⟦expression⟧b) [1](=2*⟦expression⟧log(-1)) [1](<=1 + ⟦expression⟧1/0>)
      [1](=v_⟦expression⟧4) [1](=⟦expression⟧text+1) [1](<=1 +⟦expression⟧)>) [1](=v⟦expression⟧+)
      """, claims: "0/0/8")
  }

  @Test func unknownDirectivesAreReportedAtTheirNames() async {
    let report = await expect(
      """
      ```{⟦unknown-directive⟧sofmax} s
      scores: [1, 2]
      ```

      [1](=s.p_1)
      """, claims: "0/0/1")
    #expect(report.helps == ["did you mean {softmax}?"])
  }

  @Test func namesTakenTwiceAreReportedWhereTheyComeAgain() async {
    await expect(
      """
      ```{softmax} s
      scores: [1, 2]
      ```

      ```{softmax} ⟦duplicate-name⟧s
      scores: [1, 2]
      ```

      ```{let}
      a: 1
      ⟦duplicate-name⟧s: 2
      ```

      ```{let}
      ⟦duplicate-name⟧a: 3
      ```

      ```{let} ⟦duplicate-name⟧a
      b: 3
      ```
      """)
  }

  @Test func keysAndValuesAreReportedWhereTheyStand() async {
    let report = await expect(
      """
      ```{softmax} s
      scores: {a: 1, b: ⟦parameter⟧hello, c: ⟦parameter⟧2*3}
      ⟦parameter⟧temprature: 2
      ⟦parameter⟧scores: [1]
      ```

      ```{⟦parameter⟧softmax} missing
      temperature: ⟦parameter⟧-1
      ```

      [1](=s.p_1)
      """, claims: "0/0/1")
    #expect(report.helps.contains("did you mean temperature?"))
    #expect(report.helps.contains("is an = missing? =2*3"))
  }

  @Test func allMistakesOfADirectiveAreReportedAtOnce() async {
    await expect(
      """
      ```{softmax} s
      scores: {a: =⟦expression⟧zero, b: ⟦parameter⟧hello, c: =⟦expression⟧one + ⟦expression⟧zero}
      ⟦parameter⟧temprature: 2
      temperature: ⟦parameter⟧hot
      ```

      ```{softmax} t
      scores: =s.p
      temperature: ⟦parameter⟧hot
      ⟦parameter⟧colour: red
      ```
      """)
  }

  @Test func everyEntryOfAListIsRead() async {
    await expect(
      """
      ```{let}
      a: [=⟦expression⟧1/0, 2, [=⟦expression⟧log(-1)], {b: =⟦expression⟧zero}]
      b:⟦parameter⟧
      ```
      """)
  }

  @Test func frontMatterAndYAMLAreReportedWhereTheyStop() async {
    await expect("---\ntitle: A\n⟦front-matter⟧tilte: B\n---\n\nText.\n")
    await expect("```{softmax} s\nscores: [1, ⟦parameter⟧2\n```\n\n[1](=s.p_1)", claims: "0/0/1")
  }

  @Test func conditionsAreReportedWhereTheyStand() async {
    let report = await expect(
      """
      ```{check}
      - 1 < 2
      - ⟦condition⟧2 < 1
      - 1 + ⟦expression⟧nothing == 2
      - ⟦parameter⟧[1 < 2]
      ```

      ```{check}
      conditions:
        - ⟦condition⟧softmax(1, 2, 1)_2 > 0.6
      output: false
      ```
      """)
    // 0.576116884765829109860 by mpmath: exp(2) / (2 * exp(1) + exp(2)).
    #expect(report.messages.last == "softmax(1, 2, 1)_2 > 0.6 is false: softmax(1, 2, 1)_2 is 0.576116884766")
  }

  @Test func experimentsThatFailAreReportedAtTheirNames() async {
    let scores = Array(repeating: "1", count: 1001).joined(separator: ", ")
    await expect("```{⟦experiment⟧softmax} s\nscores: [\(scores)]\n```\n\n[1](=s.top)", claims: "0/0/1")
  }

  @Test func dataFilesAreReportedAtTheValueThatNamesThem() async {
    await expect(
      """
      ```{table} t
      file: ⟦data⟧missing.csv
      ```

      ```{table} u
      file: ⟦data⟧../outside.csv
      ```

      ```{table} v
      file: bad.csv
      ```

      [1](=t.x_1) [1](=v.x_1)
      """, claims: "0/0/2", files: ["bad.csv": "x,y\n1,2\nä, ⟦data⟧b\n3,⟦data⟧\n".replacing("ä", with: "4")])
  }

  @Test func labelsReferencesLinksAndPictures() async {
    await expect(
      """
      # Heading {#sec-a}

      $$ x $$ {#eq-a}

      $$ y $$ ⟦reference⟧{#eq-a}

      @eq-a, ⟦reference⟧@eq-b, [here](#sec-a), ⟦link⟧[there](#nowhere), ⟦link⟧[file](missing.md),
      ⟦link⟧![Alt](missing.png), ⟦link⟧[out](../../x.md), ⟦link⟧[js](javascript:alert)
      """)
  }

  @Test func mathematicsIsReportedAtItsDollar() async {
    await expect("Good $x^2$ and bad ⟦math⟧$\\frac{1$.\n\n⟦math⟧$$ \\undefinedcommand $$\n")
  }

  @Test func markdownThatWouldVanishIsReported() async {
    await expect("| a | b |\n|---|---|\n⟦markdown⟧| 1 | 2 | 3 |\n\n⟦markdown⟧[^1]: Nobody asks.\n")
  }

  @Test func mistakesAreListedOnceInTheOrderOfTheirPlaces() async {
    let report = await expect(
      "[⟦claim⟧3](=1+1) [⟦claim⟧3](=1+1) [1](=⟦expression⟧q) [1](=⟦expression⟧q)", claims: "0/2/2")
    #expect(report.run.diagnostics.map(\.start) == report.run.diagnostics.map(\.start).sorted())
  }
}
