import LessonTesting
import Testing

@Suite struct SampleTests {
  /// Of 20,000 numbers spread evenly over −1 to 1 the mean is 0 to ±4/√60000 and the mean square 1/3; a normal
  /// deviation of 2 has the mean square 4, to four of its standard errors √(2/20000) · 4.
  @Test func columnsAreDrawnAndComputed() async {
    let found = await numbers(
      [
        "mean(s.x)", "mean(s.x^2)", "mean(s.n^2)", "max(s.x)", "s.sum_7 - s.x_7 - s.n_7", "s.row_twice_9",
        "length(s.side)",
      ],
      after: """
        ```{sample} s
        rows: 20000
        columns:
          x: uniform(-1, 1)
          n: normal(0, 2)
          sum: x + n
          row_twice: 2*row
          side: if(sum < 0, "left", "right")
        ```
        """)
    #expect(abs(found[0]) < 4 / 60_000.0.squareRoot() && abs(found[1] - 1.0 / 3) < 0.01, "\(found)")
    #expect(
      abs(found[2] - 4) < 0.16 && found[3] <= 1 && found[4] == 0 && found[5] == 18 && found[6] == 20_000)
  }

  @Test func textsFollowFromTexts() async {
    await expect(
      """
      ```{sample} s
      rows: 3
      columns:
        kind: if(row == 2, "even", "odd")
        value: if(kind == "even", 0, row)
      ```

      [even](=s.kind_2) [(1, 0, 3)](=s.value)
      """, claims: "2/0/0")
  }

  @Test func theSeedDecides() async {
    func lesson(_ seed: String) -> String {
      "```{sample} s\nrows: 5\ncolumns: {x: \"uniform(0, 1)\"}\n\(seed)\n```\n"
    }
    let found = await numbers(["s.x_1", "s.x_5"], after: lesson(""))
    let again = await numbers(["s.x_1", "s.x_5"], after: lesson("seed: 0"))
    let other = await numbers(["s.x_1", "s.x_5"], after: lesson("seed: 1"))
    #expect(found == again && found != other)
  }

  @Test(arguments: [
    ("x: ⟦expression⟧uniform(1)", "takes two numbers"),
    ("x: uniform(1, ⟦expression⟧0)", "the smaller number"),
    ("x: normal(0, ⟦expression⟧-1)", "at least 0"), ("x: uniform(0, ⟦expression⟧row)", "row"),
    ("x: ⟦expression⟧y + 1", "y"), ("x: ⟦expression⟧softmax(1, 2)", "a number or a text"),
    ("⟦parameter⟧2x: 1", "cannot be a name"),
    ("row: ⟦parameter⟧1", "the number of each row"), ("x: ⟦expression⟧1/(row - 2)", "in row 2"),
  ])
  func mistakesAreAtTheirPlaces(_ columns: String, _ words: String) async {
    let report = await expect("```{sample} s\nrows: 3\ncolumns:\n  \(columns)\n```")
    #expect(report.messages.joined().contains(words), "\(report.messages)")
  }
}
