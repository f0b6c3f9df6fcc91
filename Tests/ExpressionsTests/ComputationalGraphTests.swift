import Expressions
import Testing

@Suite struct ComputationalGraphTests {
  private func graph(
    _ blocks: [String], at inputs: [(name: String, value: Value)], _ scope: [String: Value] = [:],
    output: String? = nil
  ) throws -> ComputationalGraph {
    try Chain(blocks: try blocks.map { try Expression.parseDefinition($0) })
      .graph(at: inputs, in: DictionaryScope(scope), output: output)
  }

  private func node(_ name: String, of graph: ComputationalGraph) throws -> ComputationalGraph.Node {
    try #require(graph.nodes.first { $0.name == name })
  }

  private func edge(
    _ from: String, _ to: String, of graph: ComputationalGraph
  ) throws -> ComputationalGraph.Edge {
    try #require(graph.edges.first { graph.nodes[$0.from].name == from && graph.nodes[$0.to].name == to })
  }

  @Test func slopesMultiplyAlongTheWay() throws {
    let graph = try graph(["y = 2x", "z = 4y"], at: [("x", .number(3))])
    #expect(graph.nodes.map(\.name) == ["x", "y", "z"])
    #expect(graph.nodes.map(\.formula) == ["x", "2x", "4y"])
    #expect(graph.nodes.map(\.kind) == [.input, .operation, .operation])
    #expect(graph.nodes.map(\.value) == [.number(3), .number(6), .number(24)])
    // dz/dx = 4 · 2.
    #expect(graph.nodes.map(\.derivative) == [.number(8), .number(4), .number(1)])
    #expect(graph.edges.map(\.derivative) == [.number(2), .number(4)])
    #expect(graph.output == 2)
  }

  @Test func branchesAddUp() throws {
    // L = (x + y) x at (2, 3): dL/dx = 2x + y = 7, dL/dy = x = 2.
    let graph = try graph(["L = (x + y)*x"], at: [("x", .number(2)), ("y", .number(3))])
    #expect(graph.nodes.map(\.name) == ["x", "y", "v_1", "L"])
    #expect(graph.nodes.map(\.formula) == ["x", "y", "x + y", "v_1*x"])
    #expect(graph.nodes.map(\.derivative) == [.number(7), .number(2), .number(2), .number(1)])
    #expect(try edge("x", "L", of: graph).derivative == .number(5))
  }

  @Test func whatIsComputedTwiceIsOneNode() throws {
    let graph = try graph(
      ["a = exp(x*y) + (x*y)^2", "b = x*y + a", "c = sin(b)*sin(b)"],
      at: [("x", .number(0.5)), ("y", .number(0.25))])
    #expect(graph.nodes.map(\.formula).filter { $0 == "x*y" }.count == 1)
    #expect(graph.nodes.map(\.formula).filter { $0 == "sin(b)" }.count == 1)
    // One edge stands for both factors, with the derivative through both: 2 sin b.
    let last = try #require(graph.edges.last)
    guard case .number(let slope)? = last.derivative,
      case .number(let sine)? = graph.nodes.first(where: { $0.formula == "sin(b)" })?.value
    else {
      Issue.record("no numbers")
      return
    }
    #expect(abs(slope - 2 * sine) <= 1e-15)
  }

  @Test func aNameThatChangesItsMeaningIsNotMerged() throws {
    // The first k is the scope's.
    let graph = try graph(
      ["a = k*x", "k = 3", "b = k*x", "c = a + b"], at: [("x", .number(2))], ["k": .number(5)])
    #expect(try node("a", of: graph).value == .number(10))
    #expect(try node("b", of: graph).value == .number(6))
    #expect(try node("x", of: graph).derivative == .number(8))
  }

  @Test func softmaxWithCrossEntropy() throws {
    // h = (x, 0, −x) at x = 2.3514: by mpmath p₂ = 0.0862403850180259378680, L = 2.45061670733668095400,
    // dL/dm₂ = x (p₂ − 1) = −2.14861435866861380970, dL/db = p − (0, 1, 0).
    let graph = try graph(
      ["h = m*x + b", "p = softmax(h)", "L = -log(p_2)"],
      at: [("m", .vector([1, 0, -1])), ("b", .vector([0, 0, 0]))], ["x": .number(2.3514)])
    #expect(graph.nodes.map(\.name) == ["m", "b", "x", "v_1", "h", "p", "v_2", "v_3", "L"])
    #expect(graph.nodes.map(\.formula).suffix(3) == ["p_2", "log(v_2)", "-v_3"])
    #expect(try node("x", of: graph).kind == .constant)
    #expect(try node("x", of: graph).derivative == nil)
    expectClose(try node("L", of: graph).value, [2.45061670733668095400])
    expectClose(
      try node("b", of: graph).derivative,
      [0.905546448199814431, -0.913759614981974062, 0.00821316678215963075])
    expectClose(
      try node("m", of: graph).derivative,
      [2.12930191829704363, -2.14861435866861381, 0.0193124403715701557])
    guard case .matrix(let matrix)? = try edge("h", "p", of: graph).derivative else {
      Issue.record("no matrix")
      return
    }
    #expect((matrix.rows, matrix.columns) == (3, 3))
    // ∂p₁/∂h₂ = −p₁ p₂.
    #expect(abs(matrix[0, 1] + 0.905546448199814431 * 0.0862403850180259379) <= 1e-16)
  }

  @Test func derivativesAgreeWithThoseOfTheChain() throws {
    let blocks = [
      "a = sin(x) * y", "b = exp(a / 3) + x", "c = tanh([b, a, x*y])", "L = log(1 + norm(c)^2) + sqrt(b)",
    ]
    let inputs: [(name: String, value: Value)] = [("x", .number(0.7)), ("y", .number(1.3))]
    let chain = try Chain(blocks: try blocks.map { try Expression.parseDefinition($0) }).evaluate(at: inputs)
    let graph = try graph(blocks, at: inputs)
    for name in ["x", "y", "a", "b"] {
      let (one, other) = (try node(name, of: graph).derivative, chain.derivative(of: "L", by: name))
      guard case .number(let backward)? = one, case .number(let forward)? = other else {
        Issue.record("\(name) has no derivative")
        continue
      }
      // Both are exact rules in another order of the same sums.
      #expect(abs(backward - forward) <= 4e-16 * max(1, abs(forward)))
    }
  }

  @Test(arguments: [
    "max(x, y)*x", "logsumexp(x, 2y, x*y)", "dot([x, y], [y, x^2])", "if(x > y, x^2, y^3)*x",
    "sum(softmax([x, y])*[1, 2])", "sigmoid(x)/softplus(y)", "d(x^2*y, x)*y", "x^y", "cumsum([x, y, x])_3",
    "[x, y]_2*x", "abs(-x)", "mean([x, y, 3])", "-x - -y", "f(x, y)*x",
  ])
  func derivativesAgreeWithCentralDifferences(_ formula: String) throws {
    let function = Function(parameters: ["a", "b"], formula: "a*b^2", constants: Record())
    func at(_ x: Double, _ y: Double) throws -> ComputationalGraph {
      try graph(["L = \(formula)"], at: [("x", .number(x)), ("y", .number(y))], ["f": .function(function)])
    }
    func value(_ x: Double, _ y: Double) throws -> Double {
      guard case .number(let number) = try node("L", of: at(x, y)).value else { return .nan }
      return number
    }
    let h = 1e-5
    let center = try at(0.8, 1.7)
    let slopes = [
      (try value(0.8 + h, 1.7) - value(0.8 - h, 1.7)) / (2 * h),
      (try value(0.8, 1.7 + h) - value(0.8, 1.7 - h)) / (2 * h),
    ]
    for (name, slope) in zip(["x", "y"], slopes) {
      guard case .number(let exact)? = try node(name, of: center).derivative else {
        Issue.record("\(name) has no derivative")
        continue
      }
      // The error of a central difference is of the order h², and of the rounding of L over h.
      #expect(abs(exact - slope) <= 1e-8, "by \(name)")
    }
  }

  @Test func numbersStayWithinTheirOperations() throws {
    let graph = try graph(["y = sqrt(2)*x + pi/2", "k = 3", "z = y*k"], at: [("x", .number(1))])
    #expect(graph.nodes.map(\.formula) == ["x", "sqrt(2)*x", "v_1 + pi/2", "3", "y*k"])
    #expect(graph.nodes.map(\.kind) == [.input, .operation, .operation, .constant, .operation])
    #expect(try node("k", of: graph).derivative == nil)
  }

  @Test func oneNodeAndAnotherName() throws {
    let alone = try graph(["y = 2 + 3"], at: [])
    #expect(alone.nodes.map(\.value) == [.number(5)])
    #expect(alone.edges.isEmpty)
    let alias = try graph(["y = x", "z = y"], at: [("x", .number(3))])
    #expect(alias.nodes.map(\.derivative) == [.number(1), .number(1), .number(1)])
    #expect(throws: ChainError.self) { try graph([], at: []) }
  }

  @Test func anotherOutput() throws {
    let graph = try graph(["y = 2x", "z = 4y"], at: [("x", .number(3))], output: "y")
    #expect(graph.nodes.map(\.derivative) == [.number(2), .number(1), .number(0)])
  }

  @Test func anOutputThatIsNoNumberHasNoDerivatives() throws {
    let graph = try graph(["y = 2x"], at: [("x", .vector([1, 2]))])
    #expect(graph.nodes.allSatisfy { $0.derivative == nil })
    #expect(
      graph.edges[0].derivative == Matrix(rows: 2, columns: 2, entries: [2, 0, 0, 2]).map { .matrix($0) })
  }

  @Test func namesOfTheAuthorKeepTheirLetters() throws {
    let graph = try graph(["v = (α + 1)*2", "L = (v + 1)*ŷ"], at: [("α", .number(1)), ("ŷ", .number(2))])
    #expect(graph.nodes.map(\.name) == ["α", "ŷ", "u_1", "v", "u_2", "L"])
  }

  @Test(arguments: [
    ("y = log(x - 3)", 4..<14), ("y = 2*abs(x - 3)", 6..<16), ("y = 1 + q", 8..<9), ("y = 1/(x - 3)", 4..<13),
    ("y = p_4*x", 6..<7), ("y = 2*relu(3 - x)", 6..<17), ("y = if(x, 1, x)", 7..<8), ("x = 2", 0..<1),
  ])
  func mistakesAndKinksHaveTheirPlace(_ block: String, _ place: Range<Int>) throws {
    let error = #expect(throws: ChainError.self) {
      try graph(["z = x", block], at: [("x", .number(3)), ("p", .vector([1, 2, 3]))])
    }
    #expect(error?.block == 1)
    #expect(error?.error.range == place, "\(error?.error.message ?? "")")
  }

  @Test func whatIsTooLargeIsRefusedAtItsPlace() throws {
    let many = "y = " + (1...1000).map { "sin(x + \($0))" }.joined(separator: " + ")
    let error = #expect(throws: ChainError.self) { try graph([many], at: [("x", .number(3))]) }
    #expect(error?.error.message.contains("200 nodes") == true)
    let wide = (1...60).map { "y\($0) = " + (0..<$0).map { "y\($0)" }.joined(separator: "*") }
    #expect(throws: ChainError.self) { try graph(wide, at: [("y0", .number(1))]) }
    #expect(throws: ChainError.self) {
      try graph(["y = 2x"], at: [("x", .vector(Array(repeating: 1, count: 100_000)))])
    }
    #expect(throws: ChainError.self) { try graph(["y = exp(x)*exp(x)"], at: [("x", .number(400))]) }
    // Every value is finite, and the product of the slopes is not.
    #expect(throws: ChainError.self) {
      try graph(["y = x*1e200", "z = y*1e200"], at: [("x", .number(1e-300))])
    }
  }

  private func expectClose(_ value: Value?, _ expected: [Double]) {
    var found: [Double] = []
    if case .number(let number)? = value { found = [number] }
    if case .vector(let numbers)? = value { found = numbers }
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) { #expect(abs(one - other) <= 4e-16 * max(1, abs(other))) }
  }
}
