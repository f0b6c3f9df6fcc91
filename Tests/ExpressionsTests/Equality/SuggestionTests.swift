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
    ("x^2*x^3", "x^6", "x^5"), ("sqrt(x^2)", "x", "abs(x)"), ("log(x^2)", "2log(x)", "2log(abs(x))"),
  ])
  func aSmallChangeIsFound(_ left: String, _ right: String, _ mended: String) throws {
    let suggestions = try Equality.suggestions(
      left: try Expression.parse(left), right: try Expression.parse(right), in: unknowns)
    #expect(suggestions.first?.mended.description == mended)
    for suggestion in suggestions {
      #expect(try Equality.decide(try Expression.parse(left), suggestion.mended, in: unknowns).holds)
    }
  }

  @Test func nothingIsAddedThatIsNothing() throws {
    let suggestions = try Equality.suggestions(
      left: try Expression.parse("d(-log(softmax(h)_2), h_1)"),
      right: try Expression.parse("softmax(h)_1 - 1"),
      in: unknowns)
    #expect(suggestions.map(\.mended.description) == ["softmax(h)_1"])
  }

  @Test(arguments: [("x + 1", "exp(x)"), ("logsumexp(h)", "sum(exp(h))"), ("log(a + b)", "sin(x)*h_1")])
  func whereNothingSmallHelpsNothingIsSuggested(_ left: String, _ right: String) throws {
    let suggestions = try Equality.suggestions(
      left: try Expression.parse(left), right: try Expression.parse(right), in: unknowns)
    #expect(suggestions.isEmpty, "\(suggestions.map(\.mended.description))")
  }
}
