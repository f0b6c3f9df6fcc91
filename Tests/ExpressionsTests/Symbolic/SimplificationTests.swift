import Expressions
import Testing

/// What the tests' formulas know: vectors of three entries, and numbers.
let unknowns = AlgebraSetting(variables: ["h": 3, "y": 3, "w": 3, "x": 1])

@Suite struct SimplificationTests {
  @Test(arguments: [
    // Like terms and powers.
    ("2x + 3x", "5x"), ("x - x", "0"), ("1*x + 0", "x"), ("x + x*a", "a*x + x"), ("x*x^2/x^5", "1/x^2"),
    ("x - -3", "x + 3"), ("x + -3a", "x - 3a"), ("(x + a)^2 - x^2 - a^2", "2a*x"), ("-(1 - x)", "x - 1"),
    ("-x*(1 - x)", "x*(x - 1)"), ("(x + 1)*(x - 1)", "x^2 - 1"), ("x^2 + 2x + 1", "(x + 1)^2"),
    ("2(x + 1)", "2(x + 1)"), ("3 - x", "3 - x"), ("-x^2 + 2x + 1", "1 + 2x - x^2"),
    ("1 + x + x^2", "x^2 + x + 1"), ("a*b*a", "a^2*b"), ("x^n*x", "x^(n + 1)"), ("-2x + 0x", "-2x"),
    // Fractions.
    ("x/2 + x/3", "5x/6"), ("x^-1", "1/x"), ("1/(1/x)", "x"), ("a/b/c", "a/(b*c)"), ("a/(b/c)", "a*c/b"),
    ("(x^2 - 1)/(x - 1)", "x + 1"), ("(a - b)/(b - a)", "-1"), ("x^2*a/(x*a^2)", "x/a"),
    ("1/x - 1/(x + 1)", "1/(x*(x + 1))"), ("0.1*x*2", "0.2x"), ("0.5x + x/3", "5x/6"),
    // Roots.
    ("sqrt(x^2)", "abs(x)"), ("sqrt(x)^2", "x"), ("x^0.5*x^0.5", "x"), ("sqrt(8)", "2sqrt(2)"),
    ("sqrt(12x^2)", "2sqrt(3)*abs(x)"), ("(x^3)^(1/3)", "x"), ("sqrt(2)*sqrt(2)", "2"),
    ("1/sqrt(2)", "1/sqrt(2)"),
    ("sqrt(2)*sqrt(pi)", "sqrt(2pi)"), ("x^(3/2)/x", "sqrt(x)"), ("abs(-2x)", "2abs(x)"), ("abs(x)^2", "x^2"),
    // Exponentials and logarithms.
    ("exp(x)*exp(a)", "exp(a + x)"), ("exp(x)^2", "exp(2x)"), ("log(exp(x))", "x"), ("exp(log(x))", "x"),
    ("exp(2log(x))", "x^2"), ("log(x) + log(a)", "log(a*x)"), ("log(x) - log(2)", "log(x/2)"),
    ("log(x^2)", "log(x^2)"), ("log(x^3)", "3log(x)"), ("log(1/x)", "-log(x)"), ("e*e", "exp(2)"), ("e", "e"),
    ("log(x*exp(a))", "a + log(x)"), ("1 + exp(-x)", "1 + exp(-x)"), ("2^x*2^x", "2^(2x)"),
    // Functions.
    ("sin(x)^2 + cos(x)^2", "1"), ("cos(-x)", "cos(x)"), ("sin(-x)", "-sin(x)"),
    ("max(1, 2, x)", "max(x, 2)"),
    ("max(x, x)", "x"), ("sigmoid(0)", "1/2"), ("floor(2.5)", "2"), ("log10(1000)", "3"),
    ("sign(-x)", "-sign(x)"), ("if(2 > 1, x, a)", "x"), ("if(x > 0, a, a)", "a"),
    // Vectors.
    ("sum(softmax(h))", "1"), ("sum(h)", "sum(h)"), ("mean(h)", "mean(h)"), ("dot(w, h)", "dot(h, w)"),
    ("h + h", "2h"), ("[x + x, 2]", "[2x, 2]"), ("softmax(h) - [0, 1, 0]", "softmax(h) - [0, 1, 0]"),
    ("h_2*h_10/h_10", "h_2"), ("length(h)*x", "3x"),
    // What has no value keeps none.
    ("1/0", "1/0"), ("0/0", "0/0"), ("log(0)", "log(0)"),
    // Numbers that are exact decimals for an author.
    ("0.1 + 0.2", "0.3"), ("1e300x", "1e+300x"), ("2^100", "2^100"),
  ])
  func formulasAreWrittenAsAPersonWould(_ text: String, _ simple: String) throws {
    let setting = AlgebraSetting(variables: ["h": text.contains("h_10") ? 10 : 3, "w": 3])
    let result = try Expression.parse(text).simplified(in: setting).expression
    #expect(result.description == simple)
    #expect(try result.simplified(in: setting).expression.description == simple, "simplified again")
  }

  @Test(arguments: [
    ("sqrt(x^2)", "x > 0", "x"), ("sqrt(x^2)", "x < 0", "-x"), ("log(x^2)", "x > 0", "2log(x)"),
    ("abs(1 - p)", "0 < p < 1", "1 - p"), ("sqrt(n^2)", "n >= 1", "n"), ("if(x > 0, 1, 2)", "x >= 1", "1"),
    ("relu(x)", "x <= 0", "0"), ("max(x, 0)", "x > 0", "max(x, 0)"), ("a + b + c", "a + b == 1", "c + 1"),
    ("softmax(h)_1*sum(y) - y_1", "sum(y) == 1", "softmax(h)_1 - y_1"),
  ])
  func assumptionsAllowMore(_ text: String, _ assumption: String, _ simple: String) throws {
    var setting = unknowns
    setting.assumptions = [try Expression.parse(assumption)]
    #expect(try Expression.parse(text).simplified(in: setting).expression.description == simple)
  }

  @Test(arguments: [
    ("x/x", ["x != 0"]), ("sqrt(x)^2", ["x >= 0"]), ("exp(log(x))", ["x > 0"]),
    ("(x^2 - 1)/(x - 1)", ["x != 1"]),
    ("1/x + 1/a", []), ("sqrt(x^2)", []), ("log(a) + log(x)", ["a > 0", "x > 0"]), ("0*log(x)", ["x > 0"]),
    ("exp(x)/exp(x)", []),
  ])
  func whatTheSimplerFormForgetsIsTold(_ text: String, _ conditions: [String]) throws {
    let told = try Expression.parse(text).simplified().conditions.map(\.description)
    #expect(told.sorted() == conditions)
  }

  @Test(arguments: [
    ("1 + \"a\"", 4, "text"), ("x + inf", 4, "inf"), ("h_4", 2, "3 entries"), ("h + [1, 2]", 0, "do not fit"),
    ("nosuch(x)", 0, "no function"), ("x.field", 2, "no fields"), ("1 + (x > 0)", 4, "condition"),
    ("if(1, 2, 3)", 3, "condition"), ("softmax(h)_{0}", 12, "0 was asked"),
    ("linspace(0, 1, 5)", 0, "linspace"),
  ])
  func whatHasNoAlgebraIsAMistakeAtItsPlace(_ text: String, _ offset: Int, _ part: String) throws {
    let expression = try Expression.parse(text)
    do {
      let result = try expression.simplified(in: unknowns)
      Issue.record("\(text) gave \(result.expression)")
    } catch {
      #expect(error.range.lowerBound == offset, "\(text): \(error)")
      #expect(error.message.contains(part), "\(error.message)")
    }
  }

  @Test func definitionsAreLookedThrough() throws {
    let setting = AlgebraSetting(
      variables: ["h": 3],
      definitions: ["p": try Expression.parse("softmax(h)"), "L": try Expression.parse("-log(p_2)")])
    #expect(
      try Expression.parse("d(L, h_2)").simplified(in: setting).expression.description == "softmax(h)_2 - 1")
    #expect(
      try Expression.parse("d(L, p_2)").simplified(in: setting).expression.description == "-1/softmax(h)_2")
  }

  @Test func definitionsInACircleAreAMistake() throws {
    let setting = AlgebraSetting(definitions: [
      "a": try Expression.parse("b + 1"), "b": try Expression.parse("a"),
    ])
    do {
      _ = try Expression.parse("2a").simplified(in: setting)
      Issue.record("no mistake")
    } catch {
      #expect(error.message.contains("circle"))
      #expect(error.range == 1..<2)
    }
  }
}
