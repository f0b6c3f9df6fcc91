/// Slips of calculus: forgotten inner derivatives, products taken apart, the wrong variable.
extension MistakenStepTests {
  static let missingChainFactors = [
    Step("d(exp(-x), x)", "exp(-x)"), Step("d(exp(x^2), x)", "exp(x^2)"), Step("d(sin(3x), x)", "cos(3x)"),
    Step("d(log(1 + x^2), x)", "1/(1 + x^2)"), Step("d((2x + 1)^3, x)", "3*(2x + 1)^2"),
    Step("d(sqrt(1 - x^2), x)", "1/(2sqrt(1 - x^2))"),
    Step("d(tanh(a*x), x)", "1 - tanh(a*x)^2"),
    Step("d(sigmoid(m*x + b), m)", "sigmoid(m*x + b)*(1 - sigmoid(m*x + b))"),
    Step("d(1/(1 + exp(-x)), x)", "1/(1 + exp(-x))^2"), Step("d(cos(x)^2, x)", "2cos(x)"),
    Step("d(log(sin(x)), x)", "1/sin(x)", "0 < x < 3"),
    Step("d(exp(-x^2/2), x)", "-exp(-x^2/2)"), Step("d(10^x, x)", "10^x"),
    Step("d((x - a)^2, a)", "2*(x - a)"),
    Step("d(atan(2x), x)", "1/(1 + 4x^2)"), Step("d(a*(N/c)^-b, N)", "-a*b*(N/c)^(-b - 1)", "N > 0", "c > 1"),
  ]

  static let productsAndQuotients = [
    Step("d(x*sin(x), x)", "cos(x)"), Step("d(x^2*exp(x), x)", "2x*exp(x)"),
    Step("d(x*log(x), x)", "1 + 1/x", "x > 0"),
    Step("d(sin(x)/x, x)", "cos(x)"), Step("d(sin(x)/x, x)", "(sin(x) - x*cos(x))/x^2"),
    Step("d(x/(1 + x), x)", "1"),
    Step("d(x/(1 + x), x)", "-1/(1 + x)^2"), Step("d(exp(x)/x, x)", "exp(x)*(x - 1)/x"),
    Step("d(a*b*x, x)", "a + b"),
    Step("d(sin(x)*cos(x), x)", "-cos(x)*sin(x)"), Step("d(1/x^2, x)", "-2/x"),
    Step("d(1/(1 + x^2), x)", "2x/(1 + x^2)^2"),
    Step("d(exp(x)*exp(-x), x)", "1"), Step("d(x^2/a, x)", "2x"),
  ]

  static let signsAndPowers = [
    Step("d(x^4, x)", "4x^4"), Step("d(x^-1, x)", "x^-2"), Step("d(x^-3, x)", "-3x^-2"),
    Step("d(x^(1/3), x)", "x^(-2/3)", "x > 0"),
    Step("d(3x^2 + 2x, x)", "6x"), Step("d(a - x, x)", "1"), Step("d(-log(x), x)", "1/x", "x > 0"),
    Step("d(cosh(x), x)", "-sinh(x)"),
    Step("d(log10(x), x)", "1/x", "x > 0"), Step("d(acos(x), x)", "1/sqrt(1 - x^2)", "-1 < x", "x < 1"),
    Step("d(x^n, x)", "x^(n - 1)", "x > 0"),
    Step("d(x^n, n)", "n*x^(n - 1)", "x > 0"), Step("d(a, x)", "a"), Step("d(pi^2, x)", "2pi"),
    Step("d(abs(x), x)", "1", "x > -3"),
    Step("d(d(x^3, x), x)", "3x^2"), Step("d(d(sin(x), x), x)", "sin(x)"),
    Step("d(d(exp(2x), x), x)", "2exp(2x)"),
    Step("d(a*x^2 + b*x, a)", "2a*x + b"), Step("d(x^2*y_1, y_1)", "2x*y_1"),
    Step("d(tan(x), x)", "1/cos(x)"), Step("d(sin(x + a), x)", "cos(x)"),
  ]
}
