import Expressions
import Testing

@Suite struct PrintingTests {
  @Test(arguments: [
    ("( ( 1+2 ) )*3", "(1 + 2)*3"), ("2x", "2x"), ("2(x+1)", "2(x + 1)"), ("(x+1)(x-1)", "(x + 1)*(x - 1)"),
    ("-x^2", "-x^2"), ("(-x)^2", "(-x)^2"), ("(2^3)^2", "(2^3)^2"), ("2^3^2", "2^3^2"), ("2^(-1)", "2^-1"),
    ("a-(b1-x)", "a - (b1 - x)"), ("a/(b1/x)", "a/(b1/x)"), ("(a/b1)/x", "(a/b1)/x"), ("2*(-x)", "2*-x"),
    ("(0<x)<1", "(0 < x) < 1"), ("not (true and false)", "not (true and false)"), ("1e-12", "1e-12"),
    ("0.1", "0.1"), ("close.p.\"New York\"", "close.p.\"New York\""), ("m_2_1", "m_2_1"), ("m_{2}", "m_{2}"),
    ("W_{1, 2}", "W_{1,2}"), ("(v + 1)_2", "(v + 1)_{2}"), ("if(x>1,2,3)", "if(x > 1, 2, 3)"), ("2e", "2*e"),
    ("d(x^2,x)", "d(x^2, x)"), ("f.predict(1)", "f.predict(1)"), ("[1,[2]]", "[1, [2]]"),
    ("2(1e16)", "2*1e+16"),
    ("(true or yes) and yes", "(true or yes) and yes"),
  ])
  func expressionsArePrintedWithTheParenthesesTheyNeed(_ text: String, _ printed: String) throws {
    #expect(try Expression.parse(text).description == printed)
  }

  @Test func printedExpressionsHaveTheSameValue() throws {
    var random = SeededRandom(seed: 99)
    var compared = 0
    for _ in 0..<3000 {
      let text = formula(depth: 4, &random)
      let expression = try Expression.parse(text)
      let again = try Expression.parse(expression.description)
      var scope = lesson
      scope.values["x"] = .number(Double.random(in: 0.1...2, using: &random))
      guard let value = try? expression.evaluate(in: scope) else { continue }
      #expect(try again.evaluate(in: scope) == value, "\(text) printed as \(expression)")
      compared += 1
    }
    #expect(compared > 1000)
  }

  /// A random formula with parentheses in random places.
  private func formula(depth: Int, _ random: inout SeededRandom) -> String {
    if depth == 0 { return ["x", "2", "0.5", "a", "v_2", "m_2", "pi"].randomElement(using: &random) ?? "x" }
    let left = formula(depth: depth - 1, &random)
    let right = formula(depth: depth - 1, &random)
    return switch random.next() % 9 {
    case 0: "(\(left)) + \(right)"
    case 1: "(\(left)) - (\(right))"
    case 2: "(\(left))*(\(right))"
    case 3: "(\(left))/(\(right))"
    case 4: "(\(left))^(\(right))"
    case 5: "-\(left)"
    case 6: "if(\(left) < \(right), \(left), \(right))"
    case 7: "2(\(left))"
    default: "sin(\(left))"
    }
  }

  @Test(
    arguments: [
      (0.0, 12, "0"), (-0.0, 12, "0"), (0.576116884765829, 12, "0.576116884766"), (-3.0, 12, "−3"),
      (0.1 + 0.2, 12, "0.3"),
      (1e-4, 12, "0.0001"), (1.23e-5, 12, "1.23×10^−5"), (1e-5, 12, "10^−5"), (1e14, 12, "100000000000000"),
      (1e15, 12, "10^15"), (-2.5e20, 12, "−2.5×10^20"), (999.9999, 3, "1000"), (0.00099999, 2, "0.001"),
      (123456, 2, "120000"), (.infinity, 12, "∞"), (-.infinity, 12, "−∞"), (.nan, 12, "NaN"),
      (1.0 / 3, 0, "0.3"), (Double.leastNonzeroMagnitude.nextUp, 3, "9.88×10^−324"),
    ] as [(Double, Int, String)])
  func significantDigitsAreRoundedExactly(_ number: Double, _ digits: Int, _ text: String) {
    #expect(formatSignificant(number, digits) == text)
  }

  /// The doubles nearest to 2.675 and 1.005 lie below, and 0.125 is an exact half, which goes to even.
  @Test(
    arguments: [
      (2.675, 2, "2.67"), (1.005, 2, "1.00"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (-0.001, 2, "0.00"),
      (-1.5, 1, "−1.5"),
      (1e22, 0, "10000000000000000000000"), (0.5, 3, "0.500"), (.nan, 1, "NaN"),
    ] as [(Double, Int, String)])
  func decimalPlacesAreRoundedExactly(_ number: Double, _ places: Int, _ text: String) {
    #expect(formatFixed(number, places) == text)
  }

  @Test func mantissasKeepTheirZeros() {
    #expect(formatScientific(0.0000123, 3) == "1.230×10^−5")
    #expect(formatScientific(9.996, 2) == "1.00×10^1")
    #expect(formatScientific(0, 1) == "0.0×10^0")
    #expect(scientificParts(-2390, 2)?.mantissa == "−2.39")
    #expect(scientificParts(.nan, 2) == nil)
  }

  @Test func valuesReadAsText() throws {
    #expect(try value(of: "[0.91, -0.91, 0.01]").formatted() == "(0.91, −0.91, 0.01)")
    #expect(try value(of: "close.p").formatted() == "Madrid: 0.25, Paris: 0.5, Berlin: 0.25")
    #expect(
      try value(of: "close").formatted()
        == "p: {Madrid: 0.25, Paris: 0.5, Berlin: 0.25}, top: Paris, entropy: 1.04")
    #expect(try value(of: "W").formatted() == "((1, 2, 3), (4, 5, 6))")
    #expect(try value(of: "linspace(1, 100, 100)").formatted() == "(1, 2, 3, 4, 5, 6, …, 100; 100 entries)")
    #expect(try value(of: "2 < 1").formatted() == "false")
    #expect(try value(of: "f.predict").formatted() == "(x) ↦ b * x + 1")
  }

  /// A value that holds itself twice at each of a thousand levels would have 2¹⁰⁰⁰ entries.
  @Test func whatLiesDeepIsCut() throws {
    let deep = (0..<1_000).reduce(Value.vector([1, 2])) { value, _ in .list([value, value]) }
    for text in [deep.formatted(), deep.tex()] {
      #expect(text.utf8.count < 50_000)
      #expect(text.contains("…") || text.contains("\\ldots"))
    }
    let matrix = try #require(Matrix(rows: 20, columns: 20, entries: [Double](repeating: 1, count: 400)))
    let matrices = Value.list([.matrix(matrix), .matrix(matrix), .matrix(matrix)])
    #expect(matrices.tex().hasSuffix("\\end{pmatrix}, \\text{20 × 20 matrix}\\right)"))
    #expect(Value.matrix(matrix).formatted().split(separator: "1").count == 401)
  }

  @Test(
    arguments: [
      (2.5, 0, 3), (-2.5, 0, -3), (2.675, 2, 2.67), (0.285, 2, 0.28), (1234.5, -2, 1200), (0.5, 0, 1),
      (1e300, 2, 1e300),
    ] as [(Double, Int, Double)])
  func roundingGoesByTheExactNumber(_ number: Double, _ digits: Int, _ expected: Double) throws {
    #expect(try value(of: "round(\(number), \(digits))") == .number(expected))
  }
}
