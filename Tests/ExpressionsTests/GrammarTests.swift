import Expressions
import Testing

@Suite struct GrammarTests {
  /// Expected values by hand.
  static let numbers: [(String, Double)] = [
    ("1", 1), ("2.5e-3", 0.0025), ("1_000", 1000), ("2.39E+02", 239), ("2e3", 2000), ("0.5", 0.5), ("0", 0),
    ("2e", 2 * 2.718281828459045), ("2e+3", 2000), ("2e + 3", 2 * 2.718281828459045 + 3),
    ("-3^2", -9), ("2^3^2", 512), ("2^-1", 0.5), ("2^-2^2", 0.0625), ("--3", 3), ("2--3", 5), ("+3", 3),
    ("1+2*3", 7), ("(1+2)*3", 9), ("7-4-2", 1), ("8/4/2", 1), ("8/4*2", 4), ("2*3^2", 18), ("-2^2*3", -12),
    ("2x", 4), ("2(x+1)", 6), ("(x+1)(x-1)", 3), ("2 x", 4), ("2x^2", 8), ("2x*3x", 24), ("-2x", -4),
    ("2v_3", 6), ("2sqrt(16)", 8), ("sin(0)cos(0)", 0), ("2pi", 2 * Double.pi), ("(x)(x)(x)", 8), ("2x/4", 1),
    ("v_2", 2), ("W_{2,3}", 6), ("softmax(1,2,1)_2", 0.5761168847658291), ("v_{i}", 2), ("v_{i+1}", 3),
    ("W_{i,i+1}", 6), ("W_2_3", 6), ("W_{2}_{3}", 6), ("[5,6,7]_2", 6), ("(v)_2", 2), ("m_2", 7),
    ("m_{2}", 20),
    ("m_1", 10), ("n.m_2", 9), ("n.Paris", 1), ("n.\"New York\"", 2), ("close.p.Paris", 0.5),
    ("close.p_2", 0.5), ("close.p.\"Paris\"", 0.5), ("f.predict(4)", 9), ("f.predict(2)(3)", 15),
    ("if(x > 1, 5, 1/0)", 5), ("if(x < 1, 1/0, 6)", 6), ("α", 1.5), ("2α", 3), ("π", Double.pi),
    ("3 − 2", 1), ("3 × 2", 6), ("3·2", 6), ("6 ÷ 2", 3), ("2\u{A0}+\u{2009}1", 3), ("inf", .infinity),
    ("length(names)", 2), ("length(close.p)", 3), ("d(x^2, x)", 4), ("yhat_2", 0.75),
  ]

  @Test(arguments: numbers)
  func expressionsHaveTheirValues(_ text: String, _ expected: Double) throws {
    guard case .number(let number) = try value(of: text) else {
      Issue.record("\(text) is no number")
      return
    }
    #expect(abs(number - expected) <= 1e-15 * abs(expected) || number == expected, "\(text) = \(number)")
  }

  static let conditions: [(String, Bool)] = [
    ("true", true), ("false", false), ("1 < 2", true), ("0 < 0.5 < 1", true), ("0 < 2 < 1", false),
    ("1 < 2 and 3 < 2", false), ("1 < 2 or 3 < 2", true), ("not 2 < 1", true), ("not true or true", true),
    ("true or true and false", true), ("not (true or true)", false), ("1 ≤ 1", true), ("2 ≥ 3", false),
    ("1 ≠ 2", true), ("false and 1/0 > 0", false), ("true or 1/0 > 0", true), ("2 < 1 < 1/0", false),
    ("\"a\" == \"a\"", true), ("t != \"hello\"", false), ("yes == true", true),
    ("close.top == \"Paris\"", true),
    ("names_2 == \"two\"", true), ("v == [1, 2, 3]", true), ("v != [1, 2, 4]", true), ("v > 0", true),
    ("v > 1", false), ("names == [\"one\", \"two\"]", true), ("not not yes", true),
    ("0.1 + 0.2 == 0.3", true), ("1 == 1 + 9e-13", true), ("1 == 1 + 2e-12", false), ("0 == 9e-13", true),
    ("0 == 1e-12", false), ("1e-13 == 2e-13", false), ("0.1 + 0.2 <= 0.3", true), ("0.1 + 0.2 > 0.3", true),
    ("0.1 + 0.2 != 0.3", false), ("1e308 == -1e308", false), ("inf == inf", true), ("inf == 1e308", false),
    ("nan == nan", false), ("nan != nan", true), ("nan < 1 or nan >= 1", false),
    ("sum(softmax(v)) == 1", true),
  ]

  @Test(arguments: conditions)
  func conditionsHold(_ text: String, _ expected: Bool) throws {
    #expect(try value(of: text) == .boolean(expected), "\(text)")
  }

  @Test func listsBecomeVectorsMatricesOrLists() throws {
    #expect(try value(of: "[1, 2x]") == .vector([1, 4]))
    #expect(try value(of: "[]") == .vector([]))
    #expect(try value(of: "[[1, 2], [3, 4]]_2") == .vector([3, 4]))
    #expect(try value(of: "[1, \"a\"]") == .list([.number(1), .text("a")]))
    #expect(try value(of: "[[1], [1, 2]]") == .list([.vector([1]), .vector([1, 2])]))
    #expect(try value(of: "\"de$ \\ text\"") == .text("de$ \\ text"))
  }

  @Test func vectorsBroadcast() throws {
    #expect(try value(of: "2v + 1") == .vector([3, 5, 7]))
    #expect(try value(of: "1 / v") == .vector([1, 0.5, 1.0 / 3]))
    #expect(try value(of: "v * w") == .vector([4, 10, 18]))
    #expect(try value(of: "-v^2") == .vector([-1, -4, -9]))
    #expect(try value(of: "close.p + 1") == .vector([1.25, 1.5, 1.25]))
    #expect(try value(of: "W_1 - v") == .vector([0, 0, 0]))
    #expect(try value(of: "dot(W, v)") == .vector([14, 32]))
    #expect(try value(of: "dot(W, transpose(W))_{2,1}") == .number(32))
    #expect(try value(of: "sum(W + W)") == .number(42))
  }

  @Test func definitionsAreReadWithTheirPlaces() throws {
    let definition = try Expression.parseDefinition(" y = 2x")
    #expect(definition.name == "y")
    #expect(definition.nameRange == 1..<2)
    #expect(definition.expression.range == 5..<7)
    #expect(try Expression.parseDefinition("h_2=1").name == "h_2")
    for (text, place) in [
      ("", 0), ("y", 0), ("y == 2", 2), ("2 = y", 0), ("y = ", 2), ("if = 2", 0), ("y = 2 +", 6),
    ] {
      #expect(throws: ExpressionError.self) { try Expression.parseDefinition(text) }
      do { _ = try Expression.parseDefinition(text) } catch {
        #expect(error.range.lowerBound == place, "\(text)")
      }
    }
  }

  @Test func plainScalarsAreNumbersAsInExpressions() {
    let numbers = [
      ("1", 1), ("-1", -1), ("+1", 1), ("−1", -1), ("1_000", 1000), ("2.5e-3", 0.0025), ("0", 0),
      ("-0.5", -0.5),
      ("1E5", 1e5),
    ]
    for (text, number) in numbers { #expect(NumberLiteral.read(text) == number, "\(text)") }
    let others = [
      "", "-", "010", "00", "12:30", "0x10", "1e", ".5", "5.", "inf", "nan", "No", "1 ", " 1", "1__0", "_1",
      "1_", "--1",
      "1e400", "1,000", "٣", "1e-",
    ]
    for text in others { #expect(NumberLiteral.read(text) == nil, "\(text)") }
  }
}
