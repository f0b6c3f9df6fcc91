import Engine
import Expressions
import GraphLayout
import LessonFormat
import SourceText

/// `{graph}`: a computation taken apart, each value forwards and each derivative backwards.
struct GraphExperiment: Experiment {
  static let name = "graph"
  static let summary =
    "Draws a computation as a graph, with every value forwards and every derivative backwards."
  static let results = [
    ResultDescription("value", "The value of the output."),
    ResultDescription("d", "The derivative of the output by each input and each block, under its name."),
    ResultDescription("nodes", "The number of nodes: inputs, constants and operations."),
    ResultDescription("edges", "The number of edges, one for each operand of each operation."),
  ]
  static let example = """
    blocks: ["h = m*x + b", "p = softmax(h)", "L = -log(p_2)"]
    at: {m: [1, 0, -1], b: [0, 0, 0], x: 2.35}
    """

  @Parameter("What is computed: an expression, or a name with one.")
  var expression: GraphFormula? = nil
  @Parameter("What is computed in order, instead of one expression; each block may use the names before it.")
  var blocks: [NamedFormula]? = nil
  @Parameter("The names that derivatives are taken by, with their values; all other names are constants.")
  var at = ChainInputs()
  @Parameter("The block whose derivatives are taken, where it is not the last.")
  var of: String? = nil
  @Parameter("Where the graph leads: right or down; by default whatever fits the page.")
  var direction: GraphDirection? = nil
  @Parameter("Whether a reader can step through it; above 60 nodes nobody can.")
  var frames = true

  /// No graph has more blocks.
  static let mostBlocks = 200
  /// No graph has more inputs.
  static let mostInputs = 200

  func run(in context: Context) throws -> Outcome {
    try limit(at.entries.count, "inputs", in: 0...Self.mostInputs)
    let formulas = try formulas()
    try checkNames(formulas)
    let graph = try graph(of: formulas)
    try checkOutput(of: graph, formulas)
    let drawing = GraphDrawing(graph: graph, direction: direction?.layered, hasFrames: frames)
    return Outcome(results(of: graph, formulas), displays: [.figure(try drawing.figure(in: context))])
  }

  private func checkOutput(of graph: ComputationalGraph, _ formulas: [GraphFormula]) throws {
    let end = graph.nodes[graph.output]
    if case .number = end.value { return }
    guard let formula = formulas.last(where: { $0.definition.name == end.name }) else { return }
    let error = ExpressionError(
      formula.definition.expression.extent,
      "derivatives are taken of a number, and \(end.name) is \(shortText(end.value))",
      help: "an entry, or sum(…), is a number")
    throw LessonError(error, in: formula.formula.text)
  }

  private func formulas() throws -> [GraphFormula] {
    switch (expression, blocks) {
    case (var expression?, nil):
      if expression.nameSpan == nil { expression.definition = named(expression) }
      return [expression]
    case (nil, let blocks?):
      try limit(blocks.count, "blocks", in: 1...Self.mostBlocks)
      return blocks.map { GraphFormula($0) }
    case (nil, nil):
      throw LessonError(
        .parameter, at: .directive, "expression or blocks is missing", help: "write one of them")
    case (.some, .some):
      throw LessonError(
        .parameter, at: $expression.map { .span($0.span) } ?? .directive,
        "expression and blocks are both given; write one of them")
    }
  }

  /// An expression under a name that nothing in it has.
  private func named(_ expression: GraphFormula) -> Definition {
    let taken = Set(at.entries.map(\.name.value) + expression.formula.captured.map(\.name))
    let name = ["y", "z", "f", "g"].first { !taken.contains($0) } ?? "result"
    let extent = expression.definition.expression.extent
    return Definition(name: name, nameRange: extent, expression: expression.definition.expression)
  }

  private func limit(_ count: Int, _ what: String, in range: ClosedRange<Int>) throws {
    guard !range.contains(count) else { return }
    throw LessonError.experiment(
      count == 0 ? "there are no \(what)" : "\(count) \(what) are more than \(range.upperBound), its limit")
  }

  private func checkNames(_ formulas: [GraphFormula]) throws {
    var taken = Set(at.entries.map(\.name.value))
    let errors = formulas.compactMap { formula -> LessonError? in
      let name = formula.definition.name
      guard !taken.insert(name).inserted, let span = formula.nameSpan else { return nil }
      return LessonError(
        .parameter, at: .span(span), "\(name) is taken by an input or a block above",
        help: "give it another name")
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    let names = formulas.map(\.definition.name)
    guard let of, !names.contains(of), let datum = $of else { return }
    throw LessonError.parameter(
      datum, "no block is called \(of)",
      help: nearestName(to: of, among: names).map { "did you mean \($0)?" }
        ?? "the blocks are \(names.joined(separator: ", "))")
  }

  private func graph(of formulas: [GraphFormula]) throws -> ComputationalGraph {
    let constants = Dictionary(
      formulas.flatMap(\.formula.captured).map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first })
    do throws(ChainError) {
      return try Chain(blocks: formulas.map(\.definition)).graph(
        at: at.entries.map { ($0.name.value, $0.value) }, in: DictionaryScope(constants), output: of)
    } catch {
      throw LessonError(error.error, in: formulas[error.block].formula.text)
    }
  }

  private func results(of graph: ComputationalGraph, _ formulas: [GraphFormula]) -> Record {
    let names = Set(at.entries.map(\.name.value) + formulas.map(\.definition.name))
    let derivatives = graph.nodes.compactMap { node -> (String, Value)? in
      guard names.contains(node.name), let derivative = node.derivative else { return nil }
      return (node.name, derivative)
    }
    return Record([
      ("value", graph.nodes[graph.output].value), ("d", .record(Record(derivatives))),
      ("nodes", .number(Double(graph.nodes.count))), ("edges", .number(Double(graph.edges.count))),
    ])
  }
}
