/// Turns an expression into a graph of operations on rows.
struct FormulaCompiler {
  var graph: RowGraph
  /// The names that stand for the row's numbers, for coefficients, or for arguments of a function.
  var bindings: [String: RowValue]
  /// The names that are the same in every row.
  var scope: any Scope
  private var steps = 0
  private var depth = 0
  /// Functions that are compiled within each other.
  private var nesting = 0

  /// Parts that are compiled, those of functions at every call; beyond it the evaluator is quicker.
  static let mostSteps = 200_000

  init(rows: Int, scope: any Scope) {
    graph = RowGraph(rows: rows)
    bindings = [:]
    self.scope = scope
  }

  mutating func compile(_ expression: Expression) throws(NotCompilable) -> RowValue {
    steps += 1
    depth += 1
    defer { depth -= 1 }
    guard steps <= Self.mostSteps, depth <= Limits.evaluationDepth else { throw NotCompilable() }
    if case .number(let number) = expression.form { return .number(try graph.number(number)) }
    guard dependsOnRows(expression) else { return .constant(try value(of: expression)) }
    switch expression.form {
    case .path(let path): return try compile(path)
    case .sum(let terms): return try sum(terms)
    case .product(let factors): return try product(factors)
    case .power(let base, let exponent):
      return try graph.joined(try compile(base), try compile(exponent)) {
        graph, x, y throws(NotCompilable) in try graph.power(x, y)
      }
    case .negation(let operand):
      return try graph.mapped(try compile(operand)) { graph, x throws(NotCompilable) in
        try graph.map(.negate, x)
      }
    case .call(let name, _, let arguments): return try call(name, arguments)
    case .list(let entries): return try list(entries)
    default: return try compileCondition(expression)
    }
  }

  func isDefined(_ name: String) -> Bool {
    bindings[name] != nil || scope.value(of: name) != nil || scope.formula(of: name) != nil
  }

  /// Whether an expression uses a name whose value is not the same everywhere.
  func dependsOnRows(_ expression: Expression) -> Bool {
    expression.names(where: isDefined).contains { bindings[$0.name] != nil }
  }

  /// The value of an expression that is the same in every row.
  private func value(of expression: Expression) throws(NotCompilable) -> Value {
    do {
      return try expression.evaluate(in: scope)
    } catch {
      // Where it stands in a branch that no row takes, it is no mistake: the evaluator knows.
      throw NotCompilable()
    }
  }

  /// Whether a condition that is the same in every row is one for each entry of a vector.
  func isOverEntries(_ condition: Expression) throws(NotCompilable) -> Bool {
    var evaluator = Evaluator<Double>(scope: scope)
    do {
      guard case .single = try evaluator.truth(of: condition) else { return true }
      return false
    } catch {
      throw NotCompilable()
    }
  }

  private mutating func sum(_ terms: [Expression.Term]) throws(NotCompilable) -> RowValue {
    var left = try compile(terms[0].operand)
    for term in terms.dropFirst() {
      let right = try compile(term.operand)
      let operation: RowOperation.Join = term.isSubtracted ? .subtract : .add
      left = try graph.joined(left, right) { graph, x, y throws(NotCompilable) in
        try graph.join(operation, x, y)
      }
    }
    return left
  }

  private mutating func product(_ factors: [Expression.Factor]) throws(NotCompilable) -> RowValue {
    var left = try compile(factors[0].operand)
    for factor in factors.dropFirst() {
      let right = try compile(factor.operand)
      left = try graph.joined(left, right) { graph, x, y throws(NotCompilable) in
        factor.operation == .over ? try graph.quotient(x, y) : try graph.product(x, y)
      }
    }
    return left
  }

  private mutating func list(_ expressions: [Expression]) throws(NotCompilable) -> RowValue {
    var numbers: [RowGraph.Node] = []
    var rows: [[RowGraph.Node]] = []
    for expression in expressions {
      switch try graph.lift(try compile(expression)) {
      case .number(let node): numbers.append(node)
      case .vector(let entries): rows.append(entries)
      case .condition, .matrix, .constant: throw NotCompilable()
      }
    }
    if rows.isEmpty { return .vector(numbers) }
    guard numbers.isEmpty, rows.allSatisfy({ $0.count == rows[0].count }) else { throw NotCompilable() }
    return .matrix(
      Quantity<Double>.Grid(rows: rows.count, columns: rows[0].count, entries: Array(rows.joined())))
  }

  /// Compiles the formula of a function that a lesson's result offers, with values for its parameters.
  mutating func call(_ function: Function, with arguments: [RowValue]) throws(NotCompilable) -> RowValue {
    guard function.parameters.count == arguments.count, nesting < Limits.definitions else {
      throw NotCompilable()
    }
    let (outer, outside) = (bindings, scope)
    defer { (bindings, scope) = (outer, outside) }
    nesting += 1
    defer { nesting -= 1 }
    scope = DictionaryScope(
      Dictionary(
        function.constants.entries.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
    bindings = Dictionary(zip(function.parameters, arguments)) { $1 }
    guard let formula = try? Expression.parse(function.formula) else { throw NotCompilable() }
    return try compile(formula)
  }
}
