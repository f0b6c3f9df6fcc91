extension Mistakes {
  /// Exponents are added, multiplied or moved where they should not be.
  static let exponentsOfPowers = [
    Step("x^2*x^3", "x^6"), Step("(x^2)^3", "x^5"), Step("x^6/x^2", "x^3"),
    Step("x^-2", "1/sqrt(x)", "x > 0"), Step("x^(1/2)*x^(1/3)", "x^(1/6)", "x > 0"),
    Step("2^x*2^x", "2^(x^2)"), Step("2^x*3^x", "6^(2x)"), Step("2^x + 2^x", "2^(2x)"),
    Step("exp(x)^2", "exp(x^2)"), Step("exp(2x)", "2exp(x)"), Step("(a*b)^n", "a*b^n"),
    Step("x^n*x", "x^(2n)"), Step("x^n*x^n", "x^(n^2)", "x > 0"), Step("sqrt(x^3)", "x^(2/3)", "x > 0"),
    Step("1/x^a", "x^(1/a)", "x > 0"), Step("sin(x)^2", "sin(x^2)"), Step("log(x)^2", "2log(x)"),
    Step("x^(a + b)", "x^a + x^b"), Step("x^(a*b)", "x^a*x^b"), Step("a^(b^c)", "(a^b)^c", "a > 0"),
    Step("x^3", "x^3.0001"), Step("x^(1/3)*x^(1/3)", "x^(2/3 + 0.01)"), Step("(a + b)^-1", "a^-1 + b^-1"),
    Step("sqrt(x^16)", "x^4"),
  ]

  /// The exponent of a derivative is not one less.
  static let exponentsOfDerivatives = [
    Step("d(x^3, x)", "3x^3"), Step("d(x^n, x)", "n*x^n"), Step("d(x^-2, x)", "-2x^-1"),
    Step("d(1/x^2, x)", "-2/x"), Step("d(sqrt(x), x)", "sqrt(x)/2"), Step("d(x^(1/3), x)", "x^(2/3)/3"),
    Step("d(1/sqrt(x), x)", "-1/(2x)"), Step("d(a^x, x)", "x*a^(x - 1)"), Step("d(x^x, x)", "x*x^(x - 1)"),
    Step("d(tanh(x), x)", "1 - tanh(x)"), Step("d(tan(x), x)", "1/cos(x)"),
    Step("d(atan(x), x)", "1/(1 + x)^2"),
  ]

  /// What scales how, with a wrong exponent or factor.
  static let powerLaws = [
    Step("(2N)^(-b)", "2N^(-b)"), Step("a*(2x)^b", "2a*x^b", "x > 0"), Step("(a*x)^(-b)", "a/x^b", "a > 0"),
    Step("N^(-a)*N^(-b)", "N^(a*b)"), Step("log(a*x^b)", "b*(log(a) + log(x))", "a > 0"),
    Step("log(a*x^b)", "log(a)*b*log(x)", "a > 0", "x > 0"),
    Step("log10(a*x^b)", "log(a) + b*log10(x)", "a > 0", "x > 0"),
    Step("d(log(a*x^b), x)", "a*b/x", "a > 0", "x > 0"), Step("d(a*N^(-b), N)", "-b*a*N^(-b)"),
    Step("a*N^(-b)/(a*(10N)^(-b))", "10^(-b)"),
    Step("(c/6)^(a/(a + b))*(c/6)^(b/(a + b))", "(c/6)^2", "c > 0"),
    Step("d(a*N^(-b) + c*D^(-b), N)", "-b*(a*N^(-b - 1) + c*D^(-b - 1))"),
  ]
}
