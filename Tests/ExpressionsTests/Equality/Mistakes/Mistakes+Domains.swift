extension Mistakes {
  /// Equal on one part of the domain, and without a value or of another sign on the other.
  static let rootsAndLogarithms = [
    Step("sqrt(x^2)", "x"), Step("sqrt(x)^2", "x"), Step("log(x^2)", "2log(x)"), Step("exp(log(x))", "x"),
    Step("log(a*b)", "log(a) + log(b)"), Step("log(a/b)", "log(a) - log(b)"),
    Step("sqrt(a*b)", "sqrt(a)*sqrt(b)"), Step("sqrt(a/b)", "sqrt(a)/sqrt(b)"), Step("(x^2)^(1/2)", "x"),
    Step("(x^(1/2))^4", "x^2"), Step("(x^4)^(1/4)", "x"), Step("x^(3/2)", "x*sqrt(abs(x))"),
    Step("log(abs(x))", "log(x)"), Step("log(x^4)", "4log(x)"), Step("sqrt((a - b)^2)", "a - b"),
    Step("sqrt(x^2*a)", "x*sqrt(a)", "a > 0"), Step("norm([x, 0])", "x"),
    Step("log(p^2/(1 - p)^2)", "2log(p/(1 - p))"), Step("(a*b)^n", "a^n*b^n"), Step("(x^2)^n", "x^(2n)"),
    Step("log(-x)", "-log(x)"), Step("1/sqrt(x^2)", "1/x"), Step("std(a*h)", "a*std(h)"),
    Step("norm(a*h)", "a*norm(h)"), Step("sqrt(x^2 - 2x + 1)", "x - 1"),
    Step("sqrt(exp(2x)*a^2)", "a*exp(x)"), Step("(x^3)^(1/3)", "abs(x)"),
    Step("exp(2log(x))", "x^2"), Step("10^log10(x)", "x"),
  ]

  /// A function undoes another on part of the line only.
  static let inverseFunctions = [
    Step("asin(sin(x))", "x"), Step("acos(cos(x))", "x"), Step("sin(asin(x))", "x"),
    Step("atan(tan(x))", "x"), Step("atan(x) + atan(1/x)", "pi/2"), Step("cos(x)", "sqrt(1 - sin(x)^2)"),
    Step("sin(x)", "sqrt(1 - cos(x)^2)"), Step("atan2(a, x)", "atan(a/x)"),
    Step("acos(x)", "asin(sqrt(1 - x^2))"), Step("sigmoid(log(p/(1 - p)))", "p"),
    Step("cosh(x)", "sqrt(1 + sinh(x)^2)*sign(x)"),
  ]

  /// A sign, a kink or a step is overlooked.
  static let kinks = [
    Step("abs(x)", "x"), Step("x*abs(x)", "x^2"), Step("max(x, 0)", "x"), Step("x/abs(x)", "1"),
    Step("if(x > 1000000, 1, 0)", "0"), Step("abs(x - 1)", "x - 1", "x > 0"), Step("d(abs(x), x)", "1"),
    Step("d(relu(x), x)", "1"), Step("floor(x) + 1", "ceil(x)"), Step("round(x)", "floor(x)"),
    Step("round(x)", "floor(x + 0.5)"), Step("relu(x)", "x", "x > -1"), Step("sign(x)^2", "1"),
    Step("abs(x)", "relu(x) - relu(-x)"), Step("max(a, b)", "b", "a < b + 1"),
    Step("floor(-x)", "-floor(x)"), Step("min(a, b)", "-max(a, b)"), Step("max(a*x, b*x)", "x*max(a, b)"),
    Step("if(x > 0, 1, -1)", "sign(x)"), Step("d(max(x, a), x)", "if(x < a, 1, 0)"),
    Step("min(max(x, 0), 6)", "relu(x)"), Step("abs(a - b)", "abs(a) - abs(b)"),
    Step("argmax(h)", "argmax(h^2)"),
  ]
}
