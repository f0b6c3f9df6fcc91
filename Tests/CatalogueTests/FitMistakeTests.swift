import LessonTesting
import Testing

/// Every mistake in a `{fit}` is at its place and says what to try.
@Suite struct FitMistakeTests {
  /// Runs a fit whose body has the mistake marked, and holds its message to contain some words.
  private func expectMistake(
    _ body: String, saying words: String, name: String = "fit",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    let report = await expect("```{\(name)} f\n\(body)\n```", sourceLocation: sourceLocation)
    let messages = report.messages.joined(separator: "\n")
    #expect(messages.contains(words), "\(messages)", sourceLocation: sourceLocation)
  }

  private let data = "data: {x: [1, 2, 3], y: [2, 4, 6.5], city: [Rome, Oslo, Bern]}"

  @Test func names() async {
    await expectMistake("\(data)\nmodel: y = a * ⟦expression⟧z\nstart: {a: 1}", saying: "neither a column")
    await expectMistake("\(data)\nmodel: ⟦expression⟧w = a * x\nstart: {a: 1}", saying: "neither a column")
    await expectMistake("\(data)\nmodel: y = a * ⟦expression⟧city\nstart: {a: 1}", saying: "something else")
    await expectMistake("\(data)\nmodel: ⟦expression⟧a = a * x\nstart: {a: 1}", saying: "made of data")
    await expectMistake(
      "\(data)\nmodel: y = a * x\nstart: {a: 1, ⟦parameter⟧b: 1}", saying: "does not use b")
    await expectMistake(
      "\(data)\nmodel: y = a * x\nstart: {a: 1, ⟦parameter⟧x: 1}", saying: "a column of the data")
    await expectMistake(
      "\(data)\nmodel: y = objective * x\nstart: {⟦parameter⟧objective: 1}", saying: "a result of every fit")
    await expectMistake(
      "\(data)\nmodel: y = a * x\nstart: {⟦parameter⟧2a: 1}", saying: "cannot be a name")
    await expectMistake(
      "\(data)\nmodel: y = a * x\nstart: {a: 1}\nbounds: {⟦parameter⟧b: [0, 1]}", saying: "no coefficient")
  }

  @Test func forms() async {
    await expectMistake("\(data)\nmodel: ⟦parameter⟧a * x\nstart: {a: 1}", saying: "one =")
    await expectMistake("\(data)\nmodel: ⟦parameter⟧y = a = x\nstart: {a: 1}", saying: "one =")
    await expectMistake("\(data)\nmodel: y = a * ⟦expression⟧* x\nstart: {a: 1}", saying: "unexpected *")
    await expectMistake("\(data)\nmodel: y = a * x\nstart: ⟦parameter⟧[1]", saying: "coefficients")
    await expectMistake("\(data)\nmodel: y = a * x\nstart: {a: ⟦parameter⟧[]}", saying: "finite numbers")
    await expectMistake(
      "\(data)\nmodel: y = a * x\nstart: {a: ⟦parameter⟧5}\nbounds: {a: [0, 1]}", saying: "outside the bounds"
    )
    await expectMistake(
      "\(data)\nmodel: y = a * x\nstart: {a: 1}\nbounds: {a: ⟦parameter⟧[1, 0]}",
      saying: "the first bound is not below the second")
    await expectMistake(
      "\(data)\nmodel: y = a * x\nstart: {a: 1}\nloss: ⟦parameter⟧huber", saying: "needs a delta")
    await expectMistake(
      "\(data)\nmodel: y = a * x\nstart: {a: 1}\ndelta: ⟦parameter⟧1", saying: "belongs to Huber")
    await expectMistake(
      "\(data)\nmodel: y = a * x\nstart: {a: 1}\nloss: ⟦parameter⟧cubes", saying: "squares or huber")
    await expectMistake("data: ⟦parameter⟧3\nmodel: y = a\nstart: {a: 1}", saying: "a table")
    await expectMistake(
      "data: ⟦parameter⟧{x: [1, 2], y: [1]}\nmodel: y = a*x\nstart: {a: 1}", saying: "1 entries where x has 2"
    )
  }

  @Test func dataThatCannotBeFitted() async {
    await expectMistake(
      "data: ⟦parameter⟧{x: [1, 2], y: [1, \"=inf\"]}\nmodel: y = a*x\nstart: {a: 1}", saying: "row 2 of y")
    await expectMistake(
      "data: {x: [1, 2], y: [1, 0]}\nmodel: ⟦expression⟧log(y) = a*x\nstart: {a: 1}",
      saying: "in row 2, log(0)")
    await expectMistake(
      "data: ⟦parameter⟧{x: [1, 2], y: [1, -1]}\nmodel: y = a*x\nstart: {a: 1}\nspace: log",
      saying: "in row 2, y is −1")
    await expectMistake(
      "data: {x: [1, 2], y: [1, 2]}\nmodel: y = a*x\nstart: {a: 1}\nsigma: ⟦expression⟧x - 1",
      saying: "a standard deviation is above 0")
    await expectMistake(
      "data: {x: [1], y: [1]}\nmodel: y = a*x + b\nstart: {a: 1, b: 1}", saying: "1 row cannot determine 2",
      name: "⟦experiment⟧fit")
  }

  @Test func formulasWithoutAValueAnywhere() async {
    await expectMistake(
      "\(data)\nmodel: y = a * ⟦expression⟧sum(x, [1, 2])\nstart: {a: 1}", saying: "sum takes one vector")
    await expectMistake(
      "\(data)\nmodel: y = ⟦expression⟧[a, x]\nstart: {a: 1}", saying: "a number is needed")
  }

  @Test func startsWithoutAValue() async {
    await expectMistake(
      "\(data)\nmodel: y = log(a - x)\nstart: ⟦parameter⟧{a: 2.5}",
      saying: "at a = 2.5, row 3 (x = 3), log(−0.5) has no value")
    await expectMistake(
      "\(data)\nmodel: y = exp(a * x)\nstart: ⟦parameter⟧{a: [1000, 2000]}",
      saying: "none of the 2 starts is possible")
  }

  @Test func coefficientsThatTheDataDoNotDetermine() async {
    await expectMistake(
      "\(data)\nmodel: y = a * b * x\nstart: {a: 1, b: 1}", saying: "do not determine a and b",
      name: "⟦experiment⟧fit")
    await expectMistake(
      "data: {x: [0, 0, 0], y: [1, 2, 3]}\nmodel: y = a + b*x\nstart: {a: 1, b: 1}",
      saying: "do not determine b", name: "⟦experiment⟧fit")
  }

  @Test func hostileSizes() async {
    await expectMistake(
      "data: {x: [1, 2, 3], y: [1e200, 2e200, 4e200]}\nmodel: y = a*x\nstart: {a: 1}",
      saying: "the sum of the squares is too large", name: "⟦experiment⟧fit")
    await expectMistake(
      "data: {x: [], y: []}\nmodel: y = a*x\nstart: {a: 1}", saying: "0 rows cannot determine 1 coefficient",
      name: "⟦experiment⟧fit")
    let many = (0..<200).map(String.init).joined(separator: ", ")
    await expectMistake(
      "\(data)\nmodel: y = a*x + b\nstart: ⟦parameter⟧{a: [\(many)], b: [\(many)]}", saying: "more than 10000"
    )
    let names = (0..<60).map { "a\($0): 1" }.joined(separator: ", ")
    await expectMistake("\(data)\nmodel: y = a1*x\nstart: ⟦parameter⟧{\(names)}", saying: "more than 50")
    await expectMistake(
      "data: ⟦parameter⟧{x: \"=linspace(0, 1, 100001)\", y: \"=linspace(0, 1, 100001)\"}\nmodel: y = a*x\nstart: {a: 1}",
      saying: "at most 100000")
  }
}
