import Expressions
import Testing

/// Mistakes that nobody chose: each identity with one sign, number, operation or function of its right side changed.
@Suite struct MutationTests {
  /// What stands at a place of the text, and what is written there instead.
  static let changes: [(String, String)] = [
    (" + ", " - "), (" - ", " + "), ("*", "/"), ("/", "*"), ("_1", "_2"), ("_2", "_3"), ("_3", "_1"), ("2", "3"),
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
    let points = (0..<40).map { _ in Self.point(&random) }.filter(step.admits)
    // A few of them, spread over the text and over the kinds of change.
    let mutants = Self.mutants(of: step.right).shuffled(using: &random).lazy
      .filter { mutant in points.contains { step.differs(from: mutant, at: $0) } }.prefix(6)
    for mutant in mutants {
      var wrong = step
      wrong.right = mutant
      guard let result = try? wrong.decide() else { continue }
      #expect(!result.holds, "\(wrong.testDescription) is \(result)")
      if case .undecided = result { Issue.record("\(wrong.testDescription) is undecided") }
    }
    #expect(!mutants.isEmpty || step.right.count < 3 || points.isEmpty)
  }

  private static func point(_ random: inout SeededRandom) -> DictionaryScope {
    var scope = Step.scope(at: Record([]))
    for name in scope.values.keys.sorted() {
      func number() -> Double { Double.random(in: -2...3, using: &random) }
      scope.values[name] = Step.variables[name] == nil ? .number(number()) : .vector((0..<3).map { _ in number() })
    }
    return scope
  }
}

extension Step {
  /// Whether the assumptions hold at a point; an equation holds at no random one.
  fileprivate func admits(_ scope: DictionaryScope) -> Bool {
    assumptions.allSatisfy { (try? Expression.parse($0).evaluate(in: scope)) == .boolean(true) }
  }

  /// Whether both sides have values at a point and these differ by more than rounding.
  fileprivate func differs(from mutant: String, at scope: DictionaryScope) -> Bool {
    (1...9).contains { entry in
      guard let value = Self.value(of: left, entry: entry, in: scope),
        let other = Self.value(of: mutant, entry: entry, in: scope)
      else { return false }
      return abs(value - other) > 1e-6 * max(1, abs(value), abs(other))
    }
  }
}
