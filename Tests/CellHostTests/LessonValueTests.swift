import CellHost
import Engine
import Expressions
import Testing

@Suite struct LessonValueTests {
  private static let inputs = Record([
    ("paris", .number(0.5)), ("n", .number(3)), ("name", .text("Madrid")), ("flag", .boolean(true)),
    (
      "close",
      .record(
        Record([
          ("p", .record(Record([("Madrid", .number(0.2)), ("New York", .number(0.8))]))),
          ("top", .text("New York")),
        ]))
    ), ("rows", .list([.vector([1, 2]), .vector([3])])),
    (
      "square",
      .function(Function(parameters: ["x"], formula: "a*x^2", constants: Record([("a", .number(2))])))
    ),
  ])

  private func value(of code: String) throws -> ShownValue {
    let run = Lesson(code, inputs: [Self.inputs]).run()
    #expect(run.diagnostics.isEmpty, "\(code): \(run.diagnostics)")
    return try #require(run.cells[0].shown)
  }

  @Test(arguments: [
    ("lesson.paris + 1.0", Value.number(1.5)), ("1 - lesson.paris * lesson.n", .number(-0.5)),
    ("let p: [Double] = lesson.close.p\np.reduce(0, +)", .number(1)), ("sqrt(lesson.paris * 8)", .number(2)),
    ("exp(lesson.paris) > 1", .boolean(true)), ("lesson.close.p[\"New York\"] - 0.8", .number(0)),
    ("let n: Int = lesson.n\nArray(0..<n)", .vector([0, 1, 2])),
    ("let t: Tensor = lesson.close.p\nt.count", .number(2)),
    ("let name: String = lesson.name\nname + \"!\"", .text("Madrid!")), ("lesson.square(3)", .number(18)),
    ("let rows: [[Double]] = lesson.rows\nrows[0].count", .number(2)), ("lesson.rows[0][1] + 0", .number(2)),
    ("let p: [String: Double] = lesson.close.p\np.count", .number(2)), ("lesson.flag ? 1 : 2", .number(1)),
    ("lesson.close.top", .text("New York")),
  ])
  func resultsBecomeTheTypesThatAreAskedFor(_ code: String, _ expected: Value) throws {
    #expect(try value(of: code).value == expected)
  }

  @Test(arguments: [
    ("let x = lesson.close.👉q + 1", "there is no lesson.close.q; did you mean lesson.close.p?"),
    (
      "let x: Double = lesson.👉nothing",
      "there is no lesson.nothing; there is paris, n, name, flag, close, rows, square"
    ),
    ("let n: Int = lesson.👉paris", "lesson.paris is the number 0.5, not a whole number"),
    (
      "let v: [Double] = lesson.👉name",
      "lesson.name is the text “Madrid”, not a list of which each entry is a number"
    ),
    ("let x = lesson.rows👉[5]", "lesson.rows has 2 entries; [5] was asked for"),
    ("let x = 1.0\nlet y = lesson.name 👉+ x", "lesson.name is the text “Madrid”, not a number"),
    ("let y = lesson.square👉(1, 2)", "lesson.square: f takes 1 argument, not 2"),
  ])
  func whatIsNotThereIsAnErrorAtItsPlace(_ code: String, _ message: String) throws {
    let lesson = Lesson(code, inputs: [Self.inputs])
    let error = try lesson.run().onlyError()
    #expect(error.message == message)
    #expect(error.begins(at: lesson.mark), "\(error.place) \(String(describing: lesson.mark))")
  }

  @Test func aCellSeesWhatStandsAboveItOnly() throws {
    let early = Record([("a", .number(1))])
    let late = Record([("b", .number(2))])
    let both = Lesson("let a = lesson.a + 0", "lesson.a + lesson.b", inputs: [early, late]).run()
    #expect(both.cells[1].shown?.value == .number(3))
    let lesson = Lesson("let b = lesson.👉b + 0", "", inputs: [early, late])
    let error = try lesson.run().onlyError()
    #expect(error.message == "there is no lesson.b; did you mean lesson.a?")
    #expect(error.begins(at: lesson.mark))
  }

  @Test func newInputsNeedNoNewProgram() {
    let code = "lesson.a + 1"
    for number in 1...3 {
      let run = Lesson(code, inputs: [Record([("a", .number(Double(number)))])]).run()
      #expect(run.cells[0].shown?.value == .number(Double(number + 1)))
    }
  }
}
