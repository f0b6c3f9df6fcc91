import Expressions
import Testing

/// Pairs that are made to be taken for equal.
@Suite struct NearMissTests {
  /// Equal to many digits, everywhere or far out.
  static let nearlyEqual = [
    Step("x", "x + 1e-12*sin(x)"), Step("x", "x + 1e-31*sin(x)"), Step("x", "x + 1e-100*sin(x)"),
    Step("x", "x + exp(-500)*sin(x)"), Step("exp(-500)*sin(x)", "0"), Step("exp(x)", "exp(x) + 1e-40"),
    Step("exp(x)", "exp(x + 1e-40)"), Step("sin(x)", "sin(x + 1e-35)"), Step("(1 + x/1e6)^1e6", "exp(x)"),
    Step("(1 + x/1e15)^1e15", "exp(x)"), Step("log(1 + exp(x))", "x", "x > 50"),
    Step("log(1 + exp(x))", "x", "x > 100"), Step("tanh(x)", "1", "x > 100"),
    Step("sigmoid(x)", "1", "x > 100"),
    Step("sigmoid(x)", "exp(x)", "x < -100"), Step("sqrt(x^2 + 1e-40)", "abs(x)"),
    Step("logsumexp(h)", "h_1", "h_1 > h_2 + 90", "h_1 > h_3 + 90"), Step("round(x*2^40)/2^40", "x"),
    // Numbers: e^(π√163), and others that are nearly whole or nearly π.
    Step("exp(pi*sqrt(163))", "640320^3 + 744"), Step("exp(pi*sqrt(652))", "(640320^3 + 744)^2 - 393768"),
    Step("exp(pi*sqrt(163))", "262537412640768744"), Step("22*pi^4", "2143"), Step("pi", "355/113"),
    Step("(9^2 + 19^2/22)^(1/4)", "pi"), Step("pi", "3.141592653589793"), Step("e", "2.718281828459045"),
    Step("log(640320^3 + 744)/sqrt(163)", "pi"), Step("sqrt(2) + sqrt(3)", "pi"),
  ]

  /// Different on a small or a far part of the line.
  static let differentInOnePlace = [
    Step("exp(-((x - 3)*1000)^2)", "0"), Step("x", "min(x, 1e15)"), Step("x", "max(x, -1e15)"),
    Step("x", "if(x*pi < 1e12, x, 0)"), Step("x", "x + relu(x^2 - pi*1e20)"),
    Step("max(0, 1 - 1e6*abs(x - pi))", "0"),
    Step("relu(1e-9 - (x - pi)^2)", "0"), Step("relu(1 - 1e6*abs(x - pi) - 1e6*abs(a - e))", "0"),
    Step("if(abs(x - pi) < 1e-9, 1, 0)", "0"), Step("floor(2/(1 + 1e12*(x - pi)^2))", "0"),
    Step("if(x > 0, if(x^2 > 1e10, 1, 0), 0)", "0"), Step("sign(abs(x - e) - 1e-5)", "1"),
    Step("argmax([0, 1e-9 - (x - pi)^2])", "1"), Step("abs(x^2 - 1e-7)", "x^2 - 1e-7"),
    Step("x^0", "if(x == 0, 0, 1)"),
    // Where one side changes from piece to piece a little before the other.
    Step("if(x > pi, 1, 0)", "if(x > 3.14159265, 1, 0)"), Step("sign(x - pi)", "sign(x - 3.14159265)"),
    Step("floor(x + pi)", "floor(x + 3.14159265)"), Step("ceil(x*pi)", "ceil(3.14159265*x)"),
    Step("round(x + e)", "round(x + 2.718281828)"), Step("abs(x - pi)", "if(x > 3.1416, x - pi, pi - x)"),
    Step("max(x, a)", "if(x > a + 1e-9, x, a)"), Step("argmax(h)", "argmax(h + [0, 1e-9, 0])"),
    Step("if(x > 0 and a > 0, 1, 0)", "if(x > 0 and a > 1e-7, 1, 0)"),
    Step("if(x - 3a > sin(2h_2), x, a)*log(h_2)", "if(x - 3a > sin(2h_1), x, a)*log(h_2)"),
    Step("x + 0*sqrt(x - pi)", "x + 0*sqrt(x - 3.14159265)"),
    Step("0*log(a - x*pi)", "0*log(a - 3.1415926x)"),
    // Without a value there.
    Step("x", "x + 0*sqrt(1e12*(x - pi)^2 - 1)"), Step("x", "x + 0*log((x - pi)^2 - 1e-12)"),
    Step("x", "x + 0*asin(exp(x - 1e4))"), Step("1/x + 1/(x - x)", "1/x"),
    // At points that are easily all that is looked at.
    Step("sin(pi*x)", "0"), Step("sin(10*pi*x)", "0"), Step("sin(8192*pi*x)", "0"), Step("cos(20*pi*x)", "1"),
    Step("floor(x*2^30)/2^30", "x"), Step("floor(x*10*2^40)/(10*2^40)", "x"),
    Step("x*(x^2 - 1)*(x^2 - 4)*(x^2 - 9)*(x^2 - 0.25)", "0"),
  ]

  @Test(arguments: nearlyEqual + differentInOnePlace)
  func nearMissesHaveACounterexample(_ step: Step) throws {
    guard case .different(let counterexample) = try step.decide() else {
      Issue.record("\(try step.decide())")
      return
    }
    // The text shows that the values differ, whatever digits that takes.
    let (left, right) = (counterexample.left, counterexample.right)
    #expect(left != right || counterexample.description.contains("they differ by"))
  }

  @Test(arguments: [
    // Beyond the range of numbers, or too narrow for any point to meet it.
    Step("x", "x + 1e-300*sin(x)"), Step("1e-300*sin(x)", "0"), Step("exp(-((x - pi)*1e5)^2)", "0"),
    Step("x + exp(-((x - pi)*1e5)^2)", "x"), Step("sin(1e5*pi)", "0"),
    // A search cannot end where a function turns round without end.
    Step("relu(sin(x)*sin(sqrt(2)*x) - 0.9999999)", "0"),
    // Values where an exponent is whole, and nowhere else.
    Step("(-1)^(x^a)", "(-1)^(x^b)"), Step("(-1)^(2x)", "1 + 0*(-1)^x"),
    // Beyond 1000 no double has the values.
    Step("abs(exp(-x))", "exp(-min(x, 1000))"),
    // A branch that is never taken is not recognised as one.
    Step("if(x > 3, if(x > 2, 1, 0), 0)", "if(x > 3, 1, 0)"),
    // Nothing is known but a few solutions of an equation.
    Step("x", "1", "(x - 1)*(x - sqrt(2)) == 0"), Step("x", "0", "x*(x^2 - 3) == 0"),
    Step("x", "0", "x*(a^2 - 3) == 0"), Step("x", "1", "(x - 1)*(x^2 - 0.5) == 0", "0 < x < 1.2"),
    Step("x", "1", "sin(pi*x/2) == 1"), Step("x", "2x", "x^2 == -1"),
  ])
  func whatNoPointShowsIsUndecided(_ step: Step) throws {
    guard case .undecided = try step.decide() else {
      Issue.record("\(try step.decide())")
      return
    }
  }

  @Test(arguments: [
    // One side of a kink only, which a search over all scales confirms.
    Step("abs(exp(x) - x)", "exp(x) - x"), Step("max(x^2 + 1, x)", "x^2 + 1"),
    Step("relu(logsumexp(h) - h_1)", "logsumexp(h) - h_1"),
    Step("abs(1.5 + sin(x)*cos(x))", "1.5 + sin(x)*cos(x)"),
    Step("floor(sigmoid(x))", "0"), Step("floor(x/10)", "0", "0 < x < 10"), Step("-floor(-x)", "ceil(x)"),
    Step("if(sin(x)^2 > 1, 1, 0)", "0"), Step("abs(sin(x))", "if(sin(x) > 0, sin(x), -sin(x))"),
    Step("if(x > 0, 1, 0)", "if(x^3 > 0, 1, 0)"), Step("log(max(x, 0))", "log(x)"),
    Step("x", "if(2 > sqrt(3), x, a)"),
    Step("if(exp(x) > a, 1, 0)", "if(x > log(a), 1, 0)", "a > 0"), Step("sqrt(x)*abs(x)", "sqrt(x)*x"),
    // Cancellations, poles, and equal numbers that are written differently.
    Step("(1e20 + x) - 1e20", "x"), Step("(x + 1e15)^2 - 1e30 - 2e15*x", "x^2"), Step("sign(x)", "x/abs(x)"),
    Step("sqrt(2) + sqrt(3)", "sqrt(5 + 2sqrt(6))"), Step("4atan(1/5) - atan(1/239)", "pi/4"),
    Step("cos(pi/5)", "(1 + sqrt(5))/4"), Step("tan(atan(x))", "x"), Step("argmax(h)", "argmax(softmax(h))"),
    // A derivative is spoken of where its function has a value.
    Step("d(log(x), x)", "1/abs(x)"), Step("d(log(-x), x)", "1/x"), Step("d(sqrt(x)^2, x)", "1"),
    // Equations that are put in, or of which the difference is a multiple.
    Step("x^3", "4x", "x^2 == 4"), Step("x^4", "9", "x^2 == 3"), Step("x + x^2", "x^2 + x", "x^2 == 5"),
    Step("sin(x)^2 + cos(x)^2", "1", "x^3 == 2"),
  ])
  func whatIsEqualIsNotRefused(_ step: Step) throws {
    let result = try step.decide()
    #expect(result.holds, "\(result)")
  }

  @Test func unequalShapesAreNoEquation() {
    for (left, right) in [("[x, a]", "[x, a, 0]"), ("h", "[h_1, h_2]"), ("[[x]]", "[x]"), ("[h, h]", "h")] {
      #expect(throws: ExpressionError.self) {
        try Equality.decide(left, right, variables: Step.variables)
      }
    }
  }
}
