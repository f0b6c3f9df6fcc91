extension Mistakes {
  /// A term is dropped, or cancelled where it is no factor.
  static let droppedTerms = [
    Step("(a + b)^2", "a^2 + b^2"), Step("(a + b)^3", "a^3 + b^3"),
    Step("(a + b + c)^2", "a^2 + b^2 + c^2"), Step("(a - b)^2", "a^2 - b^2"), Step("(x^2 + 1)/x", "x + 1"),
    Step("(x + a)/(x + b)", "a/b"), Step("(a*x + b)/a", "x + b"), Step("d(x^2 + 3x + 1, x)", "2x + 4"),
    Step("d(-log(softmax(h)_2), h_2)", "softmax(h)_2"), Step("d(-log(softmax(h)_2), h)", "softmax(h)"),
    Step("logsumexp(h)", "max(h)"), Step("entropy(softmax(h))", "-dot(softmax(h), h)"),
    Step("entropy(softmax(h))", "logsumexp(h)"), Step("tan(x)^2", "1/cos(x)^2"),
    Step("softplus(x)", "relu(x)"), Step("log(softmax(h))", "h", "sum(h) == 0"),
    Step("log(1 + exp(x))", "x"), Step("(h + x - mean(h))/std(h)", "(h - mean(h))/std(h)"),
  ]

  /// A first approximation is taken for the whole.
  static let approximations = [
    Step("sin(x)", "x - x^3/6"), Step("exp(x)", "1 + x + x^2/2"), Step("log(1 + x)", "x"),
    Step("sqrt(1 + x)", "1 + x/2", "x > 0"), Step("1/(1 - x)", "1 + x + x^2"),
    Step("sigmoid(x)", "1/2 + x/4"), Step("tanh(x)", "x"), Step("pi", "22/7"), Step("e", "2.71828"),
    Step("log(2)", "0.693"), Step("(1 + x/1000)^1000", "exp(x)"), Step("x", "x + 1e-15"),
    Step("1e-30*x", "0"), Step("exp(pi) - pi", "20"), Step("softplus(x)", "x", "x > 20"),
    Step("cosh(x)", "exp(x)/2", "x > 10"),
  ]
}
