import Expressions
import Testing

@Suite struct DerivativeTests {
  /// Checks a derivative by x against the central difference (f(x + h) − f(x − h)) / 2h at seeded points.
  ///
  /// With h = 10⁻⁵ the difference is off by about h² f'''/6 and by rounding of 10⁻¹¹ f, so 10⁻⁷ of the larger of 1,
  /// the value and the slope allows for both.
  private func check(_ text: String, from low: Double = 0.1, to high: Double = 0.9) throws {
    let formula = try Expression.parse(text)
    let derivative = try Expression.parse("d(\(text), x)")
    var random = SeededRandom(seed: 42)
    let h = 1e-5
    func value(_ expression: Expression, _ x: Double) throws -> Double {
      var scope = lesson
      scope.values["x"] = .number(x)
      guard case .number(let number) = try expression.evaluate(in: scope) else { throw NoNumber() }
      return number
    }
    for _ in 0..<5 {
      let x = Double.random(in: low...high, using: &random)
      let difference = (try value(formula, x + h) - value(formula, x - h)) / (2 * h)
      let slope = try value(derivative, x)
      let size = max(1, max(abs(slope), abs(try value(formula, x))))
      #expect(abs(slope - difference) <= 1e-7 * size, "d(\(text), x) at \(x): \(slope), \(difference)")
    }
  }

  struct NoNumber: Error {}

  /// For each function an expression in x; the test below sees that none is left out.
  static let formulas: [String: String] = [
    "exp": "exp(2x)", "expm1": "expm1(x)", "log": "log(x)", "ln": "ln(x)", "log10": "log10(x)",
    "log2": "log2(x)",
    "log1p": "log1p(x)", "sqrt": "sqrt(x)", "sin": "sin(3x)", "cos": "cos(x)", "tan": "tan(x)",
    "asin": "asin(x)",
    "acos": "acos(x)", "atan": "atan(x)", "atan2": "atan2(x, 1 - x)", "sinh": "sinh(x)", "cosh": "cosh(x)",
    "tanh": "tanh(x)", "abs": "abs(x - 2)", "sign": "x*sign(x - 2)", "floor": "x*floor(x)",
    "ceil": "x*ceil(x)",
    "round": "x + round(x, 0)*0", "sum": "sum(x*v)", "product": "product(x + v)", "mean": "mean([x, 2, x^2])",
    "var": "var([x, 1, 4])", "std": "std([x, 1, 4])", "max": "max(x, x^2, -1)", "min": "min(x, x^2, 3)",
    "argmax": "x*argmax(x, 2)", "argmin": "x*argmin(x, 2)", "relu": "relu(x)",
    "softmax": "softmax(x, 2x, 1)_2",
    "logsumexp": "logsumexp(x, 2x, 1)", "entropy": "entropy(softmax(x, 1))", "sigmoid": "sigmoid(x)",
    "softplus": "softplus(x)", "norm": "norm(x, 2, x^2)", "dot": "dot(W, x*v)_2",
    "transpose": "transpose(x*W)_{3,2}",
    "length": "x*length(v)", "last": "last(x*v)", "cumsum": "cumsum(x*v)_2",
    "linspace": "linspace(x, 3, 7)_3",
    "logspace": "logspace(x, 3, 7)_3", "if": "if(x < 2, x^3, 0)", "count": "x*count(x < 2)", "d": "d(x^3, x)",
  ]

  @Test(arguments: FunctionSummary.all)
  func everyFunctionIsDifferentiatedExactly(_ function: FunctionSummary) throws {
    try check(try #require(Self.formulas[function.name], "no formula for \(function.name)"))
  }

  @Test(arguments: [
    "x^3", "2^x", "x^x", "1/x", "x/(1+x)", "-x", "x - x^2", "2(x+1)(x-1)", "[x, x^2]_2", "f.predict(x)^2",
    "x^2*x^0.5",
    "exp(-x^2/2)/sqrt(2pi)", "dot([x, 1], [x, x])", "sum(dot(W, transpose(W))*x)",
  ])
  func operatorsAreDifferentiatedExactly(_ text: String) throws {
    try check(text)
  }

  @Test func derivativesByVectorsAreGradientsAndMatrices() throws {
    // By hand: ∂Σv²/∂v = 2v; softmax's slope is p(1 − p) on the diagonal.
    #expect(try value(of: "d(sum(v^2), v)") == .vector([2, 4, 6]))
    #expect(try value(of: "d(v^2, v)_{2,2}") == .number(4))
    #expect(try value(of: "d(v^2, v)_{1,2}") == .number(0))
    #expect(try value(of: "d(dot(W, v), v) == W") == .boolean(true))
    #expect(try value(of: "d(x*v, x)") == .vector([1, 2, 3]))
    #expect(try value(of: "d(sum(v^2), v_2)") == .number(4))
    #expect(try value(of: "d(sum(W^2), W_{2,3})") == .number(12))
    #expect(try value(of: "d(sum(close.p^2), close.p.Paris)") == .number(1))
    #expect(try value(of: "d(sum(close.p^2), close.p)") == .vector([0.5, 1, 0.5]))
    #expect(try value(of: "d(n.m_2^2, n.m_2)") == .number(18))
    #expect(try value(of: "d(m_2^2, m_2)") == .number(14))
  }

  @Test func derivativesLookThroughDefinitions() throws {
    // L = −log softmax(h)₂, so ∂L/∂h₂ = p₂ − 1; p₂ as mpmath gives it to 30 digits.
    let scope = DictionaryScope(
      ["h": .vector([1, 2, 1]), "p": .vector([0, 0, 0]), "L": .number(0)],
      formulas: ["p": try Expression.parse("softmax(h)"), "L": try Expression.parse("-log(p_2)")])
    guard case .number(let slope) = try Expression.parse("d(L, h_2)").evaluate(in: scope) else {
      Issue.record("no number")
      return
    }
    #expect(abs(slope - (0.57611688476582911 - 1)) < 1e-15)
  }

  @Test func mistakesInDefinitionsAreReportedAtTheName() throws {
    let scope = DictionaryScope(
      ["h": .number(0), "L": .number(0)], formulas: ["L": try Expression.parse("1 + log(h)")])
    do {
      _ = try Expression.parse("2 * d(L, h)").evaluate(in: scope)
      Issue.record("no mistake")
    } catch {
      #expect(error.range == 6..<7)
      #expect(error.message == "in the definition of L, log(0) has no finite value")
    }
  }

  @Test func derivativesThatDoNotDependOnAnUnknownHaveAValue() throws {
    #expect(try value(of: "d(8y, y)") == .number(8))
    #expect(try value(of: "d(d(y^2, y), y)") == .number(2))
    #expect(try value(of: "d(d(d(x^4, x), x), x)") == .number(48))
    #expect(mistake(in: "d(d(d(d(x^4, x), x), x), x)")?.message.contains("3 deep") == true)
  }

  @Test func tangentsFollowDirections() throws {
    let scope = DictionaryScope(["b": .number(2), "x": .vector([1, 2])])
    let moved = try Expression.parse("exp(b) + b*x").evaluate(in: scope, along: ["b": .number(1)])
    // The derivative by b is eᵇ + x; e² from mpmath to 30 digits.
    #expect(moved.tangent == .vector([7.38905609893065 + 1, 7.38905609893065 + 2]))
    #expect(try Expression.parse("\"a\"").evaluate(in: scope, along: [:]).tangent == nil)
  }
}
