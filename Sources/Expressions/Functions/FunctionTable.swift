/// All functions by name.
struct FunctionTable<S: ExpressionScalar>: Sendable {
  private let definitions: [String: FunctionDefinition<S>]
  /// The names, family by family.
  let names: [String]

  init() {
    let all =
      FunctionDefinition<S>.exponentials + FunctionDefinition<S>.angles + FunctionDefinition<S>.rounding
      + FunctionDefinition<S>.totals + FunctionDefinition<S>.extremes + FunctionDefinition<S>.probability
      + FunctionDefinition<S>.linearAlgebra + FunctionDefinition<S>.sequences
    names = all.map(\.name)
    definitions = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
  }

  subscript(name: String) -> FunctionDefinition<S>? { definitions[name] }
}

/// What a function of the expression language is, for help and for suggestions.
public struct FunctionSummary: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The parameters as an author reads them, such as `a, b, n`.
  public let parameters: String
  /// How many arguments it takes.
  public let arity: ClosedRange<Int>
  /// What it does, in one line.
  public let help: String

  /// All functions, family by family.
  public static let all: [FunctionSummary] = {
    let table = Double.functions
    let builtIn = table.names.compactMap { table[$0] }.map {
      FunctionSummary(name: $0.name, parameters: $0.parameters, arity: $0.arity, help: $0.help)
    }
    return builtIn + special
  }()

  /// Those that look at how their arguments are written, or take conditions.
  static let special = [
    FunctionSummary(name: "if", parameters: "c, a, b", arity: 3...3, help: "a where c holds, b where not"),
    FunctionSummary(name: "count", parameters: "c", arity: 1...1, help: "for how many entries c holds"),
    FunctionSummary(name: "d", parameters: "y, x", arity: 2...2, help: "the derivative of y by the name x"),
  ]

  /// Whether a function is one of these.
  static func isSpecial(_ name: String) -> Bool { special.contains { $0.name == name } }
}
