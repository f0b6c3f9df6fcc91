import Expressions
import Mathematics
import Testing

/// Mistakes in rows, and sizes that nobody would write.
@Suite struct FormulaLimitTests {
  private func formula(_ text: String, x: [Double], _ scope: DictionaryScope = DictionaryScope()) throws
    -> RowFormula
  {
    RowFormula(try Expression.parse(text), columns: [("x", x)], coefficients: ["a", "b"], in: scope)
  }

  /// A mistake of the evaluator is NaN in its row alone, and its place can be asked for.
  @Test(arguments: [
    ("log(a*x)", [1.0, -1, 2]), ("a/(x + 1)", [1, -1, 2]), ("exp(-exp(a*x))", [1, 1000, 2]),
    ("1/exp(a*x)", [1, 1000, 2]), ("atan(exp(a*x))", [1, 1000, 2]), ("min(b, exp(a*x))", [1, 1000, 2]),
    ("tanh(a/(x + 1))", [1, -1, 2]), ("if(exp(a*x) > 1, a, b)", [1, 1000, 2]), ("a*sqrt(x)", [1, -1, 2]),
    ("a*log(x)", [1, 0, 2]), ("a/(1e300*x)", [1, 1e9, 2]), ("sigmoid(a*x*1e308)", [0, 9, 0]),
    ("x^a", [1, -1, 2]), ("a*x", [1, .nan, 2]), ("asin(a*x)", [0.5, 20, 0.2]),
  ])
  func mistakesStayInTheirRow(_ text: String, _ x: [Double]) throws {
    let formula = try formula(text, x: x)
    #expect(formula.isCompiled)
    let point = [1.5, 0.5]
    #expect(formula.values(at: point).map(\.isNaN) == [false, true, false], "\(text)")
    #expect(formula.mistake(inRow: 0, at: point) == nil)
    #expect(formula.mistake(inRow: 1, at: point) != nil)
  }

  @Test func aMistakeHasItsPlace() throws {
    let formula = try formula("a + log(x - b)", x: [5, 1])
    let mistake = try #require(formula.mistake(inRow: 1, at: [1, 2]))
    #expect(mistake.range == 4..<14 && mistake.message == "log(−1) has no value")
  }

  /// At a kink there is a value and no derivative.
  @Test(arguments: ["abs(a - x)", "relu(a - x)", "max(a, x)", "norm(a - x)"])
  func kinksHaveNoDerivative(_ text: String) throws {
    let (values, derivatives) = try formula(text, x: [1, 2]).valuesAndDerivatives(at: [2, 1])
    #expect(values.allSatisfy(\.isFinite) && derivatives[0].isFinite && derivatives[1].isNaN, "\(text)")
    #expect(derivatives[2...].allSatisfy { $0 == 0 })
  }

  @Test func aRestingOperandIsNotDisturbedByAnInfiniteSlope() throws {
    let (values, derivatives) = try formula("sqrt(a*x) + x^b", x: [0, 4]).valuesAndDerivatives(at: [1, 2])
    #expect(values == [0, 18])
    // d√(ax)/da = x/(2√(ax)) = 1 and dx^b/db = x^b log x; both 0 at x = 0.
    #expect(derivatives[0] == 0 && derivatives[1] == 1 && derivatives[2] == 0)
  }

  @Test func linearFormulasAreKnown() throws {
    for text in ["a + b*x", "a*x^2 + b*exp(x)", "(a + b*x)/3", "a", "x", "sum([a, b*x])", "a*0 + x"] {
      #expect(try formula(text, x: [1, 2]).isLinear, "\(text)")
    }
    for text in ["a*b*x", "exp(a*x)", "a/b", "abs(a)", "max(a, b)", "a^2"] {
      #expect(try !formula(text, x: [1, 2]).isLinear, "\(text)")
    }
  }

  @Test func manyRowsAreComputedInBlocks() throws {
    let x = (0..<10_000).map { Double($0) / 1000 }
    let (values, derivatives) = try formula("a*exp(-b*x)", x: x).valuesAndDerivatives(at: [3, 0.5])
    for row in stride(from: 0, to: 10_000, by: 7) {
      let power = Double.exp(-0.5 * x[row])
      #expect(abs(values[row] - 3 * power) <= 1e-14 && abs(derivatives[row] - power) <= 1e-14)
      #expect(abs(derivatives[10_000 + row] + 3 * x[row] * power) <= 1e-13)
    }
  }

  @Test func hostileSizes() throws {
    #expect(try formula("a + x", x: []).values(at: [1, 2]) == [])
    let short = try formula("a + x", x: [1]).values(at: [1])
    #expect(short.count == 1 && short.allSatisfy(\.isNaN), "one coefficient is missing")
    // A long sum is a long program; a huge vector of constants is left to the evaluator.
    let long = (0..<3000).map { "a*x^\($0 % 7)" }.joined(separator: " + ")
    #expect(try formula(long, x: [1]).values(at: [1, 0]) == [3000])
    let huge = DictionaryScope(["v": .vector(Array(repeating: 1, count: 100_000))])
    let summed = try formula("sum(a*v)", x: [1], huge)
    #expect(!summed.isCompiled && summed.values(at: [2, 0]) == [200_000])
    // Functions that call each other twice, sixteen levels deep, are evaluated.
    var function = Function(parameters: ["t"], formula: "t")
    for _ in 0..<16 {
      function = Function(
        parameters: ["t"], formula: "f(t) + f(t)", constants: Record([("f", .function(function))]))
    }
    let nested = DictionaryScope(["f": .function(function)])
    #expect(try formula("f(a)", x: [1], nested).values(at: [1, 0]) == [65_536])
    let deep = String(repeating: "sin(", count: 150) + "a*x" + String(repeating: ")", count: 150)
    #expect(try formula(deep, x: [1, 2]).isCompiled)
  }

  @Test func columnsOfDifferentLengthsAndNamesTakenTwice() throws {
    let expression = try Expression.parse("a + x + y")
    let formula = RowFormula(
      expression, columns: [("x", [1, 2]), ("y", [10])], coefficients: ["a"])
    let values = formula.values(at: [100])
    #expect(values[0] == 111 && values[1].isNaN)
    let shadowed = RowFormula(expression, columns: [("x", [1]), ("y", [10])], coefficients: ["a", "x"])
    #expect(shadowed.values(at: [100, 5]) == [115])
  }
}
