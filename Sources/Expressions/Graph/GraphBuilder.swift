import Mathematics

/// Takes definitions apart into nodes, and computes each node as soon as its operands are known.
struct GraphBuilder {
  /// A node before the way back.
  struct Draft {
    var name: String
    var kind: ComputationalGraph.Kind
    var formula: String
    var value: Quantity<Double>
    /// Whether it moves when an input does.
    var isActive: Bool
    var operands: [Operand] = []
  }

  /// What an operation makes of one operand.
  struct Operand {
    var node: Int
    /// The derivative by it, a column for each of its entries; nil where one of both does not move.
    var jacobian: Jacobian?
  }

  /// A part of an expression, taken apart.
  enum Part {
    /// It has no names: it stays within the operation that uses it.
    case literal(Expression)
    case node(Int)
  }

  let scope: any Scope
  private(set) var nodes: [Draft] = []
  /// The inputs and the definitions so far, by name.
  private(set) var named: [String: Int] = [:]
  /// Where each operation on each operands stands, so that it is computed once.
  private var known: [String: Int] = [:]
  private var edges = 0
  private let prefix: String
  private var steps = 0
  /// The values of all nodes, as the evaluator knows them.
  var values: [String: Quantity<Double>] = [:]
  var liftedValues: [String: Quantity<Dual<Double>>] = [:]
  /// The steps that all evaluations took together.
  var work = 0

  init(scope: any Scope, inputs: [(name: String, value: Value)], definitions: [String]) {
    self.scope = scope
    let taken = scope.names + inputs.map(\.name) + definitions
    prefix = Self.prefix(apartFrom: taken)
    for (name, value) in inputs {
      let quantity = Quantity<Double>(value).unlabelled
      named[name] = append(
        Draft(
          name: name, kind: .input, formula: name, value: quantity, isActive: quantity.entries != nil))
    }
  }

  /// A letter for the steps between that begins no name of the author's.
  private static func prefix(apartFrom names: [String]) -> String {
    let letters = ["v", "u", "t", "s", "r", "q", "step"]
    let isFree = { (letter: String) in !names.contains { $0 == letter || $0.hasPrefix(letter + "_") } }
    return letters.first(where: isFree) ?? "node"
  }

  // MARK: Nodes

  /// Adds what a definition computes; its last operation bears its name.
  mutating func add(_ definition: Definition) throws(ExpressionError) {
    guard named[definition.name] == nil else {
      throw ExpressionError(definition.nameRange, "\(definition.name) is defined already")
    }
    let count = nodes.count
    switch try part(definition.expression) {
    case .literal(let expression):
      let value = try evaluate(expression)
      try limit(edges: 0, at: expression)
      named[definition.name] = append(
        Draft(
          name: definition.name, kind: .constant, formula: expression.description, value: value,
          isActive: false))
    case .node(let place) where place >= count && place == nodes.count - 1 && nodes[place].kind == .operation:
      rename(place, definition.name)
      named[definition.name] = place
    case .node(let place):
      // Another name for a value that is known already.
      let alias = placeholder(for: place, at: definition.expression)
      named[definition.name] = try appendOperation(alias, on: [place], name: definition.name)
    }
  }

  private mutating func rename(_ place: Int, _ name: String) {
    values[name] = values.removeValue(forKey: nodes[place].name)
    liftedValues[name] = liftedValues.removeValue(forKey: nodes[place].name)
    nodes[place].name = name
    steps -= 1
  }

  /// The node of an operation on parts: an earlier one where it is the same.
  mutating func operation(
    _ form: ([Expression]) -> Expression.Form, on parts: [Part], like expression: Expression,
    operandExpressions: [Expression]
  ) throws(ExpressionError) -> Part {
    var places: [Int] = []
    var operands: [Expression] = []
    for (part, written) in zip(parts, operandExpressions) {
      switch part {
      case .literal(let literal): operands.append(literal)
      case .node(let place):
        if !places.contains(place) { places.append(place) }
        operands.append(placeholder(for: place, at: written))
      }
    }
    let whole = Expression(form(operands), expression.range, extent: expression.extent)
    return .node(try node(whole, on: places))
  }

  /// The node of an expression whose names are those of nodes.
  mutating func node(
    _ expression: Expression, on places: [Int], canMerge: Bool = true
  ) throws(ExpressionError) -> Int {
    let key = "\(places)\(expression.description)"
    let isExact = canMerge && !key.contains(Path.elided)
    if isExact, let place = known[key] { return place }
    steps += 1
    let place = try appendOperation(expression, on: places, name: "\(prefix)_\(steps)")
    if isExact { known[key] = place }
    return place
  }

  private mutating func appendOperation(
    _ expression: Expression, on places: [Int], name: String
  ) throws(ExpressionError) -> Int {
    try limit(edges: places.count, at: expression)
    let value = try evaluate(expression)
    var draft = Draft(
      name: name, kind: .operation, formula: expression.description, value: value,
      isActive: value.entries != nil && places.contains { nodes[$0].isActive })
    for place in places {
      let jacobian = draft.isActive ? try jacobian(of: expression, value, by: place) : nil
      draft.operands.append(Operand(node: place, jacobian: jacobian))
    }
    return append(draft)
  }

  /// The node of what a lesson's name leads to, which is held fixed.
  mutating func constant(_ expression: Expression) throws(ExpressionError) -> Part {
    let text = expression.description
    let key = "constant \(text)"
    if text != Path.elided, let place = known[key] { return .node(place) }
    let value = try evaluate(expression)
    try limit(edges: 0, at: expression)
    let place = append(Draft(name: text, kind: .constant, formula: text, value: value, isActive: false))
    if text != Path.elided { known[key] = place }
    return .node(place)
  }

  private mutating func append(_ draft: Draft) -> Int {
    values[draft.name] = draft.value
    liftedValues[draft.name] = draft.value.lifted
    edges += draft.operands.count
    nodes.append(draft)
    return nodes.count - 1
  }

  private func limit(edges new: Int, at expression: Expression) throws(ExpressionError) {
    guard nodes.count < ComputationalGraph.mostNodes else {
      throw ExpressionError(
        expression.range, "this graph has more than \(ComputationalGraph.mostNodes) nodes, the limit",
        help: "compute over vectors: an operation on them is one node")
    }
    guard edges + new <= ComputationalGraph.mostEdges else {
      throw ExpressionError(
        expression.range, "this graph has more than \(ComputationalGraph.mostEdges) edges, the limit",
        help: "compute over vectors: an operation on them is one node")
    }
  }

  /// The name of a node in the place of the expression that it stands for.
  func placeholder(for place: Int, at expression: Expression) -> Expression {
    let path = Path(root: .name(nodes[place].name), rootRange: expression.range, steps: [])
    return Expression(.path(path), expression.range, extent: expression.extent)
  }
}
