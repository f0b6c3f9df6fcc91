import Expressions
import Testing

/// Compiled formulas against the evaluator: values, and derivatives by its dual numbers.
@Suite struct RowFormulaTests {
  static let scope = DictionaryScope([
    "v": .vector([1, 2, 3]),
    "W": (try? Expression.parse("[[1, 2], [3, 4]]").evaluate(in: DictionaryScope())) ?? .number(.nan),
    "k": .number(2), "r": .record(Record([("a", .number(3)), ("b", .number(5))])),
    "yes": .boolean(true),
    "curve": .record(
      Record([
        (
          "predict",
          .function(
            Function(
              parameters: ["t"], formula: "c * exp(-t) + twice(t)",
              constants: Record([
                ("c", .number(2)), ("twice", .function(Function(parameters: ["u"], formula: "2u"))),
              ])))
        )
      ])),
  ])

  /// Formulas of the column x, the coefficients a, b, c, and the scope above.
  static let formulas = [
    // The kinds of NIST's problems.
    "a*(1 - exp(-b*x))", "a*(1 - (1 + b*x/2)^(-2))", "a*b*x/(1 + b*x)", "a*x^b", "exp(-a*x)/(b + c*x)",
    "a*exp(-(x - b)^2/c^2)", "a*(x^2 + x*b)/(x^2 + x*c + a)", "a/(1 + exp(b - c*x))^(1/a)",
    "a - b*x - atan(c/(x - 4))/pi", "a*(b + x)^(-1/c)", "a - b*x*exp(-c*x)",
    "a + b*cos(2*pi*x/12) + c*sin(2*pi*x/12)", "a*exp(b/(x + c))",
    // Laws of scaling.
    "c + a/x^0.34 + b/(2x)^0.28", "logsumexp([c, log(a) - b*log(x), 1 - a*x])", "logsumexp(a, b*x)",
    // Operators and powers.
    "x", "a", "3", "-a^2", "2^x", "2^(b*x)", "x^2*a^3", "a^-1", "sqrt(a) + a^0.5", "a^0", "a/b/x", "x - x*a",
    "a^b", "(a*x)^k", "2a*(b + x)", "b*r.a + r_2*x", "a*pi + e*b",
    // Functions of one number.
    "exp(a) + expm1(b*x)", "log(a) + ln(b*x) + log10(x*c) + log2(c)", "log1p(a*x)", "log1p(1e-18*a)",
    "sqrt(a*x)", "sin(a*x) + cos(b*x)", "tan(a*x/4)", "asin(a/10) + acos(b*x/10)", "atan(a*x)",
    "atan2(a*x, b)", "atan2(x, b) + atan2(c, x)", "sinh(a) + cosh(b*x/4)", "tanh(a*x)", "tanh(30*a*x)",
    "abs(a - 2x)", "sign(a - x)*b", "floor(3a)*b + ceil(x*a)", "round(a*x)*c + round(b, 2)",
    "relu(a - x)*b", "sigmoid(a*x) + sigmoid(-50*a)", "softplus(a*x - b) + softplus(-40*c)",
    // Several entries.
    "sum([a, b*x, c])", "sum(a*v)", "sum(a, 1e16, x, -1e16)", "product([a, x, b])", "mean(a, b, x)",
    "var([a, b*x, 1])", "std([a, b*x, 1, c])", "max(a, b*x, c)", "min(a, b*x, 1)", "argmax(a, b*x)*c",
    "argmin([a, b*x, x])*c", "softmax([a, b*x, c])_2", "softmax(a, 800 + b)_1", "entropy(softmax(a, b*x))",
    "norm(a, b*x, 3)", "dot([a, b], [x, c])", "dot(v, [a, b, x])", "dot(W, [a, x])_1", "dot([a, x], W)_2",
    "dot(W, [[a, b], [x, c]])_{2,1}", "transpose([[a, b], [x, c]])_{1,2}", "cumsum([a, b, x])_2",
    "length([a, b])*c", "last([a, b*x])", "last([[a, b], [x, c]])_2", "linspace(a, b*x, 5)_4", "v_{k}*a",
    "[a, b*x]_{1 + 1}*c", "(a*[[1, 2], [x, 4]])_2_1",
    // Conditions.
    "if(x < 1.5, a*x, b)", "if(a < b, a, b*x)", "if(x < 1 or x > 2 and a < 3, a, c)", "if(yes, a, log(-1))",
    "if(not (0.5 < x < 1.5), a, b)", "if(x == 1, a, b)", "if(x != 1, a, b)",
    "if(x > 1, [a, b], [b, c])_1", "if(if(x > 1, a < b, b < c), a, b)", "if(a < b or x > 1, a, c)",
    "if(x > 1, sqrt(x - 1), 0)*a",
    // Functions of a lesson.
    "a*curve.predict(b*x)", "curve.predict(x)*b",
  ]

  @Test(arguments: formulas)
  func aCompiledFormulaAgreesWithTheEvaluator(_ text: String) throws {
    let formula = try check(text, columns: [("x", Self.places)], scope: Self.scope)
    #expect(formula.isCompiled, "\(text) was not compiled")
  }

  /// What the compiler leaves to the evaluator has the same interface.
  @Test(arguments: [
    "d(a*x^2, x)", "logspace(a, 2, 4)_2*x", "v_{if(x < 1.5, 1, 2)}*a", "a*length(\"text\" == \"text\")",
    "sum(if([a, x] <= [1, x], a, x))", "x*sum(if([1, 2] > 1, a, 0))",
    "sum(if([a, x] <= [1, x], a, x))", "x*sum(if([1, 2] > 1, a, 0))",
  ])
  func whatIsNotCompiledIsEvaluated(_ text: String) throws {
    let expression = try Expression.parse(text)
    let formula = RowFormula(
      expression, columns: [("x", Self.places)], coefficients: ["a"], in: Self.scope)
    #expect(!formula.isCompiled && !formula.isLinear)
    try check(text, columns: [("x", Self.places)], scope: Self.scope)
  }

  static let places = [0.25, 0.5, 1, 1.25, 2, 2.5, 3.75]

  /// Compares with the evaluator at several points; counts that something was compared.
  @discardableResult
  private func check(
    _ text: String, columns: [(name: String, numbers: [Double])], scope: DictionaryScope
  ) throws -> RowFormula {
    let expression = try Expression.parse(text)
    let names = ["a", "b", "c"]
    let formula = RowFormula(expression, columns: columns, coefficients: names, in: scope)
    for point in [[0.7, 1.3, 2.1], [1.9, 0.45, 0.8], [3.2, 2.2, 1.1]] {
      let (values, derivatives) = formula.valuesAndDerivatives(at: point)
      #expect(formula.values(at: point).map(\.bitPattern) == values.map(\.bitPattern))
      for row in 0..<formula.rows {
        var inner = scope
        for column in columns { inner.values[column.name] = .number(column.numbers[row]) }
        for (name, number) in zip(names, point) { inner.values[name] = .number(number) }
        for (index, name) in names.enumerated() {
          let expected = try? expression.evaluate(in: inner, along: [name: .number(1)])
          expectNumber(values[row], expected?.value, within: 1e-13, "\(text) at \(point), row \(row)")
          expectNumber(
            derivatives[index * formula.rows + row], expected?.tangent, within: 1e-12,
            "d/d\(name) \(text) at \(point), row \(row)")
        }
      }
    }
    return formula
  }

  /// Holds a number to an expected one, to a part of the larger of 1 and its size; a mistake is expected to be NaN.
  private func expectNumber(_ found: Double, _ expected: Value?, within tolerance: Double, _ what: String) {
    guard case .number(let number)? = expected else {
      #expect(expected == nil && !found.isFinite, "\(what): \(found), a mistake was expected")
      return
    }
    #expect(abs(found - number) <= tolerance * max(1, abs(number)), "\(what): \(found), not \(number)")
  }
}
