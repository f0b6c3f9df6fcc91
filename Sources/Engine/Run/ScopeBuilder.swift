import Expressions
import LessonFormat

/// Makes the scopes in which the expressions of one lesson are evaluated.
struct ScopeBuilder: Sendable {
  let plan: Plan
  let results: StepResults
  let lesson: Int

  /// The values of names, from what they mean and the steps that may be used.
  ///
  /// - Parameter seesFormulas: whether the names' formulas are there too, which derivatives look through.
  func scope(
    for meanings: [String: NameTable.Meaning], from steps: some Sequence<Int>, seesFormulas: Bool
  ) -> DictionaryScope {
    guard seesFormulas else { return DictionaryScope(values(of: meanings, from: Set(steps))) }
    let reached = reach(from: steps)
    var meanings = meanings
    for step in reached where plan.steps[step].lesson == lesson {
      for (name, meaning) in plan.steps[step].meanings where !plan.steps[step].locals.contains(name) {
        meanings[name] = meanings[name] ?? meaning
      }
    }
    return DictionaryScope(
      values(of: meanings, from: reached), formulas: formulas(of: meanings, among: reached))
  }

  private func values(of meanings: [String: NameTable.Meaning], from steps: Set<Int>) -> [String: Value] {
    meanings.compactMapValues { results.value(of: $0, from: steps) }
  }

  /// The steps, and all that they depend on.
  private func reach(from steps: some Sequence<Int>) -> Set<Int> {
    var reached = Set(steps)
    var pending = Array(reached)
    while let step = pending.popLast() {
      for needed in plan.steps[step].dependencies where reached.insert(needed).inserted {
        pending.append(needed)
      }
    }
    return reached
  }

  private func formulas(
    of meanings: [String: NameTable.Meaning], among steps: Set<Int>
  ) -> [String: Expression] {
    var formulas: [String: Expression] = [:]
    for (name, meaning) in meanings {
      switch meaning {
      case .step(let step): formulas[name] = formula(of: step)
      case .fields(let fields):
        for field in fields.entries(among: steps) {
          formulas["\(name).\(field.name)"] = formula(of: field.step)
        }
      }
    }
    return formulas
  }

  /// The formula of a step; one of another lesson speaks of names that mean nothing here.
  private func formula(of step: Int) -> Expression? {
    plan.steps[step].lesson == lesson ? plan.steps[step].formula : nil
  }
}

extension Datum {
  /// Whether an expression in it may take a derivative.
  var mayDifferentiate: Bool {
    switch kind {
    case .text(let text): text.text.mayDifferentiate
    case .list(let entries): entries.contains(where: \.mayDifferentiate)
    case .mapping(let entries): entries.contains(where: \.value.mayDifferentiate)
    case .number, .boolean, .empty: false
    }
  }
}

extension String {
  /// Whether an expression may take a derivative, which is a call of `d`.
  var mayDifferentiate: Bool { contains("d(") || contains("d (") }
}
