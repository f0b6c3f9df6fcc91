import Expressions
import Testing

/// Seeded random formulas, compiled and evaluated.
@Suite struct RandomFormulaTests {
  /// Makes a formula of some depth over the names a, b (coefficients), x, z (columns) and k (a constant).
  private func formula(_ depth: Int, _ random: inout SeededRandom) -> String {
    guard depth > 0 else {
      return ["a", "b", "x", "z", "k", "1", "2.5", "0.3"].randomElement(using: &random) ?? "a"
    }
    func part() -> String { formula(Int.random(in: 0..<depth, using: &random), &random) }
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1: return "(\(part()) + \(part()))"
    case 2: return "(\(part()) - \(part()))"
    case 3, 4: return "(\(part()) * \(part()))"
    case 5: return "(\(part()) / \(part()))"
    case 6: return "abs(\(part()))^(\(part()))"
    case 7: return "(\(part()))^\(Int.random(in: -2...4, using: &random))"
    case 8:
      let functions = ["exp", "sin", "tanh", "sigmoid", "softplus", "atan", "sqrt", "log", "relu", "floor"]
      return "\(functions.randomElement(using: &random) ?? "exp")(\(part()))"
    case 9:
      return
        "\(["sum", "max", "logsumexp", "norm"].randomElement(using: &random) ?? "sum")([\(part()), \(part())])"
    case 10: return "if(\(part()) < \(part()), \(part()), \(part()))"
    case 11: return "softmax([\(part()), \(part()), \(part())])_2"
    case 12: return "if(\(part()) > \(part()) and \(part()) <= \(part()), \(part()), \(part()))"
    default: return "-\(part())"
    }
  }

  @Test func randomFormulasAgreeWithTheEvaluator() throws {
    var random = SeededRandom(seed: 7)
    var compared = 0
    var mistakes = 0
    for _ in 0..<1500 {
      let text = formula(5, &random)
      let expression = try Expression.parse(text)
      let columns = ["x", "z"].map { name in
        (name, (0..<4).map { _ in Double.random(in: -2...2, using: &random) })
      }
      let point = [Double.random(in: -2...2, using: &random), Double.random(in: 0.1...2, using: &random)]
      let formula = RowFormula(
        expression, columns: columns, coefficients: ["a", "b"], in: DictionaryScope(["k": .number(1.5)]))
      let (values, derivatives) = formula.valuesAndDerivatives(at: point)
      for row in 0..<4 {
        let scope = DictionaryScope([
          "k": .number(1.5), "x": .number(columns[0].1[row]), "z": .number(columns[1].1[row]),
          "a": .number(point[0]), "b": .number(point[1]),
        ])
        for (index, name) in ["a", "b"].enumerated() {
          let expected = try? expression.evaluate(in: scope, along: [name: .number(1)])
          guard case .number(let value)? = expected?.value, case .number(let slope)? = expected?.tangent
          else {
            mistakes += 1
            let hasValue = (try? expression.evaluate(in: scope)) != nil
            let found = hasValue ? derivatives[index * 4 + row] : values[row]
            #expect(!found.isFinite, "\(text): \(found), a mistake was expected")
            continue
          }
          compared += 1
          let derivative = derivatives[index * 4 + row]
          // Conditioning: what is large on the way loses digits at the end, alike in both.
          #expect(abs(values[row] - value) <= 1e-9 * max(1, abs(value)), "\(text): \(values[row]), \(value)")
          #expect(abs(derivative - slope) <= 1e-7 * max(1, abs(slope)), "\(text): \(derivative), \(slope)")
        }
      }
    }
    #expect(compared > 6000 && mistakes > 100, "compared \(compared), mistakes \(mistakes)")
  }
}
