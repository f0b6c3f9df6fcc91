import Expressions
import Testing

@Suite struct MistakeTests {
  /// Texts with the place of their mistake, and what the message holds.
  static let mistakes: [(String, String)] = [
    ("▸b◂", "nothing here is called b"), ("1 + ▸yhta◂", "nothing here is called yhta"),
    ("v_▸4◂", "v has 3 entries; v_4 was asked for"), ("v_▸0◂", "v has 3 entries; v_0 was asked for"),
    ("v_{▸i+2◂}", "v has 3 entries; v_4 was asked for"), ("v_{▸1.5◂}", "whole number"),
    ("W_{2,▸4◂}", "W has 3 columns; column 4 was asked for"), ("W_{▸3◂,1}", "W has 2 rows; row 3"),
    ("W_▸3◂", "W has 2 rows; W_3 was asked for"), ("v_{1,▸2◂}", "no subscript 2"), ("a_▸1◂", "no subscripts"),
    ("m_▸3◂", "m has 2 entries; m_3 was asked for"), ("close.p_▸4◂", "close.p has 3 entries; close.p_4"),
    ("softmax(1, 2)_▸3◂", "softmax(1, 2) has 2 entries"),
    ("close.▸q◂", "close has no q; it has p, top, entropy"), ("close.p.▸Pariss◂", "has no Pariss"),
    ("a.▸x◂", "a is a number and has no fields"),
    ("a+▸log(-1)◂", "log(−1) has no value"), ("2 * ▸sqrt(0-4)◂", "sqrt(−4) has no value"),
    ("▸log(0)◂", "log(0)"),
    ("1 + ▸1/0◂", "1 / 0 divides by zero"), ("1 + ▸0/0◂", "0 / 0 divides by zero"), ("▸2*3/0◂ + 1", "6 / 0"),
    ("9^▸9^9^9◂", "too large"), ("▸0^-1◂", "divides by zero"), ("▸(-8)^0.5◂", "no value"),
    ("▸exp(1000)◂", "too large for a number"), ("▸1e308 * 10◂", "too large"), ("▸inf - inf◂", "no value"),
    ("▸1/[1, 0]◂", "1 / 0 divides by zero"), ("▸log([1, -2])◂", "log(−2)"), ("▸asin(2)◂", "asin(2)"),
    ("▸sofmax(v)◂", "there is no function sofmax"), ("▸a(b1+1)◂", "a is no function"),
    ("▸pi(2)◂", "pi is no function"),
    ("▸v_1(2)◂", "v_1 is no function"), ("1 + ▸softmax◂", "softmax is a function"),
    ("▸norm(v, w)◂", "norm takes one vector or several numbers"),
    ("▸sqrt(1, 2)◂", "sqrt takes 1 argument, not 2"),
    ("▸sqrt()◂", "sqrt takes 1 argument, not 0"), ("▸f.predict(1, 2)◂", "takes 1 argument, not 2"),
    ("▸v◂ + [1, 2]", "a vector of 3 entries and a vector of 2 entries"),
    ("1 + ▸v◂ * [1, 2]", "do not fit around *"),
    ("▸1 + v◂ + W", "a vector of 3 entries and a matrix of 2 rows and 3 columns"),
    ("▸(v + 1)◂ + W", "do not fit"),
    ("▸2◂ + t", "a number and a text"), ("-▸t◂", "a text has no negative"), ("▸t◂ < t", "cannot be compared"),
    ("▸1◂ == t", "cannot be compared"), ("0 < ▸a◂ == t", "cannot be compared"),
    ("if(▸1◂, 2, 3)", "a condition is needed"),
    ("not ▸1◂", "a condition is needed"), ("true and ▸a◂", "a condition"), ("▸sin(t)◂", "sin takes numbers"),
    ("▸dot(v, [1, 2])◂", "have no product"), ("▸logspace(0, 1, 3)◂", "above 0"),
    ("▸linspace(0, 1, 0)◂", "whole number"),
    ("▸linspace(0, 1, 1e9)◂", "whole number from 1 to 1000000"), ("d(▸abs(x - 2)◂, x)", "no derivative"),
    ("d(x, ▸2◂)", "the name that it is differentiated by"), ("d(y^2, ▸y◂)", "y has no value here"),
    ("d(x, ▸t◂)", "a derivative is taken by numbers"), ("d(▸t◂, x)", "a derivative is taken of numbers"),
    ("▸if(1, 2)◂", "if takes 3 arguments, not 2"),
    // Unexpected and missing tokens.
    ("2▸+◂", "missing"), ("2+ ▸)◂", "unexpected )"), ("▸)◂", "unexpected )"), ("(1 + ▸2◂", ") is missing"),
    ("2 + (▸(◂  ", "missing"), ("f(1▸,◂", "missing"), ("[1, 2▸)◂", "unexpected )"), ("v_▸{◂", "missing"),
    ("x ▸y◂", "unexpected y"), ("x ▸2◂", "unexpected 2"), ("2 ▸3◂", "unexpected 3"),
    ("(x)▸2◂", "unexpected 2"),
    ("v_1 ▸(◂x)", "unexpected ("), ("1/2▸x◂", "two ways"), ("a/2▸(◂x+1)", "two ways"),
    ("x^2▸x◂", "unexpected x"),
    ("1 ▸=◂ 2", "= means nothing"), ("a ▸&◂& b", "& means nothing"), ("2*▸*◂3", "unexpected *"),
    ("5▸.◂", "missing"),
    ("▸.◂5", "unexpected ."), ("▸010◂", "begins with a zero"), ("1 + ▸1e400◂", "too large"),
    ("x▸_◂", "subscript is missing"),
    ("▸\"abc◂", "no end"), ("▸and◂ 1", "unexpected and"), ("2 * ▸not◂ true", "unexpected not"),
    ("v_{▸}◂", "unexpected }"),
    ("close.▸)◂", "unexpected )"), ("close▸.◂", "field"), ("é + ▸№◂", "means nothing"),
    ("▸if◂", "if(condition"),
    ("▸◂", "missing"), ("1 + ▸😀◂", "means nothing"), ("α + 1 + ▸β◂", "nothing here is called β"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreReportedAtTheirPlace(_ marked: String, _ message: String) throws {
    let expected = MarkedText(marked)
    let error = try #require(mistake(in: expected.text), "\(expected.text) has no mistake")
    #expect(error.range.lowerBound == expected.start, "\(expected.text): \(error)")
    if let end = expected.end { #expect(error.range.upperBound == end, "\(expected.text): \(error)") }
    #expect(error.message.contains(message), "\(expected.text): \(error.message)")
  }

  /// Texts and the help that they get.
  static let help: [(String, String)] = [
    ("sofmax(v)", "did you mean softmax?"), ("yhta_1", "did you mean yhat?"),
    ("close.p.Pariss", "did you mean Paris?"),
    ("a(b1+1)", "a product needs a *: a*(…)"), ("x y", "a product of these two needs a *"),
    ("1/2x", "use parentheses: …/(2…) or (…/2)…"), ("2**3", "^ is the power"),
    ("a = 2", "== compares two values"),
    ("log(-1)", "its argument must be above 0"), ("v_0", "subscripts count from 1"),
  ]

  @Test(arguments: help)
  func mistakesSayWhatWouldBeRight(_ text: String, _ help: String) {
    #expect(mistake(in: text)?.help == help, "\(text)")
  }

  @Test func infinitiesAndNaNPassThroughWhereTheyWereThereBefore() throws {
    #expect(try value(of: "1/inf") == .number(0))
    #expect(try value(of: "exp(-inf)") == .number(0))
    #expect(try value(of: "inf + 1") == .number(.infinity))
    guard case .number(let number) = try value(of: "sqrt(nan) + 1") else {
      Issue.record("no number")
      return
    }
    #expect(number.isNaN)
  }
}
