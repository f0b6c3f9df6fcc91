import Expressions
import Testing

@Suite struct ConstantExponentTests {
  @Test(arguments: [
    ("x^(2*(1/2))", "(x^2)^(1/2)"), ("x^(1/2 + 1/2)", "x^(1/2)*x^(1/2)"),
    ("x^(3/2 + 1/2)", "x^(1/2)*x^(3/2)"), ("x^(1/3 + 2/3)", "x^(1/3)*x^(2/3)"), ("x^(1/2*2)", "sqrt(x)^2"),
    ("x^sqrt(4)", "sqrt(x)^4"),
  ])
  func exponentsAreComputedFirst(_ left: String, _ right: String) throws {
    for (first, second) in [(left, right), (right, left)] {
      guard case .different(let counterexample) = try Equality.decide(first, second) else {
        Issue.record("\(try Equality.decide(first, second))")
        continue
      }
      #expect(counterexample.point == Record([("x", .number(-1))]))
    }
  }

  @Test(arguments: [
    ("x^(2*(1/2))", "x"), ("x^(1/3 + 2/3)", "x"), ("x^(1/2*4)", "x^2"), ("x^(1/2)", "sqrt(x)"),
    ("round(x)", "sign(x)*floor(abs(x) + 1/2)"),
  ])
  func equalPowersHold(_ left: String, _ right: String) throws {
    #expect(try Equality.decide(left, right).holds)
  }

  @Test func halvesAreExact() throws {
    guard case .different = try Equality.decide("round(x)", "floor(x + 1/2)") else {
      Issue.record("\(try Equality.decide("round(x)", "floor(x + 1/2)"))")
      return
    }
  }

  @Test func assumptionsThatContradictAreNotSuggested() throws {
    let setting = AlgebraSetting(assumptions: [try Expression.parse("x < 0")])
    let told = try Equality.helpfulAssumptions(
      left: try Expression.parse("sqrt(x^2)"), right: try Expression.parse("x"), in: setting)
    #expect(told.isEmpty, "\(told)")
  }
}
