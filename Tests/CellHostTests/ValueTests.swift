import CellHost
import Engine
import Expressions
import Testing

@Suite struct ValueTests {
  @Test func laterCellsSeeWhatEarlierOnesDeclare() throws {
    let run = Lesson(
      """
      let base = 2.0
      struct Doubling { func callAsFunction(_ x: Double) -> Double { base * x } }
      """,
      "func twice(_ x: Double) -> Double { Doubling()(x) }",
      "publish(\"y\", twice(21))"
    ).run()
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics)")
    #expect(run.isComplete)
    #expect(run.cells[2].outcome.results == Record([("y", .number(42))]))
    #expect(run.cells[0].outcome.results.names.isEmpty)
  }

  @Test func whatIsPublishedBecomesAValueOfItsKind() throws {
    let run = Lesson(
      """
      publish("number", 1.5)
      publish("integer", 3)
      publish("boolean", 1 < 2)
      publish("text", "naïve")
      publish("vector", [1.0, 2.0])
      publish("integers", [1, 2])
      publish("matrix", [[1.0, 2.0], [3.0, 4.0]])
      publish("ragged", [[1.0], [2.0, 3.0]])
      publish("words", ["a", "b"])
      publish("tensor", try Tensor([[1, 2], [3, 4]]))
      publish("record", ["b": 1.0, "a": 2.0])
      publish("pairs", ["b": 1.0, "a": 2.0] as KeyValuePairs)
      struct Point { var x = 1.0; var label = "p"; var inner = [true, false] }
      publish("points", [Point(), Point(x: 2)])
      publish("tuple", (low: 1, high: 2))
      publish("some", Optional(7))
      """
    ).run()
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics)")
    let matrix = try Value.matrix(#require(Matrix(rows: 2, columns: 2, entries: [1, 2, 3, 4])))
    func point(_ x: Double) -> Value {
      .record(
        Record([
          ("x", .number(x)), ("label", .text("p")), ("inner", .list([.boolean(true), .boolean(false)])),
        ]))
    }
    let expected: [(String, Value)] = [
      ("number", .number(1.5)), ("integer", .number(3)), ("boolean", .boolean(true)),
      ("text", .text("naïve")),
      ("vector", .vector([1, 2])), ("integers", .vector([1, 2])), ("matrix", matrix),
      ("ragged", .list([.vector([1]), .vector([2, 3])])), ("words", .list([.text("a"), .text("b")])),
      ("tensor", matrix), ("record", .record(Record([("a", .number(2)), ("b", .number(1))]))),
      ("pairs", .record(Record([("b", .number(1)), ("a", .number(2))]))),
      ("points", .list([point(1), point(2)])),
      ("tuple", .record(Record([("low", .number(1)), ("high", .number(2))]))), ("some", .number(7)),
    ]
    for (name, value) in expected { #expect(run.cells[0].outcome.results[name] == value, "\(name)") }
    #expect(run.cells[0].outcome.results.names == expected.map(\.0))
  }

  @Test func whatIsPublishedAgainTakesItsPlace() {
    let run = Lesson("for step in 1...3 { publish(\"step\", step) }").run()
    #expect(run.cells[0].outcome.results == Record([("step", .number(3))]))
  }

  @Test(arguments: [
    ("👉publish(\"f\", { 1 })", "f is a () -> Int, which is no value of a lesson"),
    ("let none: Int? = nil\n👉publish(\"x\", none)", "x is nil, which is no value of a lesson"),
    ("👉publish(\"x\", [1: 2])", "x is a Dictionary<Int, Int>, whose keys are no text"),
    ("👉publish(\"\", 1)", "publish needs a name"),
    ("struct Empty {}\n👉publish(\"x\", [Empty()])", "x[0] is a Empty, in which nothing is stored"),
  ])
  func whatIsNoValueIsAnErrorAtItsLine(_ code: String, _ message: String) throws {
    let lesson = Lesson(code)
    let error = try lesson.run().onlyError()
    #expect(error.message == message)
    #expect(error.begins(at: lesson.mark), "\(error.place)")
  }

  @Test func figuresAndTablesAreDisplays() throws {
    let run = Lesson(
      """
      publish("loss", Chart(title: "Loss", marks: [.line(Line(x: [1, 2], y: [3, 4], label: "training"))]))
      """,
      "publish(\"t\", Table([\"name\": [\"Ada\", \"Alan\"], \"metres\": [1.65, 1.78]]))"
    ).run()
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics)")
    guard case .figure(let figure) = try #require(run.cells[0].outcome.displays.first) else {
      Issue.record("no figure")
      return
    }
    #expect(figure.svg.hasPrefix("<svg"))
    #expect(figure.description.contains("training"))
    guard case .table(let table) = try #require(run.cells[1].outcome.displays.first) else {
      Issue.record("no table")
      return
    }
    #expect(table.columns.map(\.name) == ["name", "metres"])
    #expect(table.columns.map(\.content) == [.words, .numbers])
    #expect(table.columns[1].cells == ["1.65", "1.78"])
    let values = Record([("name", .list([.text("Ada"), .text("Alan")])), ("metres", .vector([1.65, 1.78]))])
    #expect(run.cells[1].outcome.results["t"] == .record(values))
  }

  @Test func figuresHaveTheSizeThatTheAuthorAskedFor() throws {
    var program = Lesson("Chart(marks: [.line(Line(x: [1, 2], y: [3, 4]))])").program
    program.cells[0].figureWidth = 333
    guard case .figure(let figure) = try #require(Machine.runner.run(program).cells[0].outcome.displays.first)
    else {
      Issue.record("no figure")
      return
    }
    #expect(figure.svg.contains("333"))
  }

  @Test(arguments: [
    ("1 + 2", "3", Value.number(3)),
    ("let x = [1.0, 2.0]\nx.map { $0 * 2 } // doubled", "[2.0, 4.0]", .vector([2, 4])),
    ("\"a\" + \"b\";", "ab", .text("ab")), ("try Tensor([[1, 2]]).count", "2", .number(2)),
  ])
  func theExpressionThatACellEndsInIsShown(_ code: String, _ text: String, _ value: Value) {
    let run = Lesson(code).run()
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics)")
    #expect(run.cells[0].shown == ShownValue(value: value, text: text))
  }

  @Test(arguments: [
    "let x = 1", "var x = 1\nx = 2", "var x = 1\nx += 1", "func f() {}", "if 1 < 2 { print(1) }", "print(1)",
    "_ = [1].map { $0 }", "// nothing", "", "struct S {}", "for _ in 0..<1 {}", "import Foundation",
  ])
  func whatIsNoExpressionShowsNothing(_ code: String) {
    let run = Lesson(code, "let later = 1").run()
    #expect(run.diagnostics.filter { $0.severity == .error }.isEmpty, "\(run.diagnostics)")
    #expect(run.isComplete)
    #expect(run.cells[0].shown == nil)
  }

  @Test func eachCellHasWhatItPrinted() {
    let run = Lesson("print(\"one\", terminator: \"\")", "let x = 1", "print(\"three\")\nprint(\"é\")").run()
    #expect(run.printed == ["one", "", "three\né\n"])
    #expect(run.cells.allSatisfy { !$0.isPrintedCutOff })
  }

  @Test func whatIsPrintedTooLongIsCutOff() {
    var lesson = Lesson("for i in 0..<100 { print(i % 10, terminator: \"\") }", "print(\"short\")")
    lesson.limits.printed = 10
    let run = lesson.run()
    #expect(run.printed == ["0123456789", "short\n"])
    #expect(run.cells.map(\.isPrintedCutOff) == [true, false])
  }

  @Test func dictionariesHaveTheSameOrderEveryTime() {
    let lesson = Lesson("print(Set(0..<50).map { $0 }, [\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4])")
    #expect(lesson.run().printed == lesson.run().printed)
  }

  @Test func optimisedProgramsGiveTheSame() {
    var lesson = Lesson("let x = (0..<1000).map(Double.init)", "publish(\"s\", x.reduce(0, +))\nx.count")
    lesson.isOptimized = true
    let run = lesson.run()
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics)")
    #expect(run.cells[1].outcome.results["s"] == .number(499_500))
    #expect(run.cells[1].shown?.text == "1000")
  }

  @Test func aLessonWithoutCellsIsNothing() {
    #expect(Machine.runner.run(CellProgram(cells: [])).cells.isEmpty)
  }

  @Test func foundationIsAtHand() {
    let run = Lesson("import Foundation\nString(format: \"%.2f\", 3.14159)").run()
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics)")
    #expect(run.cells[0].shown?.text == "3.14")
  }

  @Test func topLevelCodeMayWait() {
    let run = Lesson("func f() async -> Int { 41 }\nlet x = await f()", "x + 1").run()
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics)")
    #expect(run.cells[1].shown?.text == "42")
  }
}
