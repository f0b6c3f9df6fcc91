import Mathematics
import Testing

@Suite struct RecordedGraphTests {
  @Test func aChainShowsValuesForwardAndDerivativesBackward() throws {
    // y = 2 x, z = 4 y at x = 3: z = 24, dz/dy = 4, dz/dx = 8.
    let graph = try RecordedGraph(at: Tensor(3), names: ["x"]) { x in
      let y = try Tensor(2) * x
      return try Tensor(4) * y
    }
    #expect(graph.nodes.map(\.value.values) == [[3], [2], [6], [4], [24]])
    #expect(graph.nodes.map { $0.derivative?.values } == [[8], nil, [4], nil, [1]])
    #expect(graph.nodes.map(\.operands) == [[], [], [1, 0], [], [3, 2]])
    #expect(graph.nodes.map(\.symbol) == ["x", "2.0", "v_{3}", "4.0", "v_{5}"])
    #expect(graph.nodes[2].kind == .operation(name: "×"))
  }

  @Test func whatIsUsedTwiceIsOneNode() throws {
    let shift = Tensor([1, 2])
    let graph = try RecordedGraph(at: [Tensor([3, 4])]) { point in
      let sum = try point[0] + shift
      return try (sum * sum + shift).sum()
    }
    #expect(graph.nodes.filter { $0.kind == .variable }.map(\.symbol) == ["x_{1}"])
    #expect(graph.nodes.filter { $0.kind == .constant }.count == 1)
    // Σ (x + s)² + s: the derivative is 2 (x + s).
    #expect(graph.nodes[0].derivative?.values == [8, 12])
  }

  @Test func operandsComeBeforeWhatIsMadeOfThem() throws {
    let graph = try RecordedGraph(at: [Tensor([0.5, 1]), Tensor([2, 3])]) { point in
      try (point[0].exp() * point[1] + point[0]).tanh().sum()
    }
    for (index, node) in graph.nodes.enumerated() {
      #expect(node.operands.allSatisfy { $0 < index })
      #expect(!node.tex.isEmpty)
    }
    #expect(graph.nodes.last?.derivative?.values == [1])
  }

  @Test func aConstantFunctionIsOneNode() throws {
    let graph = try RecordedGraph(at: Tensor(1)) { _ in Tensor(7) }
    #expect(graph.nodes.count == 1)
    #expect(graph.nodes[0].kind == .constant && graph.nodes[0].derivative == nil)
  }

  @Test func derivativesThatAFunctionTakesArePartOfItsGraph() throws {
    // Σ d/dy (y³) at y = x is 3 x², and its derivative 6 x.
    let graph = try RecordedGraph(at: Tensor([2])) { x in
      try gradient(at: x) { y in try (y * y * y).sum() }.sum()
    }
    #expect(graph.nodes[0].derivative?.values == [12])
    // At a constant point, the derivative is a constant.
    let other = try RecordedGraph(at: Tensor([2])) { x in
      try (gradient(at: Tensor([5])) { y in try (y * y).sum() } * x).sum()
    }
    #expect(other.nodes.filter { $0.kind == .variable }.count == 1)
    #expect(other.nodes.first { $0.kind == .variable }?.derivative?.values == [10])
  }

  @Test func aVariableAloneIsItsOwnResult() throws {
    let graph = try RecordedGraph(at: Tensor(1)) { $0 }
    #expect(graph.nodes.count == 1)
    #expect(graph.nodes[0].derivative?.values == [1])
  }
}
