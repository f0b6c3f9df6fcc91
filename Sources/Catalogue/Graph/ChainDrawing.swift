import Engine
import Expressions

/// The graph of a `{chain}`: one node for each block, whatever it computes.
struct ChainDrawing {
  let blocks: [NamedFormula]
  let inputs: ChainInputs
  let result: ChainResult

  func figure(in context: Context) throws -> Figure {
    try GraphDrawing(graph: graph).figure(in: context)
  }

  private var graph: ComputationalGraph {
    let formulas = Dictionary(
      blocks.map { ($0.definition.name, $0.definition.expression.description) },
      uniquingKeysWith: { first, _ in first })
    let last = result.values.last?.name ?? ""
    let isNumber = if case .number? = result.values.last?.value { true } else { false }
    let nodes = result.values.map { name, value in
      ComputationalGraph.Node(
        name: name, kind: formulas[name] == nil ? .input : .operation, formula: formulas[name] ?? name,
        value: value,
        derivative: !isNumber ? nil : name == last ? .number(1) : result.derivative(of: last, by: name))
    }
    return ComputationalGraph(nodes: nodes, edges: edges, output: max(nodes.count - 1, 0))
  }

  /// An edge from each name to the blocks whose formulas use it, with the derivative through that use alone.
  private var edges: [ComputationalGraph.Edge] {
    let places = Dictionary(
      result.values.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    return blocks.flatMap { block -> [ComputationalGraph.Edge] in
      let used = Set(block.definition.expression.names { places[$0] != nil }.compactMap { places[$0.name] })
      guard let to = places[block.definition.name] else { return [] }
      return used.sorted().map { from in
        ComputationalGraph.Edge(
          from: from, to: to, derivative: localDerivative(of: block, by: result.values[from].name))
      }
    }
  }

  /// The derivative of one block with all names before it held fixed but one: what its own formula does.
  private func localDerivative(of block: NamedFormula, by name: String) -> Value? {
    let before = result.values.prefix { $0.name != block.definition.name }
    let scope = DictionaryScope(
      Dictionary(block.formula.captured.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
    let alone = try? Chain(blocks: [block.definition]).evaluate(at: Array(before), in: scope)
    return alone?.derivative(of: block.definition.name, by: name)
  }
}
