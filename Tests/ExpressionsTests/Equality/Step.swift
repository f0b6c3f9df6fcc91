import Expressions
import Testing

/// A step of a derivation: two formulas, and what is assumed.
struct Step: CustomTestStringConvertible, Sendable {
  var left: String
  var right: String
  var assumptions: [String] = []
  var isProved: Bool

  init(_ left: String, _ right: String, _ assumptions: String..., isProved: Bool = true) {
    self.left = left
    self.right = right
    self.assumptions = assumptions
    self.isProved = isProved
  }

  var testDescription: String { "\(left) = \(right)" + (assumptions.isEmpty ? "" : " where \(assumptions)") }

  static let variables = ["h": 3, "y": 3, "w": 3]

  func decide() throws -> Equality {
    try Equality.decide(left, right, variables: Self.variables, assuming: assumptions)
  }
}

// The evaluator of the language, which shares nothing with the decision.
extension Step {
  /// Every name of the tables: what a point does not say is 1.
  static func scope(at point: Record) -> DictionaryScope {
    var scope = DictionaryScope()
    for name in variables.keys { scope.values[name] = .vector([1, 1, 1]) }
    for letter in "abckmnptxCDEN" { scope.values[String(letter)] = .number(1) }
    for (name, value) in point.entries { scope.values[name] = value }
    return scope
  }

  /// The value of a text, or its entries where it is a vector or a matrix; none where it has no value.
  static func values(of text: String, in scope: DictionaryScope) -> [Double] {
    guard let expression = try? Expression.parse(text) else { return [] }
    return values(of: expression, in: scope)
  }

  static func values(of expression: Expression, in scope: DictionaryScope) -> [Double] {
    switch try? expression.evaluate(in: scope) {
    case .number(let number)?: [number]
    case .vector(let entries)?: entries
    case .matrix(let matrix)?: matrix.entries
    default: []
    }
  }
}
