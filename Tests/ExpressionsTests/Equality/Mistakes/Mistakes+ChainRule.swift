extension Mistakes {
  /// The derivative of what is inside is forgotten.
  static let missingChainFactors = [
    Step("d(exp(2x), x)", "exp(2x)"), Step("d(sin(2x), x)", "cos(2x)"), Step("d(sin(x)^2, x)", "2sin(x)"),
    Step("d(log(2x), x)", "1/(2x)"), Step("d(log(x^2 + 1), x)", "1/(x^2 + 1)"),
    Step("d((3x + 1)^4, x)", "4(3x + 1)^3"), Step("d(sqrt(1 + x^2), x)", "1/(2sqrt(1 + x^2))"),
    Step("d(exp(-x^2/2), x)", "exp(-x^2/2)"), Step("d(exp(x^2), x)", "exp(2x)"),
    Step("d(sigmoid(a*x), x)", "sigmoid(a*x)*(1 - sigmoid(a*x))"),
    Step("d(tanh(a*x + b), a)", "1 - tanh(a*x + b)^2"), Step("d(tanh(x)^2, x)", "2tanh(x)"),
    Step("d(log(sigmoid(x)), x)", "1/sigmoid(x)"), Step("d(softplus(a*x), x)", "sigmoid(a*x)"),
    Step("d(relu(a*x), x)", "if(a*x > 0, 1, 0)"), Step("d(2^x, x)", "2^x"),
    Step("d(cos(x)^3, x)", "3cos(x)^2"), Step("d(1/(1 + exp(-x)), x)", "-1/(1 + exp(-x))^2"),
    Step("d(log(log(x)), x)", "1/log(x)"), Step("d(atan(2x), x)", "1/(1 + 4x^2)"),
    Step("d(logsumexp(2h), h)", "softmax(2h)"),
    Step("d(softmax(2h)_1, h_1)", "softmax(2h)_1*(1 - softmax(2h)_1)"),
    Step("d((a*x + b)^2/2, a)", "a*x + b"), Step("d(log2(x), x)", "1/x"),
    Step("d(-log(softmax(h/t)_2), h_2)", "softmax(h/t)_2 - 1"),
    Step("d((1 - sigmoid(x))^2, x)", "2(1 - sigmoid(x))"), Step("d(norm(h - y)^2/2, h_1)", "norm(h - y)"),
  ]

  /// One term of a product's or a quotient's derivative is forgotten.
  static let productsAndQuotients = [
    Step("d(x*exp(x), x)", "exp(x)"), Step("d(x*log(x), x)", "log(x)"), Step("d(x*sin(x), x)", "cos(x)"),
    Step("d(x/(1 + x^2), x)", "1/(2x)"), Step("d(sin(x)/x, x)", "cos(x)"),
    Step("d(x^2*exp(x), x)", "2x*exp(x)"), Step("d(x*sigmoid(x), x)", "sigmoid(x) + x*sigmoid(x)"),
    Step("d(x*softplus(x), x)", "softplus(x) + sigmoid(x)"), Step("d(x*exp(-x), x)", "(1 + x)*exp(-x)"),
    Step("d(log(x)/x, x)", "(1 + log(x))/x^2"), Step("d(x*(1 - x), x)", "1 - x"),
    Step("d(h_1*softmax(h)_1, h_1)", "softmax(h)_1"),
  ]

  /// The derivative by another name than the one that was asked for.
  static let wrongVariables = [
    Step("d(a*x^2, x)", "x^2"), Step("d(a*x^2, a)", "2a*x"), Step("d(x^n, n)", "n*x^(n - 1)", "x > 0"),
    Step("d(a*log(N) + b*log(D), D)", "a/N"), Step("d(w_1*x + b, w_1)", "w_1"),
    Step("d(w_1*x + b, x)", "x"), Step("d(dot(w, h), h)", "h"), Step("d(a/x, x)", "1/x"),
    Step("d(a/x, a)", "-a/x^2"), Step("d((x - a)^2, a)", "2(x - a)"),
    Step("d(sigmoid(a*x), a)", "a*sigmoid(a*x)*(1 - sigmoid(a*x))"),
    Step("d(a*exp(-b*x), b)", "-b*a*exp(-b*x)"), Step("d(a*exp(-b*x), x)", "-x*a*exp(-b*x)"),
    Step("d(a*N^(-b), b)", "-a*N^(-b - 1)"), Step("d(norm(h - w), w)", "(h - w)/norm(h - w)"),
    Step("d(sum(y*log(h)), h)", "log(h)"), Step("d((a*x + b - c)^2/2, b)", "(a*x + b - c)*x"),
    Step("d(d(a*x^2, x), a)", "2a"),
  ]
}
