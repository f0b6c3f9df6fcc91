extension Mistakes {
  /// A number before or below something is lost, doubled or halved.
  static let factorsOfFormulas = [
    Step("(a + b)^2", "a^2 + a*b + b^2"), Step("sin(2x)", "sin(x)*cos(x)"), Step("sin(2x)", "2sin(x)"),
    Step("sqrt(4x)", "4sqrt(x)"), Step("(2x)^3", "2x^3"), Step("sqrt(8)", "4sqrt(2)"),
    Step("log(8)", "2log(3)"), Step("log(x^3)", "log(x)/3"), Step("log2(x)", "log(x)*log(2)"),
    Step("log10(x)", "log(x)/10"), Step("(x/2)^2", "x^2/2"), Step("a/2 + b/3", "(a + b)/5"),
    Step("x + x", "x^2"), Step("sinh(x)", "exp(x) - exp(-x)"), Step("tanh(x)", "2sigmoid(x) - 1"),
    Step("sigmoid(x)", "(1 + tanh(x))/2"), Step("softplus(x) - softplus(-x)", "2x"),
    Step("relu(x)", "x + abs(x)"), Step("max(a, b)", "a + b + abs(a - b)"), Step("softmax(h)", "exp(h)/3"),
  ]

  /// A factor that a derivative brings is lost or brought twice.
  static let factorsOfDerivatives = [
    Step("d(x^2, x)", "x"), Step("d(sqrt(x), x)", "1/sqrt(x)"), Step("d(x^4/4, x)", "x^3/4"),
    Step("d(0.5*x^2, x)", "2x"), Step("d(a*x^2 + b*x, x)", "a*x + b"), Step("d(norm(h)^2, h)", "h"),
    Step("d(mean((h - y)^2), h)", "2(h - y)"), Step("d(sum((h - y)^2)/2, h)", "2(h - y)"),
    Step("d(norm(h), h)", "2h/norm(h)"), Step("d(dot(w, h)^2, w)", "2dot(w, h)"),
    Step("d(sum((h - y)^2) + a*sum(h^2), h)", "2(h - y) + a*h"), Step("d(d(x^3, x), x)", "3x"),
  ]

  /// The number of entries, or one less, is forgotten.
  static let factorsOfMeans = [
    Step("mean(h)", "sum(h)"), Step("mean(h)", "sum(h)/2"), Step("var(h)", "mean(h^2) - mean(h)^2"),
    Step("var(h)", "sum((h - mean(h))^2)/3"), Step("norm(2h)", "4norm(h)"),
    Step("dot(2h, 2w)", "2dot(h, w)"), Step("var(2h)", "2var(h)"), Step("std(2h)", "4std(h)"),
    Step("sum(h + x)", "sum(h) + x"), Step("sum((h - mean(h))^2)", "sum(h^2) - mean(h)^2"),
    Step("dot(h - mean(h), w - mean(w))", "dot(h, w) - mean(h)*mean(w)"),
    Step("sum(((h - mean(h))/std(h))^2)", "3"), Step("logsumexp(h + x)", "logsumexp(h) + 3x"),
    Step("logsumexp([x, x, x])", "x + 3"), Step("logsumexp(2h)", "2logsumexp(h)"),
  ]
}
