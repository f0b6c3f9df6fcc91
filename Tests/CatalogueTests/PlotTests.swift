import LessonTesting
import Testing

/// `{plot}`: what it takes, and what it refuses.
@Suite struct PlotTests {
  private func plot(_ series: String, _ rest: String = "", sourceLocation: SourceLocation = #_sourceLocation)
    async
  {
    let report = await lesson(
      "```{plot} p\nseries:\n\(series)\n\(rest)\n```".replacing("{plot} p\nseries:\n⟦", with: "{⟦"))
    expectMarkedMistakes(report, sourceLocation: sourceLocation)
    if report.marked.isEmpty {
      #expect(report.outcomes.first??.displays.count == 1, sourceLocation: sourceLocation)
    }
  }

  @Test func everyKind() async {
    for kind in ["line", "points", "bars", "area"] {
      await plot("  - {x: [1, 2, 3], y: x^2, kind: \(kind), label: squares}")
      await plot(
        "  - {x: [1, 2, 3], y: [3, 2, 1], kind: \(kind)}",
        "x: {label: time, unit: s, log: true}\ny: {range: [0, 5]}")
    }
    await plot("  - {x: [a, b], y: [1, 2], kind: bars}\n  - {x: [a, b], y: 1.5}")
    await plot(
      "  - {x: [1, 2], y: [1, 2, 3], kind: heat, z: x*y}\n",
      "lines: [{x: 1, label: here}]\nnotes: [{x: 1, y: 2, text: there}]")
    await plot("  - {x: [1, 2], y: [1, 2, 3], kind: contour, z: [[1, 2], [2, 3], [3, 5]]}")
    await plot("  - {x: [1, 2], y: 3, panel: a}\n  - {x: [1, 2], y: x, panel: b, kind: area, from: -x}")
  }

  @Test func regionsOfClasses() async {
    await plot(
      """
        - {x: [0, 1, 2], y: [0, 1], kind: regions, z: "softmax([x, y, 1])", labels: [a, b, c]}
        - {x: [1], y: [1], kind: points, label: b}
      """)
    // A record names its classes.
    await expect(
      """
      ```{let}
      said: {left: 0.25, right: 0.75}
      ```
      ```{plot}
      series: [{x: [0, 1, 2], y: [0, 1], kind: regions, z: said}]
      ```
      """)
  }

  @Test func mistakesInRegions() async {
    let grid = "x: [0, 1, 2], y: [0, 1], kind: regions"
    await plot("  - ⟦parameter⟧{\(grid)}")
    await plot("  - ⟦parameter⟧{\(grid), z: \"[x/2, 1 - x/2]\"}")
    await plot("  - ⟦parameter⟧{\(grid), z: \"[x/2, 1 - x/2]\", labels: [a]}")
    await plot("  - {\(grid), z: ⟦parameter⟧x*y, labels: [a]}")
    await plot("  - {\(grid), z: ⟦parameter⟧[[1, 2], [3, 4]], labels: [a]}")
    await plot("  - {\(grid), z: ⟦parameter⟧\"linspace(0, 1, x + 2)\", labels: [a, b]}")
    await plot("  - {\(grid), z: ⟦parameter⟧\"linspace(0, 1, 17)\", labels: [a, b]}")
    await plot("  - {x: [a, b], y: [0, 1], kind: regions, z: ⟦parameter⟧\"[x, y]\", labels: [a, b]}")
    await plot("  - ⟦parameter⟧{x: [0, 1], y: [0, 1], labels: [a, b]}")
    for z in ["[x, y]", "[2 - x, x - 1]"] {
      await expect("```{⟦experiment⟧plot}\nseries: [{\(grid), z: \"\(z)\", labels: [a, b]}]\n```")
    }
    await expect("```{⟦experiment⟧plot}\nseries: [{\(grid), z: \"[1/2, 1/2]\", labels: [a, a]}]\n```")
  }

  @Test func mistakes() async {
    await plot("  - {x: [1, 2], y: [1, 2], kind: ⟦parameter⟧lines, ⟦parameter⟧colour: red}")
    await plot(
      "  - ⟦parameter⟧{x: [1, 2], y: [1, 2, 3]}\n  - ⟦parameter⟧{x: [1], y: [1], kind: area, from: [1, 2]}")
    await plot("  - ⟦parameter⟧{x: [1, 2]}\n  - ⟦parameter⟧{x: [1], y: [1], kind: heat}")
    await plot("  - {x: [1, 2], y: ⟦expression⟧unknown*x}\n  - {x: [-1, 2], y: ⟦expression⟧log(x)}")
    await plot(
      "  - {x: [1, 2], y: [1, 2], kind: heat, z: ⟦parameter⟧[[1, 2]]}".replacing(
        "⟦parameter⟧[[1, 2]]", with: "⟦parameter⟧[[1, 2]]"))
    await plot(
      "  - {x: [1, 2], y: [1, 2]}",
      "x: ⟦parameter⟧{range: [2, 1]}\ny: {⟦parameter⟧lable: a}\nlines: [⟦parameter⟧{x: 1, y: 2}]")
    await plot(
      "  - {x: [1, 2], y: [1, 2]}",
      "x: ⟦parameter⟧{log: true, range: [0, 1]}\nnotes: [⟦parameter⟧{x: 1, y: 2}]")
  }

  @Test func whatCannotBeDrawn() async {
    await expect("```{⟦experiment⟧plot}\nseries: []\n```")
    await expect("```{⟦experiment⟧plot}\nseries: [{x: [], y: []}]\n```")
    await expect("```{⟦experiment⟧plot}\nseries: [{x: [-1, 1], y: [1, 2]}]\nx: {log: true}\n```")
    await expect(
      "```{⟦experiment⟧plot}\nseries: [{x: [1, 2], y: [=inf, 1]}]\n```".replacing("⟦experiment⟧", with: ""))
    await expect("```{⟦experiment⟧plot}\nseries: [{x: [a, a], y: [1, 2], kind: bars}]\n```")
  }

  @Test(.timeLimit(.minutes(5))) func hugeDrawings() async {
    await expect(
      "```{⟦experiment⟧plot}\nseries: [{x: \"=linspace(0, 1, 600)\", y: \"=linspace(0, 1, 600)\", kind: contour, z: x*y}]\n```"
    )
    await expect(
      "```{⟦experiment⟧plot}\nseries: [{x: \"=linspace(0, 1, 1000000)\", y: \"=linspace(0, 1, 1000000)\", kind: heat, z: x*y}]\n```"
    )
    let series = Array(
      repeating: "  - {x: \"=linspace(0, 1, 490)\", y: \"=linspace(0, 1, 490)\", kind: contour, z: \"0\"}\n",
      count: 500
    ).joined()
    await expect("```{⟦experiment⟧plot}\nseries:\n\(series)```")
    let lines = Array(repeating: "  - {x: \"=linspace(0, 1, 100000)\", y: x}\n", count: 500).joined()
    await expect("```{⟦experiment⟧plot}\nseries:\n\(lines)```")
    let panels = (1...5000).map { "  - {x: [1], y: [1], panel: a\($0)}\n" }.joined()
    await expect("```{⟦experiment⟧plot}\nseries:\n\(panels)```")
  }
}
