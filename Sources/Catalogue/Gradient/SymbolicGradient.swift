import Engine
import Expressions

/// The derivatives as algebra finds them, one for each entry of the point.
struct SymbolicGradient {
  /// What algebra says about one entry.
  struct Derivative {
    /// The formula, or why there is none.
    let formula: Result<Expression, ExpressionError>
    /// Its value at the point; nil where it has none there.
    let value: Double?
  }

  let derivatives: [Derivative]

  /// A longer formula says nothing to a reader, and many of them take long to find.
  private static let mostCharacters = 1_000

  init(_ formula: Formula, at places: GradientPlaces) {
    let scope = formula.scope(with: places.locals)
    let names = places.point.map(\.name)
    let definitions = DefinitionSearch(formula).movingDefinitions(from: names)
    let setting = Self.setting(formula, definitions: definitions, at: places)
    var failure: ExpressionError?
    derivatives = places.entries.map { entry in
      // After one that fails the others would take as long for nothing: a gradient is whole.
      if let failure { return Derivative(formula: .failure(failure), value: nil) }
      do throws(ExpressionError) {
        let derivative = try Self.derivative(of: formula.expression, by: entry.text, in: setting)
        let value = try? derivative.evaluate(in: scope)
        return Derivative(formula: .success(derivative), value: value.flatMap(Self.number))
      } catch {
        failure = error
        return Derivative(formula: .failure(error), value: nil)
      }
    }
  }

  private static func derivative(
    of expression: Expression, by name: String, in setting: AlgebraSetting
  ) throws(ExpressionError) -> Expression {
    let derivative = try expression.differentiated(by: name, in: setting)
    let count = derivative.description.count
    guard count <= mostCharacters else {
      throw ExpressionError(
        expression.extent, "the derivative by \(name) has \(count) characters, more than anybody reads")
    }
    return derivative
  }

  /// Vectors have as many entries as at the point, or as the lesson's constants of their names.
  private static func setting(
    _ formula: Formula, definitions: [String: Expression], at places: GradientPlaces
  ) -> AlgebraSetting {
    let scope = formula.scope(with: places.locals)
    var variables: [String: Int] = [:]
    for expression in [formula.expression] + definitions.values {
      for use in expression.names(where: { scope.value(of: $0) != nil }) where definitions[use.name] == nil {
        switch scope.value(of: use.name) {
        case .vector(let entries)?: variables[use.name] = entries.count
        case .record(let record)?: variables[use.name] = record.numbers?.count
        case .number?: variables[use.name] = 1
        default: break
        }
      }
    }
    return AlgebraSetting(variables: variables, definitions: definitions)
  }

  private static func number(_ value: Value) -> Double? {
    if case .number(let number) = value, number.isFinite { number } else { nil }
  }

  /// The values, where algebra found all of them.
  var values: [Double]? {
    let values = derivatives.compactMap(\.value)
    return values.count == derivatives.count ? values : nil
  }

  /// Why algebra finds no derivative by one entry; nil where it finds all.
  var failure: String? {
    for derivative in derivatives {
      if case .failure(let error) = derivative.formula { return error.message }
    }
    return derivatives.contains { $0.value == nil } ? "the formula has no value at the point" : nil
  }

  /// The formulas as text, where algebra found all of them.
  var texts: [String]? {
    let texts = derivatives.compactMap { try? $0.formula.get().description }
    return texts.count == derivatives.count ? texts : nil
  }
}
