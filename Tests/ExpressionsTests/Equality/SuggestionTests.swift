import Expressions
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    // A sign, a factor, a term.
    ("d(cos(x), x)", "sin(x)", "-sin(x)"), ("softmax(h)_2 - 1", "1 - softmax(h)_2", "softmax(h)_2 - 1"),
    ("d(x^2, x)", "x", "2x"), ("d(exp(2x), x)", "exp(2x)", "2*exp(2x)"),
    ("d(sqrt(x), x)", "1/sqrt(x)", "1/(2sqrt(x))"),
    ("d(1/x, x)", "1/x^2", "-1/x^2"), ("mean(h)", "sum(h)", "sum(h)/3"),
    ("d(0.5*(a - x)^2, x)", "a - x", "x - a"),
    ("d(-log(softmax(h)_2), h_2)", "softmax(h)_2", "softmax(h)_2 - 1"),
    ("(a + b)^2", "a^2 + b^2", "a^2 + b^2 + 2a*b"),
    ("d(x*exp(x), x)", "exp(x)", "exp(x)*(x + 1)"),
    // One number, operand or function.
    ("d(x^3, x)", "3x^3", "3x^2"), ("d(-log(softmax(h)_2), h_1)", "softmax(h)_2", "softmax(h)_1"),
    ("a/b", "b/a", "a/b"), ("d(tanh(x), x)", "1 - tanh(x)", "1 - tanh(x)^2"),
    ("d(sigmoid(x), x)", "sigmoid(x)*(1 + sigmoid(x))", "sigmoid(x)*(1 - sigmoid(x))"),
    ("norm(h)^2", "sum(h)", "sum(h^2)"), ("d(sin(x)^2, x)", "2sin(x)*sin(x)", "2cos(x)*sin(x)"),
    ("x^2*x^3", "x^6", "x^5"), ("(x/2)^2", "x^2/2", "x^2/4"), ("h/norm(h)", "h/norm(h)^2", "h/norm(h)"),
    // An absolute value.
    ("sqrt(x^2)", "x", "abs(x)"), ("log(x^2)", "2log(x)", "2log(abs(x))"), ("1/sqrt(x^2)", "1/x", "1/abs(x)"),
    ("sqrt((a - b)^2)", "a - b", "abs(a - b)"), ("norm(a*h)", "a*norm(h)", "abs(a)*norm(h)"),
    // Numbers and factors are taken together, like terms too.
    ("d((3x + 1)^4, x)", "4(3x + 1)^3", "12(3x + 1)^3"), ("d(x^4/4, x)", "x^3/4", "x^3"),
    ("dot(2h, 2w)", "2dot(h, w)", "4dot(h, w)"), ("d(a*x^2, x)", "x^2", "2a*x"),
    ("d(a*exp(-b*x), b)", "-b*a*exp(-b*x)", "-a*x*exp(-b*x)"), ("x^n*x", "x^(2n)", "x^(n + 1)"),
    ("(a + b)^2", "a^2 + a*b + b^2", "a^2 + 2a*b + b^2"),
    ("var(h)", "mean(h^2) - mean(h)^2", "3(mean(h^2) - mean(h)^2)/2"),
    // Derivatives, and vectors.
    ("d(exp(x^2), x)", "exp(2x)", "2x*exp(x^2)"), ("d(x*sin(x), x)", "cos(x)", "x*cos(x) + sin(x)"),
    ("d(norm(h)^2, h)", "h", "2h"), ("d(logsumexp(2h), h)", "softmax(2h)", "2softmax(2h)"),
    ("d(-log(softmax(h)_2), h)", "softmax(h)", "softmax(h) - [0, 1, 0]"),
  ])
  func aSmallChangeIsFound(_ left: String, _ right: String, _ mended: String) throws {
    let suggestions = try Equality.suggestions(
      left: try Expression.parse(left), right: try Expression.parse(right), in: unknowns)
    #expect(suggestions.first?.mended.description == mended)
    for suggestion in suggestions {
      #expect(try Equality.decide(try Expression.parse(left), suggestion.mended, in: unknowns).holds)
    }
  }

  @Test(arguments: [
    ("x + 1", "exp(x)"), ("logsumexp(h)", "sum(exp(h))"), ("log(a + b)", "sin(x)*h_1"),
    // Where the left would only be repeated.
    ("asin(sin(x))", "x"), ("max(x, 0)", "x"), ("pi", "22/7"), ("x*abs(x)", "x^2"), ("log(1 + x)", "x"),
    ("abs(x)", "x"), ("sum(softmax(h)^2)", "1"), ("logsumexp(h)", "max(h)"),
  ])
  func whereNothingSmallHelpsNothingIsSuggested(_ left: String, _ right: String) throws {
    let suggestions = try Equality.suggestions(
      left: try Expression.parse(left), right: try Expression.parse(right), in: unknowns)
    #expect(suggestions.isEmpty, "\(suggestions.map(\.mended.description))")
  }

  @Test(arguments: [
    ("sqrt(x^2)", "x", ["x > 0"]), ("log(x^2)", "2log(x)", ["x > 0"]), ("exp(log(x))", "x", ["x > 0"]),
    ("log(a*b)", "log(a) + log(b)", ["a > 0"]), ("(a*b)^n", "a^n*b^n", ["a > 0"]),
    ("sqrt(a/b)", "sqrt(a)/sqrt(b)", ["a > 0"]), ("atan(x) + atan(1/x)", "pi/2", ["x > 0"]),
    ("sqrt(a^2)*sqrt(b^2)", "a*b", ["a > 0", "b > 0"]), ("x^2", "x^3", []),
    ("abs(h_1)*x", "h_1*x", ["h > 0"]),
  ])
  func anAssumptionThatHelpsIsTold(_ left: String, _ right: String, _ conditions: [String]) throws {
    let told = try Equality.helpfulAssumptions(
      left: try Expression.parse(left), right: try Expression.parse(right), in: unknowns)
    #expect(told.map(\.description) == conditions)
  }
}
