import Engine
import Expressions
import SourceText

/// What the names in a derivation are: unknowns, formulas, or numbers of the lesson.
struct DerivationSetting {
  private(set) var setting = AlgebraSetting()

  /// Gathers the names; one that nothing defines is an error at its place.
  init(
    _ unknowns: Unknowns, _ assumptions: [Formula], _ definitions: NamedFormulas, _ steps: [DerivationStep]
  ) throws {
    for (name, count) in unknowns.entries { setting.variables[name] = count }
    var errors: [LessonError] = []
    var own = Set(unknowns.entries.map(\.name))
    for (name, formula) in definitions.entries {
      if setting.variables[name] != nil {
        errors.append(
          LessonError(
            .parameter, at: .span(formula.text.span), "\(name) is an unknown already",
            help: "give the formula another name"))
      }
      errors += check(formula, own)
      setting.definitions[name] = formula.expression
      own.insert(name)
    }
    let formulas = assumptions + steps.flatMap(\.formulas)
    for formula in formulas { errors += check(formula, own) }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    for formula in definitions.entries.map(\.formula) + formulas {
      for (name, value) in formula.captured where !own.contains(name) {
        setting.definitions[name] = try constant(value, name: name, in: formula)
      }
    }
    setting.assumptions = assumptions.map(\.expression)
  }

  /// The names that neither the derivation nor the lesson defines.
  private func check(_ formula: Formula, _ own: Set<String>) -> [LessonError] {
    formula.unknownNames(besides: own) { "an unknown is named in variables: {\($0): 1}" }
  }

  /// A value of the lesson as a formula.
  private func constant(_ value: Value, name: String, in formula: Formula) throws -> Expression {
    let text: String? =
      switch value {
      case .number(let number) where number.isFinite: "\(number)"
      case .vector(let numbers) where numbers.allSatisfy(\.isFinite):
        "[\(numbers.map { "\($0)" }.joined(separator: ", "))]"
      default: nil
      }
    guard let text, let expression = try? Expression.parse(text) else {
      throw LessonError(
        ExpressionError(
          formula.expression.range, "\(name) is \(value.typeDescription), which algebra knows nothing of",
          help: "numbers and vectors of the lesson can be used"), in: formula.text)
    }
    return expression
  }
}
