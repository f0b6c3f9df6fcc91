import Engine
import Expressions
import LessonTesting
import Testing

/// `{frontier}`: the envelope of curves, its hull, its law.
@Suite struct FrontierTests {
  /// Three runs that fall to a floor of their own; where each is best, its points lie on 8 x^(−1/2) exactly.
  private static let family = """
    ```{let} family
    size: [1, 10, 100]
    name: [small, middle, large]
    cost: =[[1, 4, 16], [16, 64, 256], [256, 1024, 4096]]
    loss: =[[8, 4, 3], [2, 1, 0.9], [0.5, 0.25, 0.125]]
    ```


    """

  private static func frontier(_ parameters: String, name: String = "f") -> String {
    """
    ```{frontier} \(name)
    curves: =family
    x: cost
    y: loss
    \(parameters)
    ```


    """
  }

  @Test func theEnvelopeAndItsLawAreFound() async {
    let found = await numbers(
      [
        "f.exponent", "f.coefficient", "f.fitted", "f.runs", "f.runs_on_frontier", "f.predict(100)",
        "f.points.run_3", "f.points.size_3", "f.points.x_3", "f.points.y_3", "f.orders",
      ], after: Self.family + Self.frontier("size: size\nbetween: [1, 100]"))
    // (1, 8), (4, 4), (16, 2), (64, 1): the small run's third point is above the middle one's first.
    expectClose(
      found, [0.5, 8, 4, 3, 3, 0.8, 2, 10, 16, 2, Double.log10(64)], within: 1e-12)
  }

  /// The decimal logarithms of the losses are 1.20, 0.78, 0.77, 0.30 and 0.
  ///
  /// The line from the second point to the last passes below those between. On linear axes only the third point is above
  /// a line between two others.
  @Test func theHullLeavesOutWhatALineWouldCross() async {
    let table = """
      ```{let} family
      cost: [1, 10, 100, 1000, 10000]
      loss: [16, 6, 5.9, 2, 1]
      ```


      """
    await expect(
      table + Self.frontier("through: hull") + Self.frontier("log: false", name: "g") + """
        [(1, 2, 3, 4, 5)](=f.points.run) [(1, 2, 5)](=f.hull.run) [(1, 10, 10000)](=f.used.x) [3](=f.fitted)
        [(1, 2, 4, 5)](=g.hull.run) [5](=g.fitted)
        """, claims: "6/0/0")
  }

  /// Reference: the same four points as for `PowerLaw`, computed with numpy and scipy.
  @Test func everyRowMayBeASinglePoint() async {
    let found = await numbers(
      ["f.exponent", "f.standard_error.exponent", "f.predict(1e4)", "f.lower(1e4)", "f.upper(1e4)"],
      after: """
        ```{frontier} f
        curves: {c: [1, 10, 100, 1000], l: [8, 4.1, 1.9, 1]}
        x: c
        y: l
        axes: both
        ```
        """)
    expectClose(
      found,
      [
        0.3043300216742737, 0.007234797568046418, 0.487339717240448, 0.37824639984777764, 0.6278975823579018,
      ], within: 1e-12)
  }

  @Test func expressionsAndConditionsChooseWhatIsCompared() async {
    await expect(
      Self.family + Self.frontier("where: size < 50\nx: 2 * cost".replacing("x: 2 * cost", with: "")) + """
        ```{frontier} g
        curves: =family
        x: 2 * cost
        y: loss / 2
        where: name == "large"
        ```

        [2](=f.runs) [1](=g.runs) [large](=g.points.name_1) [512](=g.points.x_1) [0.25](=g.points.y_1)
        """, claims: "5/0/0")
  }

  /// Draws depend on the seed alone, and an interval holds what it was drawn about.
  @Test func theBootstrapDrawsWholeRuns() async {
    let noisy = """
      ```{let} family
      cost: =[[1, 4], [4, 16], [16, 64], [64, 256], [256, 1024], [1024, 4096]]
      loss: =[[8, 4.3], [4.1, 2.1], [2.2, 1], [1.1, 0.5], [0.45, 0.26], [0.24, 0.125]]
      ```


      """
    let found = await numbers(
      [
        "f.bootstrap.exponent_1", "f.exponent", "f.bootstrap.exponent_2", "g.bootstrap.exponent_1",
        "h.bootstrap.exponent_1", "f.bootstrap_samples",
      ],
      after: noisy + Self.frontier("seed: 1") + Self.frontier("seed: 1", name: "g")
        + Self.frontier("seed: 2", name: "h"))
    #expect(found[0] < found[1] && found[1] < found[2] && found[0] == found[3], "\(found)")
    #expect(found[5] > 900 && found[0] != found[4], "\(found)")
  }

  @Test func thirtyCurvesHaveALegendOfAFew() async {
    let report = await expect(
      """
      ```{let} many
      n: =range(1, 30)
      c: =[[1, 2], [2, 3], [3, 4], [4, 5], [5, 6], [6, 7], [7, 8], [8, 9], [9, 10], [10, 11], [11, 12], [12, 13], [13, 14], [14, 15], [15, 16], [16, 17], [17, 18], [18, 19], [19, 20], [20, 21], [21, 22], [22, 23], [23, 24], [24, 25], [25, 26], [26, 27], [27, 28], [28, 29], [29, 30], [30, 31]]
      ```

      ```{frontier} f
      curves: =many
      x: c
      y: 1 / c
      size: n
      ```
      """.replacing("=range(1, 30)", with: "=linspace(1, 30, 30)"))
    guard case .figure(let figure)? = report.outcomes.last??.displays.first else {
      Issue.record("there is no figure")
      return
    }
    #expect(figure.description.contains("30 runs") && figure.description.contains("exponent −1"))
    #expect(figure.svg.contains(">n 1<") && figure.svg.contains(">30<"))
    #expect(!figure.svg.contains(">29<"))
  }

  @Test(arguments: [
    ("between: ⟦parameter⟧[5, 1]", "the smaller first"), ("between: ⟦parameter⟧[5]", "two numbers"),
    ("where: ⟦expression⟧size", "a condition is needed"), ("size: ⟦expression⟧name", "a number is needed"),
    ("size: ⟦expression⟧sizes", "sizes"), ("bootstrap: ⟦parameter⟧5", "from 100 to 10000"),
    ("axes: ⟦parameter⟧log", "logarithmic"), ("x-axis: {⟦parameter⟧name: a}", "no key name"),
  ])
  func mistakesAreAtTheirPlaces(_ parameters: String, saying words: String) async {
    let report = await expect(Self.family + Self.frontier(parameters))
    let messages = (report.messages + report.helps.compactMap(\.self)).joined(separator: "\n")
    #expect(messages.contains(words), "\(messages)")
  }

  @Test(arguments: [
    ("curves: ⟦parameter⟧3\nx: c\ny: l", "table"),
    ("curves: ⟦parameter⟧{c: [1, 2], l: [1]}\nx: c\ny: l", "1 entries where c has 2"),
    ("curves: {c: [1, -2, 3], l: [3, 2, 1]}\nx: ⟦expression⟧c\ny: l", "in row 2"),
    ("curves: {c: \"=[[1, 2], [3, 4]]\", l: [3, 2]}\nx: c\ny: ⟦expression⟧l", "has 1 entries where x has 2"),
  ])
  func tablesThatAreNoneAreRefused(_ body: String, saying words: String) async {
    let report = await expect("```{frontier} f\n\(body)\n```\n")
    #expect(report.messages.joined(separator: "\n").contains(words), "\(report.messages)")
  }

  @Test(arguments: [
    ("{c: [1, 2], l: [2, 1]}", "", "at least 3"), ("{c: [1, 2, 3], l: [1, 2, 3]}", "", "1 points"),
    ("{c: [1, 2, 3], l: [3, 2, 1]}", "where: c > 5", "no row"),
    ("{c: [1, 2, 3], l: [3, 2, 1]}", "between: [2, 3]", "2 points"),
  ])
  func tooFewPointsHaveNoLaw(_ table: String, _ rest: String, saying words: String) async {
    let report = await expect("```{⟦experiment⟧frontier} f\ncurves: \(table)\nx: c\ny: l\n\(rest)\n```\n")
    #expect(report.messages.joined(separator: "\n").contains(words), "\(report.messages)")
  }
}
