import Expressions
import Testing

/// Expressions as functions of some of their names.
@Suite struct ScalarFunctionTests {
  private func function(
    _ text: String, _ values: [String: Value] = [:], _ formulas: [String: String] = [:],
    workLimit: Int = 10_000
  ) throws -> ScalarFunction {
    let scope = DictionaryScope(values, formulas: try formulas.mapValues { try Expression.parse($0) })
    return ScalarFunction(try Expression.parse(text), in: scope, workLimit: workLimit)
  }

  @Test func valueAndGradientByHand() throws {
    // f = x·h₁ + h₂² at x = 4, h = (2, 3): 17; ∂f/∂x = h₁ = 2, ∂f/∂h = (x, 2h₂) = (4, 6).
    var function = try function("x*h_1 + h_2^2")
    let found = try function.gradient(at: [("x", .number(4)), ("h", .vector([2, 3]))])
    #expect(found.value == 17)
    #expect(found.derivatives == [[2], [4, 6]])
  }

  @Test func definitionsFollowTheNamesThatChange() throws {
    // f = w³ through y = w², whatever value the lesson gave y: f(2) = 8, f′(2) = 12.
    var function = try function("w*y", ["y": .number(1), "w": .number(1)], ["y": "w^2"])
    let found = try function.gradient(at: [("w", .number(2))])
    #expect(found.value == 8)
    #expect(found.derivatives == [[12]])
  }

  @Test func whatIsNoNumberIsAnError() throws {
    var function = try function("2*h")
    #expect(throws: ExpressionError.self) { try function.value(at: [("h", .vector([1, 2]))]) }
    #expect(throws: ExpressionError.self) { try function.gradient(at: [("h", .vector([1, 2]))]) }
    #expect(!function.isExhausted)
  }

  @Test func theWorkOfAllEvaluationsIsLimited() throws {
    var function = try function("sum(linspace(0, x, 100))", workLimit: 1_000)
    #expect(try function.value(at: [("x", .number(1))]) == 50)
    var evaluations = 1
    while !function.isExhausted && evaluations < 100 {
      _ = try function.value(at: [("x", .number(2))])
      evaluations += 1
    }
    #expect((3...10).contains(evaluations))
    #expect(throws: ExpressionError.self) { try function.value(at: [("x", .number(1))]) }
  }
}
