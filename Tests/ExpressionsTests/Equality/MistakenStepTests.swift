import Expressions
import Testing

@Suite struct MistakenStepTests {
  static let mistakes = [
    Step("(a + b)^2", "a^2 + b^2"), Step("sqrt(a^2 + b^2)", "a + b"), Step("1/(a + b)", "1/a + 1/b"),
    Step("sqrt(x^2)", "x"), Step("sqrt(x)^2", "x"), Step("log(x^2)", "2log(x)"),
    Step("log(a + b)", "log(a) + log(b)"),
    Step("log(a*b)", "log(a) + log(b)"), Step("exp(a + b)", "exp(a) + exp(b)"), Step("exp(log(x))", "x"),
    Step("(a*b)^n", "a*b^n"), Step("2^x*2^x", "2^(x^2)"), Step("-x^2", "(-x)^2"), Step("x^3", "x^3.0001"),
    Step("a - (b - c)", "a - b - c"), Step("(x^2 + 1)/x", "x + 1"), Step("abs(a + b)", "abs(a) + abs(b)"),
    Step("floor(x) + 1", "ceil(x)"), Step("max(x, 0)", "x"), Step("atan(x) + atan(1/x)", "pi/2"),
    Step("sin(2x)", "2sin(x)"), Step("sin(x)^2", "sin(x^2)"), Step("cos(x)", "sqrt(1 - sin(x)^2)"),
    Step("asin(sin(x))", "x"), Step("x^(1/3)*x^(1/3)", "x^(2/3 + 0.01)"), Step("abs(x)", "x"),
    Step("if(x > 1000000, 1, 0)", "0"), Step("x*abs(x)", "x^2"), Step("1e-30*x", "0"), Step("x", "x + 1e-15"),
    // Derivatives.
    Step("d(x^3, x)", "3x^3"), Step("d(exp(2x), x)", "exp(2x)"), Step("d(1/x, x)", "1/x^2"),
    Step("d(log(2x), x)", "1/(2x)"), Step("d(x*exp(x), x)", "exp(x)"), Step("d(cos(x), x)", "sin(x)"),
    Step("d(tanh(x), x)", "1 - tanh(x)"), Step("d(sigmoid(x), x)", "sigmoid(x)*(1 + sigmoid(x))"),
    Step("d(x^x, x)", "x*x^(x - 1)"), Step("d(sqrt(x), x)", "1/sqrt(x)"), Step("d(a^x, x)", "x*a^(x - 1)"),
    // Networks.
    Step("-log(softmax(h)_2)", "h_2 - logsumexp(h)"), Step("d(-log(softmax(h)_2), h_2)", "softmax(h)_2"),
    Step("d(-log(softmax(h)_2), h)", "softmax(h)"), Step("d(-sum(y*log(softmax(h))), h)", "softmax(h) - y"),
    Step("softmax(2h)", "softmax(h)"), Step("sigmoid(-x)", "-sigmoid(x)"),
    Step("logsumexp(h)", "sum(exp(h))"),
    Step("var(h)", "mean(h^2) - mean(h)^2"), Step("norm(h)", "sum(h)"), Step("mean(h)^2", "mean(h^2)"),
    Step("sigmoid(x)", "exp(-x)/(1 + exp(-x))"), Step("softmax(h)", "exp(h)/3"),
    Step("log(softmax(h))", "h", "sum(h) == 0"),
  ]

  /// The counterexample is checked with the evaluator, which shares nothing with the decision.
  @Test(arguments: all)
  func mistakesHaveACounterexample(_ step: Step) throws {
    guard case .different(let counterexample) = try step.decide() else {
      Issue.record("\(try step.decide())")
      return
    }
    let scope = scope(at: counterexample.point)
    let left = value(of: step.left, counterexample.entry, in: scope)
    let right = value(of: step.right, counterexample.entry, in: scope)
    for (found, told) in [(left, counterexample.left), (right, counterexample.right)] {
      guard let told else {
        #expect(found == nil, "\(counterexample.description)")
        continue
      }
      let number = try #require(found, "\(counterexample.description)")
      #expect(abs(number - told) <= 1e-9 * max(1, abs(told)), "\(counterexample.description)")
    }
    #expect(counterexample.left != nil || counterexample.right != nil)
    #expect(counterexample.left != counterexample.right || abs(counterexample.left ?? 0) > 1e15)
    for condition in step.assumptions {
      #expect(try Expression.parse(condition).evaluate(in: scope) == .boolean(true))
    }
  }

  private func scope(at point: Record) -> DictionaryScope {
    var scope = DictionaryScope([
      "h": .vector([0, 0, 0]), "y": .vector([0, 0, 0]), "w": .vector([0, 0, 0]),
    ])
    // A counterexample names what the values depend on; what cancels may be anything.
    for name in ["a", "b", "c", "D", "N", "x"] { scope.values[name] = .number(1.5) }
    for (name, value) in point.entries { scope.values[name] = value }
    return scope
  }

  private func value(of text: String, _ entry: Int?, in scope: DictionaryScope) -> Double? {
    switch try? Expression.parse(text).evaluate(in: scope) {
    case .number(let number)?: number
    case .vector(let entries)?: entries[(entry ?? 1) - 1]
    default: nil
    }
  }

  @Test func counterexamplesAreSimpleNumbers() throws {
    func told(_ left: String, _ right: String) throws -> String {
      guard case .different(let counterexample) = try Equality.decide(left, right, variables: ["h": 3]) else {
        return "equal"
      }
      return counterexample.description
    }
    #expect(try told("(a + b)^2", "a^2 + b^2") == "at a = 2, b = 3, the left is 25 and the right is 13")
    #expect(try told("sqrt(x^2)", "x") == "at x = −1, the left is 1 and the right is −1")
    #expect(try told("log(x^2)", "2log(x)") == "at x = −1, the left is 0 and the right has no value")
    #expect(try told("[x, 2]", "[x, 3]") == "entry 2 of the left is 2 and entry 2 of the right is 3")
    #expect(try told("h_1", "h_2") == "at h = (2, 3, 0), the left is 2 and the right is 3")
  }
}
