import Expressions
import Testing

/// Mistakes that nobody chose: each identity with one sign, number, operation or function of its right side changed.
@Suite struct MutationTests {
  /// What stands at a place of the text, and what is written there instead.
  static let changes: [(String, String)] = [
    (" + ", " - "), (" - ", " + "), ("*", "/"), ("/", "*"), ("_1", "_2"), ("_2", "_3"), ("_3", "_1"),
    ("2", "3"),
    ("3", "2"), ("1", "2"), ("^2", "^3"), ("^2", ""), ("x", "(-x)"), ("a", "b"), ("h", "w"), ("exp", "log"),
    ("log(", "("), ("sin", "cos"), ("cos", "sin"), ("sqrt(", "("), ("abs(", "("), ("sigmoid", "tanh"),
    ("tanh", "sigmoid"), ("softmax(h)", "softmax(2h)"), ("max", "min"), ("mean", "sum"), ("sum", "mean"),
  ]

  /// The texts with one change at one of its places.
  static func mutants(of text: String) -> [String] {
    changes.flatMap { old, new in
      text.indices.compactMap { place in
        guard text[place...].hasPrefix(old) else { return nil }
        return text[..<place] + new + text[place...].dropFirst(old.count)
      }
    }
  }

  /// Those that the evaluator finds different at one of a few points are never accepted.
  @Test(arguments: Identities.all)
  func changedIdentitiesAreRefused(_ step: Step) throws {
    var random = SeededRandom(seed: 8)
    let left = try Expression.parse(step.left)
    let assumptions = try step.assumptions.map { try Expression.parse($0) }
    let points = (0..<60).map { _ in Self.point(&random) }.filter { point in
      // An equation holds at no random point.
      assumptions.allSatisfy { (try? $0.evaluate(in: point)) == .boolean(true) }
    }
    let values = points.map { ($0, Step.values(of: left, in: $0)) }.filter { !$0.1.isEmpty }.prefix(4)
    // A few of them, spread over the text and over the kinds of change.
    let mutants = Self.mutants(of: step.right).shuffled(using: &random).prefix(12).filter { mutant in
      guard let wrong = try? Expression.parse(mutant) else { return false }
      return values.contains { point, values in
        let others = Step.values(of: wrong, in: point)
        return zip(values, others).contains { abs($0 - $1) > 1e-6 * max(1, abs($0), abs($1)) }
      }
    }
    for mutant in mutants.prefix(3) {
      var wrong = step
      wrong.right = mutant
      let result = try wrong.decide()
      guard case .different = result else {
        Issue.record("\(wrong.testDescription) is \(result)")
        continue
      }
    }
    #expect(!mutants.isEmpty || values.isEmpty || step.right.count < 12)
  }

  private static func point(_ random: inout SeededRandom) -> DictionaryScope {
    var scope = Step.scope(at: Record([]))
    for name in scope.values.keys.sorted() {
      func number() -> Double { Double.random(in: -2...3, using: &random) }
      scope.values[name] =
        Step.variables[name] == nil ? .number(number()) : .vector((0..<3).map { _ in number() })
    }
    return scope
  }
}
