import Expressions
import Testing

@Suite struct UndecidedTests {
  @Test(arguments: [
    Step("sqrt(x)*sqrt(-1 - x)", "log(x)*log(-1 - x)"), Step("x", "2x", "x > 3", "x < 2"),
    Step("x", "2x", "x^2 == -1"),
    Step("if(sin(x) > x, 1, 0)", "0", "x > 0"), Step("exp(exp(exp(20 + x^2)))", "1"),
  ])
  func whatCannotBeTestedNeverPasses(_ step: Step) throws {
    guard case .undecided(let reason, let help) = try step.decide() else {
      Issue.record("\(try step.decide())")
      return
    }
    #expect(reason.contains("point"))
    #expect(!help.isEmpty)
  }

  @Test func shapesMustFit() throws {
    let mistake = #expect(throws: ExpressionError.self) {
      try Equality.decide("h", "[1, 2]", variables: ["h": 3])
    }
    #expect(mistake?.message == "a vector of 3 entries cannot equal a vector of 2 entries")
    #expect(throws: ExpressionError.self) { try Equality.decide("x", "x > 0") }
    #expect(throws: ExpressionError.self) { try Equality.decide("x", "\"x\"") }
    #expect(throws: ExpressionError.self) { try Equality.decide("x", "x", assuming: ["x"]) }
    #expect(throws: ExpressionError.self) { try Equality.decide("h_65", "h_1", variables: ["h": 65]) }
  }

  @Test(arguments: ["d(softmax(h), h)", "softmax(h)"])
  func stepsOfTooManyEntriesAreRefusedSoon(_ right: String) throws {
    let mistake = #expect(throws: ExpressionError.self) {
      try Equality.decide("d(softmax(h), h)", right, variables: ["h": 48])
    }
    let message = try #require(mistake?.message)
    #expect(message.hasPrefix(right == "softmax(h)" ? "a matrix of 48 rows" : "this step takes too long"))
  }

  @Test func definitionsAreLookedThrough() throws {
    let definitions = ["p": "softmax(h)", "L": "-log(p_2)"]
    let result = try Equality.decide(
      "d(L, h_2)", "p_2 - 1", variables: ["h": 3], definitions: definitions)
    #expect(result == .proved)
    #expect(
      try Equality.decide("d(L, p_2)", "-1/p_2", variables: ["h": 3], definitions: definitions) == .proved)
  }

  /// Functions whose expansion or nesting has no bound end within the limits on work.
  @Test(arguments: [
    "(a + b + c + d)^50", "(((((a + b)^9 + c)^9 + d)^9 + x)^9 + a)^9", "x^1000000", "(a + b)^0.123456789",
    "((x + 1)/(a + 1) + (a + 1)/(b + 1) + (b + 1)/(c + 1) + (c + 1)/(d + 1))^12", "2^2^2^2^2^2^x",
    "9999999999999999999999^99", "exp(exp(exp(exp(x))))", "1e308*1e308", "1/(1e-300*x - 1e-300*x)",
    "softmax(h)_1^sum(h^h^h)", "1/3^400", "(1 + 1/1000000007)^900",
  ])
  func hostileFormulasEndSoon(_ text: String) throws {
    let formula = try Expression.parse(text)
    let simple = try formula.simplified(in: unknowns).expression
    #expect(try simple.simplified(in: unknowns).expression.description == simple.description)
    _ = try? formula.differentiated(by: "x", in: unknowns)
    let result = try Equality.decide(formula, try Expression.parse("\(text) + x"), in: unknowns)
    #expect(!result.holds, "\(result)")
  }

  @Test func deepAndLongFormulasEndSoon() throws {
    let deep = String(repeating: "sin(x + ", count: 25) + "x" + String(repeating: ")", count: 25)
    let long = (1...120).map { "x^\($0 % 7)*a_\($0)" }.joined(separator: " + ")
    let nested = String(repeating: "1/(1 + ", count: 25) + "x" + String(repeating: ")", count: 25)
    for text in [deep, long, nested] {
      let formula = try Expression.parse(text)
      _ = try formula.simplified()
      _ = try? formula.differentiated(by: "x")
      #expect(
        !(try Equality.decide(formula, try Expression.parse("(\(text)) + 1"), in: AlgebraSetting()).holds))
    }
  }

  @Test func definitionsWithinDefinitionsEndSoon() throws {
    let nest = { (inner: String) in
      String(repeating: "sqrt(1 + ", count: 80) + inner + String(repeating: ")", count: 80)
    }
    let setting = AlgebraSetting(definitions: [
      "a": try Expression.parse(nest("x")), "b": try Expression.parse(nest("a")),
      "c": try Expression.parse(nest("b")),
    ])
    // Too deep to be written out, it stays what it was.
    let formula = try Expression.parse("c")
    #expect(try formula.simplified(in: setting).expression.description == "c")
    #expect(throws: ExpressionError.self) { try formula.differentiated(by: "x", in: setting) }
    #expect(!(try Equality.decide(formula, try Expression.parse("c + 1"), in: setting).holds))
  }
}
