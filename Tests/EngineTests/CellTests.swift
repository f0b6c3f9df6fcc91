import Engine
import LessonTesting
import Testing

/// Cells of Swift code: which run together, what they see, and where their mistakes are reported.
@Suite struct CellTests {
  private func run(
    _ text: String, cells: ScriptedCells = ScriptedCells(), store: any ResultStore = NoResultStore(),
    twice: Bool = false
  ) async -> (report: Report, cells: ScriptedCells) {
    var workshop = Workshop()
    workshop.cells = cells
    workshop.store = store
    workshop.checksTwice = twice
    return (await workshop.lesson(text), cells)
  }

  @Test func allCellsOfALessonAreOneProgram() async {
    let (report, cells) = await run(
      """
      ```{let}
      a: 4
      ```

      ```{swift} first
      //| fig-cap: Nothing.
      publish x 3
      ```

      Between them stands [3](=first.x).

      ```{swift}
      print hello
      ```

      ```{swift} last
      copy y lesson.a
      ```

      [4](=last.y) [7](=first.x+last.y)
      """)
    #expect(report.messages == [])
    #expect(report.claims == "3/0/0")
    #expect(cells.ran.map(\.cells.count) == [3])
    #expect(report.run.runs[0].directives.compactMap(\.cell?.printed) == ["", "hello\n", ""])
  }

  /// A result that stands between two cells may come from the first: a second program sees it.
  @Test func aCellSeesWhatIsGivenBetweenItAndAnEarlierOne() async {
    let (report, cells) = await run(
      """
      ```{swift} first
      publish x 3
      ```

      ```{let}
      double: =2 * first.x
      ```

      ```{swift} second
      copy y lesson.double
      ```

      ```{swift} third
      publish z 1
      ```

      [6](=second.y) [1](=third.z)
      """)
    #expect(report.messages == [])
    #expect(report.claims == "2/0/0")
    #expect(cells.ran.map(\.cells.count) == [1, 3])
  }

  @Test func optionsStandAtTheTop() async {
    let (report, cells) = await run(
      """
      ```{swift} c
      //| optimize: true
      //| seconds: 40
      //| output: false
      //| fig-width: 300
      publish x 3
      ```
      """)
    #expect(report.messages == [])
    let program = cells.ran[0]
    #expect(program.isOptimized && program.limits.processorSeconds == 40 && program.limits.seconds >= 40)
    #expect(program.cells[0].figureWidth == 300)
    // Not a byte is taken out, so that the compiler's places are the author's.
    #expect(program.cells[0].code.text.hasPrefix("//| optimize: true\n"))
  }

  @Test func wrongOptionsAreReportedAtTheirPlaces() async {
    let (report, _) = await run(
      """
      ```{swift} c
      //| ⟦parameter⟧optimise: true
      //| optimize: ⟦parameter⟧3
      //| seconds: ⟦parameter⟧0
      //|fig-width: ⟦parameter⟧wide
      publish x 3
        ⟦parameter⟧//| echo: false
      ```

      ```{swift} d
      //| ⟦parameter⟧- 3
      ```
      """)
    expectMarkedMistakes(report)
  }

  @Test func whatIsWrongIsSaidWhereItStands() async {
    let (report, _) = await run(
      """
      > ```{swift} c
      > publish x 1
      > ⟦swift⟧stop here
      > publish y 2
      > ```

      ```{swift} d
      publish z 3
      ```

      [1](=c.x) [2](=c.y) [3](=d.z)

      ```{let}
      more: =c.y + 1
      ```

      [3](=more)
      """)
    expectMarkedMistakes(report)
    // What was published before the stop stands; nothing that it leaves out is another mistake.
    #expect(report.claims == "1/0/3")
    #expect(report.helps == ["go on"])
  }

  @Test func warningsDoNotFailALesson() async {
    let (report, _) = await run("```{swift} c\n⟦swift⟧warn of nothing\npublish x 1\n```\n\n[1](=c.x)")
    expectMarkedMistakes(report)
    #expect(report.run.isRight)
    #expect(report.claims == "1/0/0")
    let notes = report.run.diagnostics[0].notes
    #expect(notes.map(\.message) == ["see here"])
    #expect(notes[0].start == report.run.diagnostics[0].start)
  }

  @Test func aProgramThatEndedIsNotRunAgain() async {
    let store = MemoryStore()
    let text = "```{let}\na: 1\n```\n\n```{swift} c\ncopy x lesson.a\nwarn of nothing\n```\n\n[1](=c.x)"
    let (first, cells) = await run(text, store: store)
    let (second, _) = await run(text + "\n\nMore prose.", cells: cells, store: store)
    #expect(cells.ran.count == 1)
    #expect(first.messages == ["careful"] && second.messages == ["careful"])
    _ = await run(text.replacing("a: 1", with: "a: 2"), cells: cells, store: store)
    #expect(cells.ran.count == 2)
  }

  @Test func aProgramThatStoppedRunsAgain() async {
    let store = MemoryStore()
    let (_, cells) = await run("```{swift} c\nstop\n```\n", store: store)
    _ = await run("```{swift} c\nstop\n```\n", cells: cells, store: store)
    #expect(cells.ran.count == 2)
  }

  @Test func twoRunsThatDifferAreReported() async {
    let (report, _) = await run(
      "```{⟦swift⟧swift} c\ntick\n```\n\n```{swift} d\npublish x 1\n```\n",
      twice: true)
    expectMarkedMistakes(report)
    #expect(report.messages[0].contains("tick was 1, then 2"), "\(report.messages)")
  }

  @Test func refusedCellsLeaveTheRestOfTheLesson() async {
    let cells = "```{swift} c\n⟦swift⟧publish x 1\n```\n\n```{swift} d\npublish x 1\n```"
    await expect("\(cells)\n\n[2](=1+1) [1](=c.x)", claims: "1/0/1")
  }

  @Test func aCellWaitsForWhatFailed() async {
    let (report, cells) = await run(
      "```{let}\na: =⟦expression⟧1/0\n```\n\n```{swift} c\ncopy x lesson.a\n```\n\n[1](=c.x)")
    expectMarkedMistakes(report)
    #expect(report.claims == "0/0/1")
    #expect(cells.ran.isEmpty)
  }
}
