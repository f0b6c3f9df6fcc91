import Expressions
import Testing

@Suite struct SymbolicDerivativeTests {
  @Test(arguments: [
    ("x^3 + 2x^2 - x", "x", "3x^2 + 4x - 1"), ("x^n", "x", "n*x^(n - 1)"), ("x*log(x)", "x", "log(x) + 1"),
    ("log(x)/x", "x", "(1 - log(x))/x^2"), ("x/(1 + x)", "x", "1/(x + 1)^2"),
    ("sqrt(x)", "x", "1/(2sqrt(x))"),
    ("sqrt(1 + x^2)", "x", "x/sqrt(x^2 + 1)"), ("1/x", "x", "-1/x^2"), ("2^x", "x", "2^x*log(2)"),
    ("x^x", "x", "x^x*(log(x) + 1)"), ("exp(-x^2/2)", "x", "-x*exp(-x^2/2)"),
    ("(2x + 1)^50", "x", "100(2x + 1)^49"),
    ("(a + b + c + d)^50", "a", "50(a + b + c + d)^49"), ("3", "x", "0"), ("a", "x", "0"),
    ("log10(x)", "x", "1/(x*log(10))"), ("asin(x)", "x", "1/sqrt(1 - x^2)"), ("tan(x)", "x", "tan(x)^2 + 1"),
    // Neural networks.
    ("-log(softmax(h)_2)", "h_2", "softmax(h)_2 - 1"), ("-log(softmax(h)_2)", "h_1", "softmax(h)_1"),
    ("-log(softmax(h)_2)", "h", "softmax(h) - [0, 1, 0]"), ("logsumexp(h)", "h_1", "softmax(h)_1"),
    ("logsumexp(h)", "h", "softmax(h)"), ("logsumexp(h) - h_2", "h_2", "softmax(h)_2 - 1"),
    ("sigmoid(x)", "x", "sigmoid(x)*(1 - sigmoid(x))"), ("tanh(x)", "x", "1 - tanh(x)^2"),
    ("softplus(x)", "x", "sigmoid(x)"), ("relu(x)", "x", "if(x > 0, 1, 0)"),
    ("-a*log(sigmoid(x)) - (1 - a)*log(1 - sigmoid(x))", "x", "sigmoid(x) - a"),
    ("softmax(h)_1", "h_2", "-softmax(h)_1*softmax(h)_2"),
    ("softmax(h)_1", "h_1", "softmax(h)_1*(1 - softmax(h)_1)"),
    ("logsumexp(h/x)", "h_1", "softmax(h/x)_1/x"), ("0.5(x - a)^2", "x", "x - a"),
    ("tanh(a*x + b)", "x", "a*(1 - tanh(a*x + b)^2)"), ("entropy(h)", "h_1", "-log(h_1) - 1"),
    // Vectors.
    ("sum(h^2)", "h", "2h"), ("dot(w, h)", "h", "w"), ("norm(h)", "h_1", "h_1/norm(h)"),
    ("norm(h)", "h", "h/norm(h)"),
    ("mean(h)", "h_2", "1/3"), ("mean(h^2)", "h_1", "2h_1/3"), ("var(h)", "h_1", "(2h_1 - h_2 - h_3)/3"),
    ("[x, x^2]", "x", "[1, 2x]"), ("h_1*h_2", "h", "[h_2, h_1, 0]"), ("max(x, 3)", "x", "if(x > 3, 1, 0)"),
    ("if(x > 0, x^2, 0)", "x", "if(x > 0, 2x, 0)"), ("abs(x)", "x", "sign(x)"), ("d(x^3, x)", "x", "6x"),
    ("[2h_1, h_2^2]", "h", "[[2, 0, 0], [0, 2h_2, 0]]"),
  ])
  func derivativesReadAsInABook(_ text: String, _ variable: String, _ derivative: String) throws {
    let setting = AlgebraSetting(variables: ["h": 3, "w": 3])
    #expect(try Expression.parse(text).differentiated(by: variable, in: setting).description == derivative)
  }

  /// For each function a formula in x and h whose derivative by x algebra finds.
  static let formulas: [String: String] = [
    "exp": "exp(2x)", "expm1": "expm1(x)", "log": "log(x)", "ln": "ln(x)", "log10": "log10(x)",
    "log2": "log2(x)",
    "log1p": "log1p(x)", "sqrt": "sqrt(x)", "sin": "sin(3x)", "cos": "cos(x)", "tan": "tan(x)",
    "asin": "asin(x)",
    "acos": "acos(x)", "atan": "atan(x)", "atan2": "atan2(x, 1 - x)", "sinh": "sinh(x)", "cosh": "cosh(x)",
    "tanh": "tanh(x)", "abs": "abs(x - 2)", "sign": "x*sign(x - 2)", "sum": "sum(x*h)",
    "product": "product(x + h)",
    "mean": "mean([x, 2, x^2])", "var": "var([x, 1, 4])", "std": "std([x, 1, 4])", "max": "max(x, x^2, -1)",
    "min": "min(x, x^2, 3)", "relu": "relu(x)", "softmax": "softmax(x, 2x, 1)_2",
    "logsumexp": "logsumexp(x, 2x, 1)", "entropy": "entropy(softmax(x, 1))", "sigmoid": "sigmoid(x)",
    "softplus": "softplus(x)", "norm": "norm(x, 2, x^2)", "dot": "dot([[x, 1, 2], [x^2, x, 3]], h)_2",
    "transpose": "transpose([[x, x^2], [1, x^3]])_{2,2}", "length": "x*length(h)", "last": "last(x*h)",
    "cumsum": "cumsum(x*h)_2", "if": "if(x < 0.5, x^3, x^2)", "d": "d(x^3, x)",
  ]

  /// Functions that algebra refuses where they depend on the variable, with the reason.
  static let refused: [String: String] = [
    "floor": "steps", "ceil": "steps", "round": "steps", "argmax": "steps", "argmin": "steps",
    "count": "algebra knows no function",
    "linspace": "no place in algebra", "logspace": "no place in algebra",
  ]

  /// Against the dual numbers of the evaluator, which share no rule with algebra; both are exact up to rounding.
  @Test(arguments: FunctionSummary.all)
  func everyFunctionHasTheDerivativeThatDualNumbersGive(_ function: FunctionSummary) throws {
    guard let text = Self.formulas[function.name] else {
      let reason = try #require(Self.refused[function.name], "\(function.name) is in neither table")
      let arguments = function.arity.lowerBound == 3 ? "x, 3, 7" : "2x"
      do {
        let result = try Expression.parse("1 + \(function.name)(\(arguments))").differentiated(by: "x")
        Issue.record("\(function.name) has the derivative \(result)")
      } catch {
        #expect(error.message.contains(reason), "\(error.message)")
        #expect(error.range.lowerBound == 4)
      }
      return
    }
    let setting = AlgebraSetting(variables: ["h": 3])
    let derivative = try Expression.parse(text).differentiated(by: "x", in: setting)
    let expected = try Expression.parse("d(\(text), x)")
    var random = SeededRandom(seed: 3)
    for _ in 0..<8 {
      let h = (0..<3).map { _ in Double.random(in: 0.5...2, using: &random) }
      let x = Double.random(in: 0.1...0.9, using: &random)
      let scope = DictionaryScope(["x": .number(x), "h": .vector(h)])
      guard case .number(let slope) = try derivative.evaluate(in: scope),
        case .number(let dual) = try expected.evaluate(in: scope)
      else {
        Issue.record("no number")
        continue
      }
      #expect(
        abs(slope - dual) <= 1e-11 * max(1, abs(dual)), "d(\(text)) is \(derivative): \(slope), \(dual)")
    }
  }

  @Test func randomFormulasHaveTheSlopeOfDualNumbers() throws {
    var formulas = RandomFormulas(seed: 21)
    var random = SeededRandom(seed: 22)
    var compared = 0
    for _ in 0..<300 {
      let text = formulas.next()
      let derivative = try Expression.parse(text).differentiated(by: "x", in: unknowns)
      let scope = DictionaryScope([
        "x": .number(Double.random(in: 0.5...2, using: &random)), "h": .vector([0.3, 1.2, 0.7]),
        "t": .number(Double.random(in: 0.5...2, using: &random)),
      ])
      guard case .number(let dual)? = try? Expression.parse("d(\(text), x)").evaluate(in: scope),
        dual.magnitude < 1e4
      else { continue }
      guard case .number(let slope)? = try? derivative.evaluate(in: scope) else { continue }
      #expect(abs(slope - dual) <= 1e-6 * max(1, abs(dual)), "d(\(text)) is \(derivative): \(slope), \(dual)")
      compared += 1
    }
    #expect(compared > 150)
  }

  @Test func gradientsComeInTheOrderAskedFor() throws {
    let gradient = try Expression.parse("x^2*h_1").gradient(
      by: ["x", "h"], in: AlgebraSetting(variables: ["h": 2]))
    #expect(gradient.map(\.variable) == ["x", "h"])
    #expect(gradient.map(\.derivative.description) == ["2h_1*x", "[x^2, 0]"])
  }

  @Test func whatIsNoNameHasNoDerivative() throws {
    #expect(throws: ExpressionError.self) { try Expression.parse("x").differentiated(by: "2x") }
    #expect(throws: ExpressionError.self) { try Expression.parse("x").differentiated(by: "pi") }
    #expect(throws: ExpressionError.self) {
      try Expression.parse("x").differentiated(by: "h_4", in: unknowns)
    }
  }
}
