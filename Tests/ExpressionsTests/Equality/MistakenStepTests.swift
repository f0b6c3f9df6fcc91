import Expressions
import Testing

@Suite struct MistakenStepTests {
  /// The counterexample is checked with the evaluator, which shares nothing with the decision.
  @Test(arguments: Mistakes.all)
  func mistakesHaveACounterexample(_ step: Step) throws {
    guard case .different(let counterexample) = try step.decide() else {
      Issue.record("\(try step.decide())")
      return
    }
    let scope = Step.scope(at: counterexample.point)
    let left = value(of: step.left, counterexample.entry, in: scope)
    let right = value(of: step.right, counterexample.entry, in: scope)
    for (found, told) in [(left, counterexample.left), (right, counterexample.right)] {
      guard let told else {
        #expect(found == nil, "\(counterexample.description)")
        continue
      }
      let number = try #require(found, "\(counterexample.description)")
      #expect(abs(number - told) <= 1e-9 * max(1, abs(told)), "\(counterexample.description)")
    }
    #expect(counterexample.left != nil || counterexample.right != nil)
    #expect(counterexample.left != counterexample.right)
    for condition in step.assumptions {
      #expect(try Expression.parse(condition).evaluate(in: scope) == .boolean(true))
    }
  }

  private func value(of text: String, _ entry: Int?, in scope: DictionaryScope) -> Double? {
    let values = Step.values(of: text, in: scope)
    // A number stands for a vector that has it everywhere.
    return values.count == 1 ? values[0] : values.dropFirst((entry ?? 1) - 1).first
  }

  @Test func counterexamplesAreSimpleNumbers() throws {
    func told(_ left: String, _ right: String) throws -> String {
      guard case .different(let counterexample) = try Equality.decide(left, right, variables: ["h": 3]) else {
        return "equal"
      }
      return counterexample.description
    }
    #expect(try told("(a + b)^2", "a^2 + b^2") == "at a = 2, b = 3, the left is 25 and the right is 13")
    #expect(try told("sqrt(x^2)", "x") == "at x = −1, the left is 1 and the right is −1")
    #expect(try told("log(x^2)", "2log(x)") == "at x = −1, the left is 0 and the right has no value")
    #expect(try told("[x, 2]", "[x, 3]") == "entry 2 of the left is 2 and entry 2 of the right is 3")
    #expect(try told("h_1", "h_2") == "at h = (2, 3, 1), the left is 2 and the right is 3")
  }
}
