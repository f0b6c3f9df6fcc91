import Expressions
import Testing

@Suite struct EquationTests {
  @Test(
    arguments: [
      ("2x + 1 = 7", "2x = 6", []), ("2x = 6", "x = 3", []), ("a*x = b", "x = b/a", []),
      ("a*x = b", "x = b/a", ["a != 0"]),
      ("a*x = b", "x = b/a", ["a > 0"]), ("x = 3", "x^2 = 9", ["x > 0"]), ("x = 3", "x^2 = 3x", ["x > 0"]),
      ("log(y) = x", "y = exp(x)", ["y > 0"]), ("log(y) = x", "y = exp(x)", []),
      ("sqrt(x) = a", "x = a^2", ["a >= 0"]), ("x = y", "x^2 = y^2", ["x > 0", "y > 0"]),
      ("x^2 = 3", "x^4 = 9", []), ("x*exp(x) = 0", "x = 0", []), ("y = exp(x)", "log(y) = x", []),
      ("1/f = 1/a + 1/b", "f = 1/(1/a + 1/b)", []),
      ("x = a", "exp(x) = exp(a)", []), ("p/(1 - p) = exp(z)", "log(p/(1 - p)) = z", ["0 < p < 1"]),
      ("x + y = 1", "x = 1 - y", []), ("x + y == 1", "x^2 + x*y == x", ["x != 0"]), ("x = 2", "x^3 = 8", []),
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

  /// Points that solve the first equation at which the second has no value.
  @Test(arguments: [
    ("x = y", "x/(x - y) = y/(x - y)"), ("x = 2", "x/(x - 2) = 2/(x - 2)"), ("x = 2", "1/(x - 2) = 1/0"),
    ("x = 2", "log(x - 2) = log(0)"), ("x = -1", "log(x) = log(-1)"), ("exp(x) = 0", "x = log(0)"),
    ("exp(x) = -1", "x = log(-1)"), ("y = log(-1)", "y + 1 = log(-1) + 1"),
    ("x/(x - y) = y/(x - y)", "x/(x - y) - y/(x - y) = 0"), ("x/(x - y) - y/(x - y) = 0", "1 = 0"),
    ("x^2 = 3", "(x^2 - 1)/(x^2 - 3) = 2/(x^2 - 3)"), ("x^2 - a^2 = 0", "(x^2 - a^2)/(x^2 - a^2) = 0"),
  ])
  func whatHasNoValueDoesNotFollow(_ first: String, _ next: String) throws {
    let result = try follows(first, next, [])
    #expect(!result.holds, "\(result)")
  }

  @Test(
    arguments: [
      ("x/(x - 1) = 1/(x - 1)", "x = 1", []), ("(x^2 - 1)/(x - 1) = 2", "x = 1", []),
      ("x^2/x = 0", "x = 0", []),
      ("x + 1/x = 1/x", "x = 0", []), ("1/x = 0", "x = 0", []), ("1/x = 0", "1 = 0", []),
      ("sqrt(x) = -1", "x = 1", []), ("sqrt(x) = -2", "x = 4", []), ("abs(x) = -1", "x^2 = 1", []),
      ("x^2 = 4", "x = 2", ["x > 3"]), ("x - 1 = 0", "x*(x - 1) = 0", []), ("x = y", "x^2 = y^2", []),
      ("x = y", "x*0 = y*0", []), ("x = y", "a*x = a*y", []), ("sqrt(x) = y", "x = y^2", []),
      ("sqrt(x)*sqrt(x - 1) = 0", "x*(x - 1) = 0", []), ("sqrt(x + 2) = x", "x + 2 = x^2", []),
      ("x = 3", "x^2 = 9", []), ("x = 3", "x^2 = 3x", []), ("x + y == 1", "x^2 + x*y == x", []),
      ("(x^2 - a^2)/(x - a) = 2a", "x = a", []), ("x^2/(x^2 - 2) = 2/(x^2 - 2)", "x^2 = 2", []),
      ("(9x^2 - 1)/(3x - 1) = 2", "3x = 1", []), ("x = 2", "3 = 3", []), ("sqrt(x) = -sqrt(y)", "x = y", []),
      ("x = 2", "(x - 2)*(x - 3)^2 = 0", []), ("x = 2", "(x - 2)*(x^2 - 5) = 0", []),
    ] as [(String, String, [String])])
  func whatGainsSolutionsDoesNotPass(_ first: String, _ next: String, _ assumptions: [String]) throws {
    let result = try follows(first, next, assumptions)
    #expect(!result.holds, "\(result)")
  }

  @Test func aGainedSolutionIsTold() throws {
    let result = try follows("sqrt(x + 2) = x", "x + 2 = x^2", [])
    guard case .different(let gained) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(gained.isGained)
    #expect(gained.description == "at x = −1, the left is 1 and the right is −1")
    guard case .different(let lost) = try follows("x = 2", "x/(x - 2) = 2/(x - 2)", []) else {
      Issue.record("no point")
      return
    }
    #expect(!lost.isGained)
    #expect(lost.description == "at x = 2, the left has no value and the right has no value")
  }

  @Test(
    arguments: [
      ("(x - 1)^2 = 0", "x = 1", []), ("x^3 = 2", "x^6 = 4", ["x > 0"]), ("x^3 - x = 1", "x^3 = x + 1", []),
      ("exp(x) = 2", "x = log(2)", []), ("(x - y)^2 = 0", "x = y", []), ("1/x = 1/y", "x = y", []),
      ("x = 1234", "2x = 2468", []), ("log(x) + log(y) = 1", "log(x*y) = 1", ["x > 0", "y > 0"]),
      ("sqrt(x) = sqrt(y)", "x = y", ["x >= 0", "y >= 0"]), ("x^2 = y^2", "x = y", ["x > 0", "y > 0"]),
    ] as [(String, String, [String])])
  func whatHasTheSameSolutionsIsNotRefusedFor(_ first: String, _ next: String, _ assumptions: [String]) throws
  {
    if case .different(let point) = try follows(first, next, assumptions) { Issue.record("\(point)") }
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
