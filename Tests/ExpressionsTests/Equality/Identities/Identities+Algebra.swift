extension Identities {
  static let algebra = [
    Step("(a + b)^2", "a^2 + 2a*b + b^2"), Step("(a + b)*(a - b)", "a^2 - b^2"), Step("x/x", "1"),
    Step("(x^2 - 1)/(x - 1)", "x + 1"), Step("1/x + 1/a", "(x + a)/(a*x)"), Step("a/(b/c)", "a*c/b"),
    Step("(a + b + c + d)^50", "(d + c + b + a)^50"), Step("a^3 - b^3", "(a - b)*(a^2 + a*b + b^2)"),
    Step("1/(x - 1) - 1/(x + 1)", "2/(x^2 - 1)"), Step("0.1 + 0.2", "0.3"), Step("1/sqrt(2)", "sqrt(2)/2"),
    Step("sqrt(x)*sqrt(x)", "x", "x >= 0"), Step("x^0.5*x^1.5", "x^2", "x > 0"), Step("sqrt(x^2)", "abs(x)"),
    Step("sqrt(x^2)", "x", "x > 0"), Step("sqrt(x^2)", "-x", "x < 0"), Step("x^n*x", "x^(n + 1)"),
    Step("x^n/x^2", "x^(n - 2)", "x > 0"), Step("(x^a)^b", "x^(a*b)", "x > 0"),
    Step("sqrt(1 + x^2) - x", "1/(sqrt(1 + x^2) + x)"), Step("abs(x)^2", "x^2"),
    Step("max(a, b)", "(a + b + abs(a - b))/2"), Step("max(a, b) + min(a, b)", "a + b"),
    Step("relu(x) - relu(-x)", "x"), Step("abs(x)", "if(x > 0, x, -x)", isProved: false),
    Step("max(x, 100)", "if(x > 100, x, 100)", isProved: false), Step("x*sign(x)", "abs(x)", isProved: false),
  ]

  static let transcendental = [
    Step("exp(a + b)", "exp(a)*exp(b)"), Step("exp(-x)", "1/exp(x)"), Step("exp(2x)", "exp(x)^2"),
    Step("log(a*b)", "log(a) + log(b)", "a > 0", "b > 0"),
    Step("log(a/b)", "log(a) - log(b)", "a > 0", "b > 0"),
    Step("log(x^2)", "2log(x)", "x > 0"), Step("log(exp(x))", "x"), Step("exp(log(x))", "x", "x > 0"),
    Step("log(x^2)", "2log(abs(x))", isProved: false), Step("log(4)", "2log(2)"),
    Step("log10(x)", "log(x)/log(10)"),
    Step("2^x", "exp(x*log(2))"), Step("e^(n*log(x))", "x^n", "x > 0"), Step("log(8)/log(2)", "3"),
    Step("log2(x)", "log(x)/log(2)"), Step("log(1/x)", "-log(x)"), Step("log1p(x)", "log(1 + x)"),
    Step("sin(x)^2 + cos(x)^2", "1"), Step("tan(x)", "sin(x)/cos(x)"), Step("1 + tan(x)^2", "1/cos(x)^2"),
    Step("sin(2x)", "2sin(x)*cos(x)", isProved: false), Step("cos(2x)", "1 - 2sin(x)^2", isProved: false),
    Step("acos(x)", "pi/2 - asin(x)", isProved: false), Step("cosh(x)^2 - sinh(x)^2", "1"),
    Step("tanh(x)", "(exp(x) - exp(-x))/(exp(x) + exp(-x))"), Step("tanh(x)", "sinh(x)/cosh(x)"),
    Step("atan(x) + atan(1/x)", "pi/2", "x > 0", isProved: false), Step("sin(pi/6)", "1/2", isProved: false),
  ]
}
