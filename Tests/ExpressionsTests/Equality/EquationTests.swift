import Expressions
import Testing

@Suite struct EquationTests {
  @Test(
    arguments: [
      ("2x + 1 = 7", "2x = 6", []), ("2x = 6", "x = 3", []), ("a*x = b", "x = b/a", []),
      ("a*x = b", "x = b/a", ["a != 0"]),
      ("a*x = b", "x = b/a", ["a > 0"]), ("x = 3", "x^2 = 9", []), ("x = 3", "x^2 = 3x", []),
      ("log(y) = x", "y = exp(x)", ["y > 0"]), ("log(y) = x", "y = exp(x)", []),
      ("sqrt(x) = a", "x = a^2", []),
      ("x^2 = 3", "x^4 = 9", []), ("x*exp(x) = 0", "x = 0", []), ("y = exp(x)", "log(y) = x", []),
      ("1/f = 1/a + 1/b", "f = 1/(1/a + 1/b)", []),
      ("x = a", "exp(x) = exp(a)", []), ("p/(1 - p) = exp(z)", "log(p/(1 - p)) = z", ["0 < p < 1"]),
      ("x + y = 1", "x = 1 - y", []), ("x + y == 1", "x^2 + x*y == x", []), ("x = 2", "x^3 = 8", []),
      ("x^2 - 2x + 1 = 0", "(x - 1)^2 = 0", []),
    ] as [(String, String, [String])])
  func whatFollowsHolds(_ first: String, _ next: String, _ assumptions: [String]) throws {
    let result = try follows(first, next, assumptions)
    #expect(result.holds, "\(result)")
  }

  @Test(arguments: [
    ("2x = 4", "x = 3"), ("x + 1 = 3", "x = 4"), ("x = 2", "x^2 = 2"), ("x + y = 1", "x = 1 + y"),
    ("x^2 = 4", "x = 2"), ("x^2 = 4", "2x = 0"), ("x^2 = 3x", "x = 3"),
    ("x*y = 0", "x = 0"), ("x = a^2", "sqrt(x) = a"), ("x^2 = 4", "x = sqrt(4)"), ("sin(x) = 0", "x = 0"),
    ("exp(2x) = 3", "2exp(2x) = 0"), ("x^2 = -1", "x = 2x"), ("x*(x^2 - 3) = 0", "x = 0"),
    ("x = x^2", "x = 1"),
    ("(x - 1)*(x - sqrt(2)) = 0", "x = 1"), ("x/a = 0", "a = 0"), ("abs(x) = 2", "x = 2"),
  ])
  func whatDoesNotFollowDoesNotPass(_ first: String, _ next: String) throws {
    let result = try follows(first, next, [])
    #expect(!result.holds, "\(result)")
  }

  @Test func counterexamplesSolveTheFirstEquation() throws {
    guard case .different(let counterexample) = try follows("2x = 4", "x = 3", []) else {
      Issue.record("no counterexample")
      return
    }
    #expect(counterexample.description == "at x = 2, the left is 2 and the right is 3")
  }

  @Test func textsAreReadAsEquations() throws {
    let equation = try Equation(parsing: "x + 1 = 2y")
    #expect(equation.left.range == 0..<5)
    #expect(equation.right.range == 8..<10)
    #expect(try Equation(parsing: "x == 2").right.description == "2")
    for text in ["x", "x < 2", "x <= 2", "= 2", "x =", "1 == 2 == 3", "x != 2"] {
      #expect(throws: ExpressionError.self, "\(text)") { try Equation(parsing: text) }
    }
  }

  private func follows(_ first: String, _ next: String, _ assumptions: [String]) throws -> Equality {
    let setting = AlgebraSetting(assumptions: try assumptions.map { try Expression.parse($0) })
    return try Equality.decide(
      that: try Equation(parsing: next), follows: try Equation(parsing: first), in: setting)
  }
}
