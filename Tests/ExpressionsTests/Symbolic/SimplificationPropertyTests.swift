import Expressions
import Testing

@Suite struct SimplificationPropertyTests {
  /// A simpler form has the value of the first wherever that has one, and simplifies to itself.
  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func randomFormulasKeepTheirValue(_ seed: UInt64) throws {
    var formulas = RandomFormulas(seed: seed)
    var (compared, shorter) = (0, 0)
    for _ in 0..<100 {
      let text = formulas.next()
      let formula = try Expression.parse(text)
      let simple = try formula.simplified(in: unknowns)
      let again = try simple.expression.simplified(in: unknowns).expression
      #expect(again.description == simple.expression.description, "\(text) simplified twice")
      if simple.expression.description.count < text.count { shorter += 1 }
      switch try Equality.decide(formula, simple.expression, in: unknowns) {
      case .proved, .tested: compared += 1
      case .different(let counterexample):
        // More values are allowed where the lost condition is told.
        #expect(
          counterexample.left == nil, "\(text) is not \(simple.expression): \(counterexample.description)")
        #expect(!simple.conditions.isEmpty, "\(text) is \(simple.expression) under a condition")
      case .undecided: break
      }
    }
    #expect(compared > 85)
    #expect(shorter > 60)
  }

  /// The evaluator of the language, which knows nothing of algebra, finds the same values.
  @Test func theEvaluatorAgrees() throws {
    var formulas = RandomFormulas(seed: 5)
    var random = SeededRandom(seed: 6)
    var compared = 0
    for _ in 0..<600 {
      let formula = try Expression.parse(formulas.next())
      let simple = try formula.simplified(in: unknowns).expression
      let again = try simple.simplified(in: unknowns).expression
      #expect(again.description == simple.description, "\(formula) simplified twice")
      let h = (0..<3).map { _ in Double.random(in: 0.5...2, using: &random) }
      let scope = DictionaryScope([
        "x": .number(Double.random(in: 0.5...2, using: &random)), "h": .vector(h),
        "t": .number(Double.random(in: 0.5...2, using: &random)),
      ])
      guard case .number(let value)? = try? formula.evaluate(in: scope), value.magnitude < 1e6 else {
        continue
      }
      guard case .number(let other)? = try? simple.evaluate(in: scope) else {
        Issue.record("\(formula) has a value and \(simple) has none")
        continue
      }
      // Four levels of functions with slopes below a thousand lose at most some nine of sixteen digits.
      #expect(
        abs(value - other) <= 1e-7 * max(1, abs(value)), "\(formula) is \(value), \(simple) is \(other)")
      compared += 1
    }
    #expect(compared > 300)
  }
}
