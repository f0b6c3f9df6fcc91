extension Mistakes {
  /// A function is taken of each term as if it were linear.
  static let sumsTakenApart = [
    Step("1/(a + b)", "1/a + 1/b"), Step("a/(b + c)", "a/b + a/c"), Step("sqrt(a^2 + b^2)", "a + b"),
    Step("sqrt(a + b)", "sqrt(a) + sqrt(b)", "a > 0", "b > 0"), Step("log(a + b)", "log(a) + log(b)"),
    Step("exp(a + b)", "exp(a) + exp(b)"), Step("sin(a + b)", "sin(a) + sin(b)"),
    Step("abs(a + b)", "abs(a) + abs(b)"), Step("max(a + c, b)", "max(a, b) + c"),
    Step("sigmoid(a + b)", "sigmoid(a)*sigmoid(b)"), Step("tanh(a + b)", "tanh(a) + tanh(b)"),
    Step("relu(a + b)", "relu(a) + relu(b)"), Step("floor(a + b)", "floor(a) + floor(b)"),
    Step("norm(h + w)", "norm(h) + norm(w)"), Step("softmax(h + w)", "softmax(h)*softmax(w)"),
    Step("logsumexp(h + w)", "logsumexp(h) + logsumexp(w)"), Step("max(h + w)", "max(h) + max(w)"),
    Step("var(h + w)", "var(h) + var(w)"), Step("mean(exp(h))", "exp(mean(h))"),
    Step("log(mean(h))", "mean(log(h))", "h > 0"), Step("softplus(a + b)", "softplus(a) + softplus(b)"),
  ]

  /// A product or a quotient is taken apart where it cannot be, or made of other parts.
  static let productsTakenApart = [
    Step("log(a)*log(b)", "log(a) + log(b)"), Step("log(a)/log(b)", "log(a) - log(b)"),
    Step("exp(a*b)", "exp(a)*exp(b)"), Step("relu(a*b)", "relu(a)*relu(b)"), Step("mean(h)^2", "mean(h^2)"),
    Step("mean(h*w)", "mean(h)*mean(w)"), Step("sum(h)*sum(w)", "sum(h*w)"), Step("sum(h)^2", "sum(h^2)"),
    Step("sum(h)/sum(w)", "sum(h/w)"), Step("dot(h, w)^2", "dot(h, h)*dot(w, w)"),
    Step("sigmoid(2x)", "2sigmoid(x)"), Step("tanh(2x)", "2tanh(x)"), Step("softmax(2h)", "softmax(h)"),
    Step("softmax(-h)", "softmax(h)"), Step("sin(a*b)", "sin(a)*sin(b)"), Step("a/(b/c)", "a/(b*c)"),
    Step("(a/b)/c", "a*c/b"), Step("dot(h, w)", "sum(h)*w_1"), Step("norm(h*w)", "norm(h)*norm(w)"),
  ]
}
