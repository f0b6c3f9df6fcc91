import Expressions
import Testing

/// Conditions entry by entry, and fields of many records at once.
@Suite struct TruthTests {
  private static let scope = DictionaryScope([
    "v": .vector([1, 2, 3]), "w": .vector([3, 2, 1]), "x": .number(2),
    "W": .matrix(Matrix(rows: 2, columns: 2, entries: [1, 2, 3, 4]) ?? Matrix.none),
    "runs": .list([run(0.5, [1, 2]), run(1, [3, 4]), run(1, [5, 6])]),
    "uneven": .list([run(0.5, [1]), run(1, [2, 3])]),
    "narrow": .list([narrow(1), narrow(0)]),
    "lines": .list([line(1), line(2)]),
    "mixed": .list([.record(Record([("a", .number(1))])), .record(Record([("b", .number(1))]))]),
  ])

  private static func line(_ slope: Double) -> Value {
    let function = Function(parameters: ["x"], formula: "b * x", constants: Record([("b", .number(slope))]))
    return .record(Record([("predict", .function(function))]))
  }

  /// A run whose fields are all numbers.
  private static func narrow(_ accuracy: Double) -> Value {
    .record(Record([("end", .record(Record([("accuracy", .number(accuracy))])))]))
  }

  private static func run(_ accuracy: Double, _ loss: [Double]) -> Value {
    let end = Record([("accuracy", .number(accuracy)), ("word", .text("w\(loss[0])"))])
    return .record(Record([("end", .record(end)), ("loss", .vector(loss))]))
  }

  /// Expected values by hand.
  @Test(arguments: [
    ("if(v > 1, v, 0)", Value.vector([0, 2, 3])), ("if(v > 0, 1, 0)", .vector([1, 1, 1])),
    ("if(v > 9, v, 0)", .vector([0, 0, 0])), ("if(v > w, v, w)", .vector([3, 2, 3])),
    ("if(not v > 1, 5, v)", .vector([5, 2, 3])), ("if(v > 1 and v < 3, 1, 0)", .vector([0, 1, 0])),
    ("if(1 < v < 3, 1, 0)", .vector([0, 1, 0])), ("if(v < 2 or x > 5, 1, 0)", .vector([1, 0, 0])),
    ("if(x > 5 and v > 1, 1, 0)", .number(0)), ("if(v > 0, log(v), 1/0)_1", .number(0)),
    ("if(x > 1, v, 0)", .vector([1, 2, 3])), ("d(sum(if(v > 1, v^2, 0)), v)", .vector([0, 4, 6])),
    ("count(v > 1)", .number(2)), ("count(W >= 2)", .number(3)), ("count(x == 2)", .number(1)),
    ("count(v == w)", .number(1)), ("count(v != w)", .number(2)), ("count(not v > 1)", .number(1)),
    ("runs.end.accuracy", .vector([0.5, 1, 1])), ("count(runs.end.accuracy == 1)", .number(2)),
    ("runs_2.end.accuracy", .number(1)), ("runs.loss_{3,2}", .number(6)),
    ("runs.end.word", .list([.text("w1.0"), .text("w3.0"), .text("w5.0")])),
    ("narrow.end.accuracy", .vector([1, 0])),
    ("lines.predict(3)", .vector([3, 6])), ("lines.predict(v)_{2,3}", .number(6)),
    ("uneven.loss", .list([.vector([1]), .vector([2, 3])])),
  ])
  func entryByEntry(text: String, expected: Value) throws {
    #expect(try Expression.parse(text).evaluate(in: Self.scope) == expected, "\(text)")
  }

  @Test(arguments: [
    ("if(▸v > 1◂, W, 0)", "this holds for some of 3 entries, and if chooses between a matrix"),
    ("▸count(v > 1, 2)◂", "count takes 1 argument, not 2"), ("count(▸v◂)", "a condition is needed"),
    ("count(▸true◂)", "true or false as a whole"), ("count(▸if(x > 1, true, false)◂)", "no entries to count"),
    ("x > 1 and ▸x◂", "a condition is needed"), ("count(▸v◂ > [1, 2])", "cannot be compared"),
    ("count(v > 1 or ▸W > 1◂)", "another shape"), ("mixed.▸a◂", "has no a; it has b"),
    ("runs.▸nothing◂", "has no nothing"), ("1 + ▸count◂", "count is a function"),
  ])
  func mistakes(marked: String, message: String) throws {
    let text = MarkedText(marked)
    let error = #expect(throws: ExpressionError.self, "\(marked)") {
      try Expression.parse(text.text).evaluate(in: Self.scope)
    }
    #expect(error?.range == text.start..<(text.end ?? 0), "\(marked)")
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  /// Algebra would take a condition on vectors as one on all of them, which is another value.
  @Test func algebraLeavesConditionsOnVectors() throws {
    let setting = AlgebraSetting(variables: ["v": 2])
    let expression = try Expression.parse("sum(if(v > 1, v, 0))")
    #expect(throws: ExpressionError.self) { try expression.simplified(in: setting) }
  }
}
