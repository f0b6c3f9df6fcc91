/// A computation taken apart: each value that it passes through, and how each follows from those before it.
///
/// Every operation is one node, whatever the shape of its value, and what is computed twice is one node too. Numbers
/// stay within the operation that uses them: `2x` is one node with the operand x.
public struct ComputationalGraph: Sendable, Hashable {
  /// What a node stands for.
  public enum Kind: Sendable, Hashable {
    /// A name that derivatives are taken by.
    case input
    /// A value that is held fixed.
    case constant
    case operation
  }

  /// A value on the way.
  public struct Node: Sendable, Hashable {
    /// Its name: the author's, or one that counts the steps between, such as `v_1`.
    public let name: String
    /// What it stands for.
    public let kind: Kind
    /// How it follows from its operands; the name itself for what is given.
    public let formula: String
    /// What it comes to; a record of numbers as the vector that it serves as.
    public let value: Value
    /// The derivative of the output by it, in its own shape; nil for what rests, and where the output is no number.
    public let derivative: Value?

    /// Makes a node.
    public init(name: String, kind: Kind, formula: String, value: Value, derivative: Value?) {
      self.name = name
      self.kind = kind
      self.formula = formula
      self.value = value
      self.derivative = derivative
    }
  }

  /// The use of one value by one operation.
  public struct Edge: Sendable, Hashable {
    /// The operand, by its place among the nodes.
    public let from: Int
    /// The operation, by its place among the nodes.
    public let to: Int
    /// The derivative of the operation by this operand alone; nil where it is not differentiated.
    ///
    /// Of a number by a vector it is the gradient, of a vector by a number a vector, of a vector by a vector the matrix
    /// whose rows belong to the entries of the first. A matrix counts as the vector of its entries, row by row.
    public let derivative: Value?

    /// Makes an edge.
    public init(from: Int, to: Int, derivative: Value?) {
      self.from = from
      self.to = to
      self.derivative = derivative
    }
  }

  /// The nodes, each after its operands.
  public let nodes: [Node]
  /// The edges, in the order of the operations that they enter.
  public let edges: [Edge]
  /// The node whose derivatives are taken, by its place.
  public let output: Int

  /// Makes a graph of nodes in the order of their computation.
  public init(nodes: [Node], edges: [Edge], output: Int) {
    self.nodes = nodes
    self.edges = edges
    self.output = output
  }

  /// No graph has more nodes.
  public static let mostNodes = 200
  /// No graph has more edges.
  public static let mostEdges = 500
}

extension Chain {
  /// Takes the chain apart into single operations, with the derivative of one name by everything before it.
  ///
  /// The derivatives between neighbours are exact, by dual numbers; those of the output are accumulated backwards
  /// from it. Names that are neither inputs nor blocks are constants of the scope.
  ///
  /// - Parameters:
  ///   - inputs: the names that derivatives are taken by, with their values.
  ///   - output: the name whose derivatives are taken; nil for the last block.
  /// - Throws: the first mistake, and what passes the limits, at its place in its block.
  public func graph(
    at inputs: [(name: String, value: Value)], in scope: some Scope = DictionaryScope(),
    output: String? = nil
  ) throws(ChainError) -> ComputationalGraph {
    var builder = GraphBuilder(scope: scope, inputs: inputs, definitions: blocks.map(\.name))
    for (index, block) in blocks.enumerated() {
      do {
        try builder.add(block)
      } catch {
        throw ChainError(block: index, error: error)
      }
    }
    let block = output.flatMap { name in blocks.firstIndex { $0.name == name } } ?? max(blocks.count - 1, 0)
    let place = blocks.isEmpty ? max(builder.nodes.count - 1, 0) : builder.named[blocks[block].name] ?? 0
    do {
      return try builder.graph(
        output: place, at: blocks.isEmpty ? 0..<0 : blocks[block].expression.extent)
    } catch {
      throw ChainError(block: block, error: error)
    }
  }
}
