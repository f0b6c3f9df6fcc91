/// Slips of algebra that careful people make.
extension MistakenStepTests {
  static let signs = [
    Step("(a - b)^2", "a^2 - b^2"), Step("(a - b)^2", "a^2 + 2a*b + b^2"), Step("-(a - b)", "-a - b"),
    Step("a - (b + c)", "a - b + c"), Step("(-x)^3", "x^3"), Step("(x - 1)*(x + 1)", "x^2 + 1"),
    Step("1/(a - b)", "1/(b - a)"), Step("(a - b)/(b - a)", "1"),
    Step("a^3 + b^3", "(a + b)*(a^2 + a*b + b^2)"),
    Step("a^3 - b^3", "(a - b)*(a^2 - a*b + b^2)"), Step("(x - a)^2 - (x + a)^2", "4a*x"),
    Step("-2*(x - 3)", "-2x - 6"), Step("2 - 3*(x - 1)", "-1*(x - 1)"), Step("abs(-x)", "-abs(x)"),
    Step("(1 - x)^3", "1 - 3x + 3x^2 + x^3"), Step("1/x - 1/a", "(x - a)/(a*x)"),
  ]

  static let factors = [
    Step("(2x)^2", "2x^2"), Step("(2x)^3", "6x^3"), Step("3*(x + 2)", "3x + 2"), Step("(x + 2)/2", "x + 1"),
    Step("(x + y)/(2x)", "(1 + y)/2"), Step("x/(2 + x)", "1/2 + 1"), Step("(a + b)/c", "a/c + b"),
    Step("a/(b + c)", "a/b + a/c"), Step("a/b/c", "a*c/b"), Step("a/(b/c)", "a/(b*c)"), Step("1/(2x)", "x/2"),
    Step("(x + a)^2", "x^2 + a*x + a^2"), Step("(a + b + c)^2", "a^2 + b^2 + c^2 + 2a*b + 2b*c"),
    Step("(a + b)^3", "a^3 + 3a*b + b^3"), Step("a/b + c/d", "(a + c)/(b + d)"), Step("1/a*1/b", "1/(a + b)"),
    Step("(x^2 - 4)/(x - 2)", "x - 2"), Step("x^2 + 2x + 2", "(x + 1)^2"), Step("0.5*(a + b)", "0.5a + b"),
    Step("(4x^2)^(1/2)", "4abs(x)"), Step("n*(n + 1)/2", "(n^2 + 1)/2"),
    Step("100*(1 + x/100)", "100 + x/100"),
  ]

  static let exponents = [
    Step("x^2*x^3", "x^6"), Step("(x^2)^3", "x^5"), Step("x^2 + x^3", "x^5"), Step("x^6/x^2", "x^3", "x > 0"),
    Step("x^-2", "-x^2"), Step("x^(1/2)", "x/2"), Step("(a^x)^y", "a^(x + y)", "a > 0"),
    Step("2^x*3^x", "6^(2x)"),
    Step("2^(x + 1)", "2^x + 2"), Step("(a + b)^-1", "a^-1 + b^-1"),
    Step("sqrt(a)*sqrt(b)", "sqrt(a + b)", "a > 0", "b > 0"),
    Step("sqrt(a - b)", "sqrt(a) - sqrt(b)", "a > b", "b > 0"), Step("sqrt(4x)", "4sqrt(x)", "x > 0"),
    Step("sqrt(x^2 + 1)", "x + 1"), Step("x^0.5*x^0.5", "x^0.25", "x > 0"),
    Step("1/sqrt(x)", "x^(1/2)", "x > 0"),
    Step("(x^3)^(1/3)", "x"), Step("(x^4)^(1/4)", "x"), Step("10^(-a)*10^b", "10^(a - b)"),
    Step("x^n*x^n", "x^(n^2)", "x > 0"),
    Step("N^-0.076*10^-0.076", "(10N)^0.076", "N > 0"), Step("(a/N)^b", "a/N^b", "a > 0", "N > 0"),
  ]

  static let logarithms = [
    Step("log(a - b)", "log(a) - log(b)", "a > b", "b > 0"),
    Step("log(a/b)", "log(a)/log(b)", "a > 1", "b > 1"),
    Step("log(a)*log(b)", "log(a + b)", "a > 1", "b > 1"), Step("log(x^3)", "log(x)^3", "x > 0"),
    Step("log(2x)", "2log(x)", "x > 0"), Step("log(sqrt(x))", "sqrt(log(x))", "x > 1"),
    Step("log(1/x)", "1/log(x)", "x > 1"), Step("log(1 + x)", "log(x)", "x > 0"),
    Step("log(x^n)", "n + log(x)", "x > 0"),
    Step("log10(x)", "log(10)/log(x)", "x > 1"), Step("log2(x)", "2log(x)", "x > 0"),
    Step("exp(2log(x))", "2x", "x > 0"),
    Step("exp(a*b)", "exp(a)*exp(b)"), Step("exp(x)^2", "exp(x^2)"), Step("exp(-x)", "-exp(x)"),
    Step("exp(a - b)", "exp(a)/b"),
    Step("log(exp(a) + exp(b))", "a + b"), Step("exp(x/2)", "exp(x)/2"), Step("2^x", "exp(2log(x))", "x > 0"),
    Step("log(a*exp(-b*x))", "log(a) + b*x", "a > 0"), Step("log(a*x^b)", "a + b*log(x)", "a > 0", "x > 0"),
    Step("log(x)/log(10)", "log(x/10)", "x > 0"),
  ]

  static let domains = [
    Step("x", "exp(log(x))"), Step("log(x*a)", "log(x) + log(a)"), Step("sqrt(x*a)", "sqrt(x)*sqrt(a)"),
    Step("sqrt((x - 1)^2)", "x - 1"), Step("abs(x)", "x", "x > -1"), Step("abs(x)/x", "1"),
    Step("sign(x)", "x/x"),
    Step("max(x, a)", "a", "a > 0"), Step("relu(x)", "x", "x > -2"), Step("relu(x)", "0"),
    Step("min(x, 1)", "x", "x < 2"),
    Step("acos(cos(x))", "x", "x > 0"), Step("atan(tan(x))", "x"), Step("log(x - 1)", "log(x) - 1", "x > 2"),
    Step("asin(x)", "1/sin(x)", "0.1 < x < 0.9"), Step("relu(x + a)", "relu(x) + relu(a)"),
    Step("max(a, b) - max(a, c)", "max(0, b - c)"),
    Step("floor(2x)", "2floor(x)"), Step("round(x + a)", "round(x) + round(a)"),
  ]
}
