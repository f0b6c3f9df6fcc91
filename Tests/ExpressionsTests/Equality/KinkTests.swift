import Expressions
import Testing

/// Steps that differ on a side of a kink which random points hardly reach.
@Suite struct KinkTests {
  @Test(arguments: [
    (10, "relu(min(h))", "0"), (64, "relu(min(h))", "0"), (11, "min(h)", "-relu(-min(h))"),
    (12, "relu(min(h) - 5)", "0"), (13, "relu(h_1 + h_2 + h_3)*relu(min(h))", "0"),
    (12, "max(min(h), 0)", "0"), (12, "max(h)", "max(max(h), -1)"), (10, "relu(-max(h) - 5)", "0"),
    (8, "sum(abs(h))", "abs(sum(h)) + sum(abs(h)) - abs(sum(h)) + relu(min(h))"),
    (7, "relu(h_7-h_6)*relu(h_6-h_5)*relu(h_5-h_4)*relu(h_4-h_3)*relu(h_3-h_2)*relu(h_2-h_1)", "0"),
    (1, "min(a, b, c, k, m, n, p, q, t, x)", "-relu(-min(a, b, c, k, m, n, p, q, t, x))"),
    (1, "relu(x-1000)*relu(1001-x)*relu(y-7)*relu(7.001-y)", "0"),
    (1, "relu(1-abs(x-1000))*relu(1-abs(y-2000))*relu(1-abs(z-3000))", "0"),
    (1, "relu(0.001-abs(x-y))*relu(0.001-abs(y-z))", "0"),
  ])
  func sidesOfManyUnknownsHaveACounterexample(_ count: Int, _ left: String, _ right: String) throws {
    let result = try Equality.decide(left, right, variables: ["h": count])
    guard case .different(let counterexample) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(counterexample.left != counterexample.right)
  }

  @Test(arguments: [
    "relu(1e-6 - abs(exp(x) + y - 3) - abs(x*y - 1.2))",
    "relu(1e-9 - abs(x - exp(y)) - abs(y - exp(z)))*relu(z - 1)*relu(1.0000001 - z)",
  ])
  func sidesThatWereNeverSeenAreUndecided(_ left: String) throws {
    guard case .undecided(let reason, _) = try Equality.decide(left, "0") else {
      Issue.record("\(try Equality.decide(left, "0"))")
      return
    }
    #expect(reason.contains("above 0"))
  }

  @Test(arguments: [
    ("max(h)", "-min(-h)"), ("relu(max(h))", "max(max(h), 0)"), ("max(relu(h))", "relu(max(h))"),
    ("relu(max(h) - mean(h))", "max(h) - mean(h)"), ("abs(logsumexp(h) - h_3)", "logsumexp(h) - h_3"),
    ("min(max(x, 0), 1)", "max(min(x, 1), 0)"), ("max(x, min(x, y))", "x"), ("relu(x)*sign(x)", "relu(x)"),
    ("max(x, 0)*max(-x, 0)", "0"), ("log(relu(x))*abs(x)", "log(x)*x"), ("relu(x)*abs(x)", "relu(x)^2"),
  ])
  func identitiesWithKinksHold(_ left: String, _ right: String) throws {
    let result = try Equality.decide(left, right, variables: ["h": 12])
    #expect(result.holds, "\(result)")
  }

  @Test func noSideIsSuggestedThatWasNotSeen() throws {
    let setting = AlgebraSetting(variables: ["h": 12])
    let suggestions = try Equality.suggestions(
      left: try Expression.parse("max(h)"), right: try Expression.parse("max(max(h), 0)"), in: setting)
    #expect(!suggestions.contains { $0.mended.description.contains("-1") }, "\(suggestions)")
  }
}
