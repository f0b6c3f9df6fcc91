extension Mistakes {
  /// A sign of one term, or of an argument, is turned.
  static let signsOfTerms = [
    Step("a - (b - c)", "a - b - c"), Step("-(a - b)", "-a - b"), Step("(a - b)^2", "a^2 - 2a*b - b^2"),
    Step("-x^2", "(-x)^2"), Step("(-x)^3", "x^3"), Step("x/(-a)", "x/a"),
    Step("a^3 + b^3", "(a + b)*(a^2 + a*b + b^2)"), Step("a^3 - b^3", "(a - b)*(a^2 - a*b + b^2)"),
    Step("1/(x - a)", "1/(a - x)"), Step("log(1/x)", "log(x)"),
    Step("log(a/b)", "log(b) - log(a)", "a > 0", "b > 0"), Step("exp(-x)", "-exp(x)"),
    Step("cos(-x)", "-cos(x)"), Step("sin(-x)", "sin(x)"),
    Step("cos(a + b)", "cos(a)*cos(b) + sin(a)*sin(b)"),
    Step("sin(a - b)", "sin(a)*cos(b) + cos(a)*sin(b)"), Step("cos(2x)", "cos(x)^2 + sin(x)^2"),
    Step("1 - tan(x)^2", "1/cos(x)^2"), Step("sigmoid(-x)", "-sigmoid(x)"),
    Step("sigmoid(-x)", "1 + sigmoid(x)"), Step("tanh(-x)", "tanh(x)"),
    Step("log(sigmoid(x))", "softplus(-x)"), Step("sigmoid(x)", "1/(1 + exp(x))"),
    Step("tanh(x)", "(exp(-x) - exp(x))/(exp(x) + exp(-x))"),
    Step("-log(softmax(h)_2)", "h_2 - logsumexp(h)"), Step("sigmoid(a - b)", "exp(b)/(exp(a) + exp(b))"),
    Step("relu(-x)", "-relu(x)"),
  ]

  /// A sign that a derivative brings is forgotten or made up.
  static let signsOfDerivatives = [
    Step("d(cos(x), x)", "sin(x)"), Step("d(1/x, x)", "1/x^2"), Step("d(exp(-x), x)", "exp(-x)"),
    Step("d((a - x)^2, x)", "2(a - x)"), Step("d(log(1 - x), x)", "1/(1 - x)"),
    Step("d(x/(1 + x), x)", "(x - (1 + x))/(1 + x)^2"), Step("d(acos(x), x)", "1/sqrt(1 - x^2)"),
    Step("d(tanh(x), x)", "1 + tanh(x)^2"), Step("d(sigmoid(x), x)", "sigmoid(x)*(1 + sigmoid(x))"),
    Step("d(sigmoid(-x), x)", "sigmoid(x)*(1 - sigmoid(x))"),
    Step("d(-log(softmax(h)_2), h_2)", "1 - softmax(h)_2"),
    Step("d(-sum(y*log(softmax(h))), h)", "y - softmax(h)", "sum(y) == 1"),
    Step("d(-a*log(sigmoid(x)) - (1 - a)*log(1 - sigmoid(x)), x)", "a - sigmoid(x)"),
    Step("d(softmax(h)_1, h_2)", "softmax(h)_1*softmax(h)_2"),
  ]
}
