import Engine
import Expressions

/// Looks through the names of a formula to the formulas that define them.
struct DefinitionSearch {
  private let formula: Formula
  private let scope: any Scope

  init(_ formula: Formula) {
    self.formula = formula
    scope = formula.scope()
  }

  private func names(in expression: Expression, among own: Set<String>) -> Set<String> {
    let scope = scope
    return Set(
      expression.names { own.contains($0) || scope.value(of: $0) != nil || scope.formula(of: $0) != nil }
        .map(\.name))
  }

  /// The definitions behind the formula, through all others; names of the point hide those of the lesson.
  private func reachedDefinitions(from own: Set<String>) -> (uses: Set<String>, found: [String: Expression]) {
    var uses = names(in: formula.expression, among: own)
    var found: [String: Expression] = [:]
    var pending = uses.sorted()
    while let name = pending.popLast() {
      guard !own.contains(name), found[name] == nil, let definition = scope.formula(of: name) else {
        continue
      }
      found[name] = definition
      let inner = names(in: definition, among: own)
      uses.formUnion(inner)
      pending += inner.sorted()
    }
    return (uses, found)
  }

  /// All names that the formula uses, itself or through definitions.
  func reachedNames(from own: [String]) -> Set<String> { reachedDefinitions(from: Set(own)).uses }

  /// The definitions that change with the names of the point; all others are constants.
  func movingDefinitions(from own: [String]) -> [String: Expression] {
    let found = reachedDefinitions(from: Set(own)).found
    let uses = found.mapValues { names(in: $0, among: Set(own)) }
    var moving = Set(own)
    var grows = true
    while grows {
      let more = uses.filter { !moving.contains($0.key) && !$0.value.isDisjoint(with: moving) }.keys
      moving.formUnion(more)
      grows = !more.isEmpty
    }
    return found.filter { moving.contains($0.key) }
  }
}
