import Expressions
import Testing

/// What is said of no point at all is not said: neither where nothing has a value nor under contradictory assumptions.
@Suite struct GroundTests {
  @Test(arguments: [
    Step("log(-1 - x^2)", "log(-1 - x^2)"), Step("1/(x - x)", "1/(x - x)"), Step("1/0", "1/0"),
    Step("asin(2)", "asin(2)"), Step("log(0)*x", "x*log(0)"),
    Step("sqrt(-1 - x^2) + x", "x + sqrt(-1 - x^2)"), Step("sqrt(-x)", "sqrt(-x)", "x > 0"),
  ])
  func formulasWithoutValuesAreNotEqual(_ step: Step) throws {
    try expectUndecided(step, "no point was found at which both sides have a value")
  }

  @Test(arguments: [
    Step("x", "k", "x == k and x == k + 1"), Step("x", "2", "x == 2 and x == 3"),
    Step("x", "2", "x == 2", "x == 3"), Step("x", "2", "x == 2 and x > 3"),
    Step("x", "k", "x == k and x > k"),
    Step("x + x", "2x", "x > 0 and x < 0"), Step("x + x", "2x", "x == log(-1)"),
    Step("y_1 + y_2 + y_3", "1", "sum(y) == 1 and sum(y) == 2"),
    Step("y_1 + y_2 + y_3", "-1", "y > 0 and sum(y) == -1"),
    Step("x + x", "2x", "x^2 == -1"), Step("x^3", "x + 1", "x^3 == x + 1", "x < 0"),
    Step("x^2", "-exp(x)", "x^2 == -exp(x)"),
  ])
  func nothingFollowsFromContradictions(_ step: Step) throws {
    try expectUndecided(step, "no point was found at which the assumptions hold")
  }

  @Test(arguments: [
    Step("d(log(x), x)", "d(log(-x), x)"), Step("d(log(-x), x)", "1/x", "x > 0"),
    Step("d(log(-1 - x^2), x)", "2x/(1 + x^2)"), Step("d(log(log(-x^2)), x)", "2/(x*log(-x^2))"),
  ])
  func derivativesOfWhatHasNoValuesAreNotEqual(_ step: Step) throws {
    try expectUndecided(step, "what is differentiated has a value")
  }

  @Test(arguments: [
    // Far and narrow domains, roots that no decimal fraction is, and values beyond the range of numbers.
    Step("log(x - 1234567)", "log(x - 1234567) + 0"), Step("sqrt(x - a - 500)", "sqrt(-500 + x - a)"),
    Step("sqrt(0.001 - abs(x - 77.5))", "sqrt(0.001 - abs(x - 77.5))"),
    Step("x + x", "2x", "x > 3", "x < 3.0001"), Step("x + x", "2x", "x - a > 20000", "a > 5"),
    Step("x^3 + 1", "x + 2", "x^3 == x + 1"), Step("x + x", "2x", "x^3 == x + 1"),
    Step("x + x", "2x", "(x^2 - 2)^2 == 0"), Step("exp(exp(exp(20 + x^2)))", "exp(exp(exp(20 + x^2)))"),
    Step("sum(y) + x", "1 + x", "sum(y) == 1", "y > 0"), Step("asin(x/1000)", "asin(x/1000)"),
  ])
  func whatHasValuesSomewhereIsProved(_ step: Step) throws {
    let result = try step.decide()
    #expect(result == .proved, "\(result)")
  }

  private func expectUndecided(_ step: Step, _ expected: String) throws {
    guard case .undecided(let reason, let help) = try step.decide() else {
      Issue.record("\(try step.decide())")
      return
    }
    #expect(reason.contains(expected), "\(reason)")
    #expect(!help.isEmpty)
  }
}

/// Derivatives in chains: from the line of a derivative on, only points count at which its function has a value.
@Suite struct ChainedDerivativeTests {
  @Test(arguments: [
    ["d(log(x), x)", "1/x"], ["d(log(x), x)", "1/x", "x/x^2"], ["d(log(x), x)", "1/x", "1/abs(x)"],
    ["x^2", "d(x^3/3, x)"], ["2*sqrt(x)/x", "2*d(2*sqrt(x), x)"], ["log(x)/x", "d(log(x)^2/2, x)"],
    ["d(log(x), x)", "1/x", "d(log(2x), x)"],
  ])
  func chainsHold(_ lines: [String]) throws {
    let results = try results(lines)
    let verdicts = results.map(\.holds)
    #expect(!verdicts.contains(false), "\(results)")
  }

  @Test(arguments: [
    ["d(log(x), x)", "1/x", "d(log(-x), x)"], ["1/x", "d(log(-x), x)"], ["1/x", "d(log(x), x)"],
    ["d(log(x), x)", "d(log(-x), x)"], ["d(log(x), x)", "1/x", "x/x^2", "d(log(-x), x)"],
  ])
  func domainsAreNotForgotten(_ lines: [String]) throws {
    let results = try results(lines)
    let verdicts = results.map(\.holds)
    #expect(verdicts.firstIndex(of: false) == verdicts.count - 1, "\(results)")
  }

  @Test func equationsDoNotForgetThemEither() throws {
    let first = try Equation(parsing: "d(log(x), x) = 1/x")
    let multiple = try Equality.decide(that: try Equation(parsing: "2d(log(x), x) = 2/x"), follows: first)
    #expect(multiple.holds, "\(multiple)")
    let other = try Equality.decide(that: try Equation(parsing: "1/x = d(log(-x), x)"), follows: first)
    #expect(!other.holds, "\(other)")
  }

  private func results(_ lines: [String]) throws -> [Equality] {
    let chain = try lines.map { try Expression.parse($0) }
    return try chain.indices.dropFirst().map { index in
      try Equality.decide(chain[index], continues: Array(chain[..<index]))
    }
  }
}
