/// A computation as a graph that can be walked and drawn: every variable, constant and operation, with its value and
/// the derivative of the result with respect to it.
///
/// ```swift
/// let graph = try RecordedGraph(at: [Tensor(3)], names: ["x"]) { inputs in try inputs[0] * 2 }
/// for node in graph.nodes { print(node.symbol, "=", node.tex, node.value, node.derivative ?? 0) }
/// ```
public struct RecordedGraph: Sendable {
  /// All nodes; operands come before what is made of them, and the result is the last.
  public let nodes: [Node]

  /// A variable, a constant or an operation.
  public struct Node: Sendable {
    /// What a node is.
    public enum Kind: Sendable, Hashable {
      /// An entry of the point.
      case variable
      /// A tensor that the function brought along.
      case constant
      /// What an operation made of its operands.
      case operation(name: String)
    }
    /// What the node is.
    public let kind: Kind
    /// The node's own symbol in TeX: a variable's name, or v with a number.
    public let symbol: String
    /// How the value is made, in TeX, from the symbols of the operands; for others than operations their symbol.
    public let tex: String
    /// The operands' places in the list of nodes, in the operation's order.
    public let operands: [Int]
    /// What the function gave here.
    public let value: Tensor
    /// The derivative of the result with respect to the value; nil where the result does not depend on a variable
    /// through it.
    public let derivative: Tensor?
  }

  /// Records a function at a point.
  ///
  /// - Parameters:
  ///   - names: A name in TeX for each parameter of the point; x₁, x₂ … unless given.
  ///   - function: Gives a single number.
  /// - Precondition: There is a name for each parameter, if there are any.
  public init<Point: Parameterized>(
    at point: Point, names: [String]? = nil, of function: (Point) throws -> Tensor
  ) throws {
    let recording = Recording()
    defer { recording.end() }
    let variables = try point.parameters.map { try recording.variable($0.detached) }
    precondition(names.map { $0.count == variables.count } ?? true, "a name for each parameter")
    let result = try Recording.$current.withValue(recording) {
      try function(point.with(parameters: variables))
    }
    let symbols = names ?? variables.indices.map { "x_{\($0 + 1)}" }
    let derivatives = try recording.derivatives(of: result, at: variables)
    var builder = GraphBuilder(recording: recording, symbols: symbols, derivatives: derivatives)
    builder.add(recording.operand(result))
    nodes = builder.nodes
  }
}

/// Lists what a result was made of, operands first.
private struct GraphBuilder {
  let recorded: [RecordedNode]
  let symbols: [String]
  let derivatives: [Tensor?]
  var nodes: [RecordedGraph.Node] = []
  private var places: [Int: Int] = [:]
  private var constantPlaces: [ConstantKey: Int] = [:]

  // One tensor that is used twice is one constant.
  private struct ConstantKey: Hashable {
    let storage: ObjectIdentifier
    let offset: Int
    let shape: Shape
  }

  init(recording: Recording, symbols: [String], derivatives: [Tensor?]) {
    recorded = recording.nodes
    self.symbols = symbols
    self.derivatives = derivatives
  }

  mutating func add(_ result: RecordedOperand) {
    guard case .node(let last) = result else {
      _ = place(of: result)
      return
    }
    var isNeeded = [Bool](repeating: false, count: last + 1)
    isNeeded[last] = true
    for index in (0...last).reversed() where isNeeded[index] {
      for case .node(let source) in recorded[index].operands { isNeeded[source] = true }
    }
    for index in 0...last where isNeeded[index] { append(index) }
  }

  private mutating func append(_ index: Int) {
    let node = recorded[index]
    guard let operation = node.operation else {
      places[index] = nodes.count
      // Variables of the point are recorded first, in their order; others belong to a derivative that the function
      // took, and do not vary here.
      return index < symbols.count
        ? appendLeaf(.variable, symbol: symbols[index], node.value, derivative(index))
        : appendLeaf(.constant, symbol: constantSymbol(node.value), node.value, nil)
    }
    let operands = node.operands.map { place(of: $0) }
    places[index] = nodes.count
    nodes.append(
      RecordedGraph.Node(
        kind: .operation(name: operation.name), symbol: "v_{\(nodes.count + 1)}",
        tex: operation.tex(operands.map { nodes[$0].symbol }), operands: operands, value: node.value,
        derivative: derivative(index)))
  }

  private func derivative(_ index: Int) -> Tensor? {
    index < derivatives.count ? derivatives[index] : nil
  }

  private mutating func place(of operand: RecordedOperand) -> Int {
    switch operand {
    case .node(let index): return places[index] ?? 0
    case .constant(let tensor):
      let key = ConstantKey(
        storage: ObjectIdentifier(tensor.storage), offset: tensor.offset, shape: tensor.shape)
      if let known = constantPlaces[key] { return known }
      constantPlaces[key] = nodes.count
      appendLeaf(.constant, symbol: constantSymbol(tensor), tensor, nil)
      return nodes.count - 1
    }
  }

  /// A single number stands for itself.
  private func constantSymbol(_ tensor: Tensor) -> String {
    tensor.count == 1 ? "\(tensor.values[0])" : "c_{\(nodes.count + 1)}"
  }

  private mutating func appendLeaf(
    _ kind: RecordedGraph.Node.Kind, symbol: String, _ value: Tensor, _ derivative: Tensor?
  ) {
    nodes.append(
      RecordedGraph.Node(
        kind: kind, symbol: symbol, tex: symbol, operands: [], value: value, derivative: derivative))
  }
}
