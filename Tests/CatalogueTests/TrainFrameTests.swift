import Engine
import LessonTesting
import Testing

/// The figure of `{train}`: still, or frame by frame.
@Suite struct TrainFrameTests {
  /// Three classes of four rows each, in three corners of a plane.
  private static let table = """
    ```{table} places
    columns:
      kind: [low, low, low, low, right, right, right, right, high, high, high, high]
      x: [1, 1.2, 0.8, 1.1, 4, 4.2, 4.1, 3.9, 1.5, 1.2, 1.3, 1.1]
      y: [1, 0.8, 1.1, 1.2, 1, 1.1, 0.7, 1.3, 3, 3.2, 3.3, 2.9]
    units: {x: m}
    ```


    """

  private func figure(_ parameters: String, sourceLocation: SourceLocation = #_sourceLocation) async throws
    -> Figure
  {
    let report = await lesson(
      Self.table + "```{train} r\ndata: =places\nlearning-rate: 0.1\n\(parameters)\n```")
    #expect(report.messages == [], sourceLocation: sourceLocation)
    for case .figure(let figure)? in report.outcomes.compactMap({ $0?.displays.first }) { return figure }
    throw NoFigure()
  }

  private struct NoFigure: Error {}

  private func titles(_ figure: Figure) -> [String] {
    figure.description.matches(of: /Chart \d+, “([^”]+)”/).map { String($0.1) }
  }

  @Test func withoutFramesTheCourseIsStill() async throws {
    let classes = try await figure("inputs: [x]\ntarget: kind\nsteps: 10")
    #expect(classes.frames == nil)
    #expect(classes.description.hasPrefix("2 charts. Chart 1: Line chart of loss (nats) against step."))
    #expect(classes.description.contains("Chart 2: Line chart of share of rows that are right against step."))
    let number = try await figure("inputs: [x]\ntarget: y\nsteps: 10\ntest: =places")
    #expect(number.description.hasPrefix("1 chart. Chart 1: Line chart of mean square against step."))
    #expect(number.description.contains("Line “held out”"))
  }

  @Test func framesShowEachStepInFourCharts() async throws {
    let figure = try await figure(
      "inputs: [x]\ntarget: kind\nsteps: 60\nmap: [x, y]\nframes: [0, 1, 7, 60]\nevery: 5")
    let captions = try #require(figure.frames?.captions)
    #expect(captions.count == 4 && figure.frames?.still == 4)
    for (caption, step) in zip(captions, [0, 1, 7, 60]) {
      #expect(
        caption.contains(try Regex("^Step \(step): loss \\d+(\\.\\d+)?, \\d+ of 12 right\\.$")), "\(caption)")
    }
    #expect(
      titles(figure) == [
        "What the model says", "What each output says", "The gradient of the last step", "Loss so far",
      ])
    #expect(figure.description.contains("Chart 4, “Loss so far”: Line"))
    #expect(figure.svg.contains(">x (m)</text>"))
    #expect(figure.svg.contains(">bias → right</text>"))
    // Axes and the points of all classes stand once.
    for shared in [">What the model says</text>", ">step</text>", ">x → low</text>"] {
      #expect(figure.svg.components(separatedBy: shared).count == 2, "\(shared)")
    }
  }

  @Test func whatIsDrawnDependsOnTheNetwork() async throws {
    let plane = try await figure("inputs: [x, y]\ntarget: kind\nhidden: [8]\nsteps: 5\nframes: 3")
    #expect(titles(plane) == ["What the model says", "Loss so far"])
    let deep = try await figure("inputs: {u: x - y}\ntarget: kind\nhidden: [8]\nsteps: 5\nframes: 3")
    #expect(titles(deep) == ["What the model says", "What each output says", "Loss so far"])
    #expect(deep.svg.contains(">probability</text>"))
    let number = try await figure(
      "inputs: [x]\ntarget: y\nhidden: [2]\nactivation: tanh\nsteps: 5\nframes: 3")
    #expect(titles(number) == ["What the model says", "The gradient of the last step", "Loss so far"])
    #expect(number.svg.contains(">x → unit2</text>") && number.svg.contains(">unit1 → y</text>"))
    #expect(number.frames?.captions.first?.contains("right") == false)
    // Nothing but the loss can be drawn of a network of three inputs and a number.
    let wide = try await figure(
      "inputs: {a: x, b: y, c: x*y, d: x^2}\ntarget: y\nhidden: [9]\nsteps: 5\nframes: 3")
    #expect(titles(wide) == ["Loss so far"])
  }

  @Test(arguments: [
    (60, 20, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 19, 24, 30, 38, 48, 60]), (1, 200, [0, 1]),
    (100, 5, [0, 1, 5, 22, 100]), (3, 4, [0, 1, 2, 3]), (5, 2, [0, 5]), (1_000, 3, [0, 1, 1_000]),
  ])
  func framesSpreadInProportion(_ steps: Int, _ frames: Int, _ expected: [Int]) async throws {
    let figure = try await figure(
      "inputs: [x]\ntarget: y\nsteps: \(steps)\nframes: \(frames)\nevery: \(steps)\nhistory: false")
    let found = try #require(figure.frames?.captions).compactMap { caption in
      caption.firstMatch(of: /^Step (\d+)/).flatMap { Int($0.1) }
    }
    // Rounded roots of the last step, such as 100^(1/3) = 4.6 and 100^(2/3) = 21.5; the first ones keep a step apart.
    #expect(found == expected)
  }

  @Test func twentyFramesOfFourChartsAreSmall() async throws {
    let figure = try await figure("inputs: [x]\ntarget: kind\nsteps: 350\nmap: [x, y]\nframes: 20\nbatch: 1")
    #expect(figure.frames?.captions.count == 20)
    #expect(figure.svg.utf8.count < 120_000)
    let curved = try await self.figure(
      "inputs: [x, y]\ntarget: kind\nhidden: [16, 16]\nsteps: 350\nframes: 20\nbatch: 1")
    #expect(curved.svg.utf8.count < 200_000)
  }

  @Test func inputsWithoutAValueLeaveTheMapEmptyThere() async throws {
    // The logarithm has no value at the left of the map, which begins before the least x.
    let figure = try await figure("inputs: {u: log(x - 0.7), v: y}\ntarget: kind\nsteps: 5\nframes: 2")
    #expect(titles(figure).first == "What the model says")
  }

  @Test func mistakes() async {
    func expectMistake(
      _ body: String, saying words: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async {
      let report = await expect(
        Self.table + "```{train} r\ndata: =places\nlearning-rate: 0.1\nsteps: 10\n\(body)\n```",
        sourceLocation: sourceLocation)
      let messages = (report.messages + report.helps.compactMap(\.self)).joined(separator: "\n")
      #expect(messages.contains(words), "\(messages)", sourceLocation: sourceLocation)
    }
    let classes = "inputs: [x]\ntarget: kind\n"
    for wrong in ["1", "201", "2.5", "-3", "1e300"] {
      await expectMistake("\(classes)frames: ⟦parameter⟧\(wrong)", saying: "from 2 to 200 frames")
    }
    await expectMistake("\(classes)frames: ⟦parameter⟧[0, 5, 5]", saying: "grow from entry to entry")
    await expectMistake("\(classes)frames: ⟦parameter⟧[-1, 5]", saying: "grow from entry to entry")
    await expectMistake("\(classes)frames: ⟦parameter⟧[]", saying: "grow from entry to entry")
    await expectMistake(
      "\(classes)frames: ⟦parameter⟧\(Array(0...201))", saying: "202 frames are more")
    await expectMistake("\(classes)frames: ⟦parameter⟧[0, 11]", saying: "training takes 10 steps")
    await expectMistake("\(classes)map: ⟦parameter⟧[x, y]", saying: "add frames")
    let framed = "\(classes)frames: 3\n"
    await expectMistake("\(framed)map: ⟦parameter⟧[x]", saying: "two columns")
    await expectMistake("\(framed)map: ⟦parameter⟧[x, x]", saying: "two columns")
    await expectMistake("\(framed)map: ⟦parameter⟧[x, kind]", saying: "no column of numbers is called kind")
    await expectMistake(
      "inputs: [x, y]\ntarget: kind\nframes: 3\nmap: ⟦parameter⟧[x, z]", saying: "called z")
    await expectMistake(
      "inputs: [x]\ntarget: y\nframes: 3\nmap: ⟦parameter⟧[x, y]", saying: "y is a number")
  }

  @Test func aMapShowsAllThatTheInputsDependOn() async {
    let report = await expect(
      """
      ```{⟦⟧train} r
      data: {x: [1, 2], y: [1, 2], z: [1, 2], k: [a, b]}
      inputs: [x, z]
      target: k
      steps: 2
      learning-rate: 1
      frames: 2
      map: ⟦parameter⟧[x, y]
      ```
      """.replacing("⟦⟧", with: ""))
    #expect(report.messages.contains { $0.contains("depend on z") })
  }
}
