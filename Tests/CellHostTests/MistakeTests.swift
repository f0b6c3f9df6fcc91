import CellHost
import Engine
import Expressions
import SourceText
import Testing

@Suite struct MistakeTests {
  @Test(arguments: [
    ("let x: Int = 👉\"a\"", "cannot convert value of type 'String' to specified type 'Int'"),
    ("  let é = \"ü\" + 👉missing", "cannot find 'missing' in scope"),
    ("let a = 1 👉+", "expected expression after operator"),
    ("let f = 👉{\n  print(1)\n", "expected '}' at end of closure"),
    ("import 👉Nowhere", "no such module 'Nowhere'"),
    ("👉missing", "cannot find 'missing' in scope"),
    ("let n = 1\nn 👉+ \"a\"", "binary operator '+' cannot be applied to operands of type 'Int' and 'String'"),
  ])
  func theCompilersErrorsStandWhereTheyBelong(_ code: String, _ message: String) throws {
    let lesson = Lesson("let before = 1", code)
    let run = lesson.run()
    let error = try run.onlyError()
    #expect(error.message == message)
    #expect(error.begins(at: lesson.mark), "\(error.place) \(String(describing: lesson.mark))")
    #expect(error.place.end > error.place.start)
    #expect(run.cells.allSatisfy { $0.state == .notRun })
  }

  @Test func everyErrorIsToldAndNotesAndCorrectionsWithIt() throws {
    let run = Lesson("let x = 1\nx = 2\nlet y: Strin = \"\"\nfunc f(a: Int) {}\nf(b: 1)").run()
    let errors = run.diagnostics.filter { $0.severity == .error }
    #expect(errors.count == 3, "\(errors)")
    let assignment = try #require(errors.first { $0.message.contains("'x' is a 'let'") })
    #expect(assignment.notes.map(\.message) == ["change 'let' to 'var' to make it mutable"])
    #expect(assignment.notes.first?.place == CellPlace(cell: 0, start: 0, end: 0))
    #expect(assignment.help == "write “var” instead of “let”")
    let label = try #require(errors.first { $0.message.contains("incorrect argument label") })
    #expect(label.help == "write “a” instead of “b”")
  }

  @Test func warningsAreKeptWhetherTheProgramIsNewOrKept() {
    let lesson = Lesson("func f() {\n  let unusedHere = 1\n}\n[1].map { $0 }\nprint(2)")
    let first = lesson.run()
    #expect(first.isComplete)
    #expect(first.diagnostics.count == 2)
    #expect(first.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(first.diagnostics == lesson.run().diagnostics)
  }

  @Test func placesLeadBackToTheLesson() throws {
    // The code of a cell in a quotation, whose every line has a prefix in the file.
    let text = "> let a = 1\n> let b: Int = \"x\"\n"
    var code = MappedText("let a = 1\n", at: 2)
    code.append("let b: Int = \"x\"\n", from: Span(14, 31))
    let program = CellProgram(cells: [Cell(code: code)])
    let error = try Machine.runner.run(program).onlyError()
    let file = SourceFile(path: "lesson.md", text: text)
    #expect(file.text(in: program.span(of: error.place)) == "\"x\"")
    #expect(file.position(of: program.span(of: error.place).start) == Position(line: 2, column: 16))
  }

  @Test func linesMayEndAsInOtherSystems() throws {
    let lesson = Lesson("let a = 1\r\nlet b = 👉missing\r\n", "print(1)\r\n")
    #expect(try lesson.run().onlyError().begins(at: lesson.mark))
    let stop = Lesson("let a = [1]\r\nlet b = a👉[\"abc\".count]\r\n")
    #expect(try stop.run().onlyError().begins(at: stop.mark))
  }

  @Test(arguments: [
    "\0", "print(1)\0", "\u{FEFF}print(1)", "/*", "\"\"\"", "#if", "}", "`", "#sourceLocation()", "\u{202E}",
  ])
  func strangeCodeIsAnErrorOrRuns(_ code: String) {
    let run = Lesson("let before = 1", code, "print(3)").run()
    #expect(run.isComplete || run.diagnostics.contains { $0.severity == .error }, "\(run)")
  }

  @Test func deepCodeIsAnErrorOrRuns() {
    for code in [
      "let x = " + String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000),
      String(repeating: "{", count: 20_000),
      "let x = " + Array(repeating: "1", count: 3_000).joined(separator: "+"),
    ] {
      var lesson = Lesson(code)
      lesson.limits.compilerSeconds = 2
      let run = lesson.run()
      #expect(run.isComplete || run.diagnostics.contains { $0.severity == .error }, "\(run)")
    }
  }

  @Test(arguments: [
    ("let xs = [1, 2]\nlet i = xs.count\nlet x = xs👉[i]", "Index out of range"),
    ("let n = Int.max\nlet m = \"é\".count 👉+ n", "arithmetic overflow"),
    ("let s: Int? = nil\nlet x = s👉!", "Unexpectedly found nil while unwrapping an Optional value"),
    ("let z = [0][0]\nlet x = 1 👉/ z", "Division by zero"),
    ("let z = 0.5\n👉precondition(z > 1, \"z is \\(z)\")", "z is 0.5"),
    ("let d = [\"a\": 1]\nlet x = d[\"b\"]👉!", "Unexpectedly found nil while unwrapping an Optional value"),
    ("let t = try 👉Tensor([[1], [2, 3]])", "an error is thrown here and caught nowhere: "),
    ("struct Bad: Error {}\nfunc f() throws {\n  👉throw Bad()\n}\ntry f()", "caught nowhere: Lesson.Bad()"),
    (
      "let x = UnsafePointer<Int>(bitPattern: 8)\nlet y = x.map { $0.👉pointee }", "memory that is not its own"
    ),
    ("print(1)\n👉exit(0)", "the program ended here, before the end of its cells"),
  ])
  func whatStopsAProgramIsAnErrorAtItsPlace(_ code: String, _ message: String) throws {
    let lesson = Lesson("publish(\"before\", 1)\nprint(\"before\")", code, "publish(\"after\", 1)")
    let run = lesson.run()
    let error = try run.onlyError()
    #expect(error.message.contains(message), "\(error.message)")
    #expect(error.begins(at: lesson.mark), "\(error) \(String(describing: lesson.mark))")
    #expect(run.cells.map(\.state) == [.finished, .stopped, .notRun])
    #expect(run.cells[0].outcome.results == Record([("before", .number(1))]))
    #expect(run.cells[0].printed == "before\n")
  }

  @Test func fatalErrorsSayWhatTheAuthorWrote() throws {
    let lesson = Lesson("func stop() -> Never {\n  👉fatalError(\"no\\nway\")\n}\nstop()")
    let error = try lesson.run().onlyError()
    #expect(error.message == "no way")
    #expect(error.place.start >= (lesson.mark?.start ?? 0))
    #expect(error.place.start <= (lesson.mark?.start ?? 0) + 10)
  }

  @Test func endlessRecursionIsToldApartFromOtherFaults() throws {
    let run = Lesson("publish(\"x\", 1)\nfunc f(_ n: Int) -> Int { n == -1 ? 0 : f(n + 1) + 1 }\nprint(f(1))")
      .run()
    let error = try run.onlyError()
    #expect(error.message == "the stack is full: functions call each other without end")
    #expect(error.place.start > 0)
    #expect(run.cells[0].outcome.results == Record([("x", .number(1))]))
  }

  @Test func whatWasPublishedBeforeACrashStands() throws {
    let run = Lesson("publish(\"x\", 1)\nprint(\"said\", terminator: \"\")\nlet y = [1][\"abc\".count]").run()
    #expect(run.cells[0].state == .stopped)
    #expect(run.cells[0].outcome.results == Record([("x", .number(1))]))
    #expect(run.cells[0].printed == "said")
    _ = try run.onlyError()
  }

  @Test func anEndWithoutAWordIsAnErrorInItsCell() throws {
    let error = try Lesson("print(1)", "_exit(0)").run().onlyError()
    #expect(error.message == "the program ended before the end of its cells")
    #expect(error.place.cell == 1)
  }
}
