import Mathematics
import Testing

private let labels = Tensor([1, 0, 2])
private let wideLabels = Tensor([18, 3])
private let indices = Tensor([2, 0, 2, 1])

private func operation(
  _ name: String, _ shapes: [Shape], _ function: @escaping @Sendable ([Tensor]) throws -> Tensor
) -> DifferentiableCase {
  DifferentiableCase(description: name, shapes: shapes, within: -1.5...1.5, function: function)
}

private let operations: [DifferentiableCase] = [
  operation("softmax", [[2, 3]]) { try $0[0].softmax() },
  operation("softmax of long rows", [[2, 11]]) { try $0[0].softmax() },
  operation("causal softmax", [[2, 3, 3]]) { try $0[0].softmax(isCausal: true) },
  operation("log softmax", [[2, 3]]) { try $0[0].logSoftmax() },
  operation("cross-entropy", [[3, 3]]) { try $0[0].crossEntropy(labels: labels) },
  operation("cross-entropy of many classes", [[2, 19]]) { try $0[0].crossEntropy(labels: wideLabels) },
  operation("GELU", [[3, 4]]) { try $0[0].gelu() },
  operation("normal distribution", [[5]]) { try $0[0].normalDistribution() },
  operation("normal density", [[5]]) { try $0[0].normalDensity() },
  operation("layer norm", [[2, 5], [5], [5]]) { try $0[0].layerNormalized(gain: $0[1], bias: $0[2]) },
  operation("layer norm of long rows", [[1, 9], [9], [9]]) {
    try $0[0].layerNormalized(gain: $0[1], bias: $0[2], epsilon: 0.1)
  },
  operation("embedding", [[3, 2]]) { try $0[0].rows(at: indices) },
  operation("linear with bias", [[2, 2, 3], [4, 3], [4]]) {
    try $0[0].linear(weights: $0[1], bias: $0[2])
  },
  operation("linear without bias", [[3], [2, 3]]) { try $0[0].linear(weights: $0[1]) },
  operation("attention scores", [[2, 3, 4], [2, 2, 4]]) { try $0[0].attentionScores(keys: $0[1], heads: 2) },
  operation("attention mixture", [[2, 2, 3, 2], [2, 2, 4]]) { try $0[0].attentionMixture(of: $0[1]) },
]

@Suite("Derivatives of network operations")
struct NetworkDerivativeTests {
  @Test("Gradients agree with central differences", arguments: operations)
  func gradients(operation: DifferentiableCase) throws {
    try expectGradient(of: operation.scalar, at: operation.point(), operation.description)
  }

  @Test("Second derivatives agree with central differences of the gradient", arguments: operations)
  func secondDerivatives(operation: DifferentiableCase) throws {
    try expectSecondDerivatives(of: operation.scalar, at: operation.point(), operation.description)
  }

  @Test("Third derivatives agree too where the second use operations of their own")
  func thirdDerivatives() throws {
    let names = ["softmax", "causal softmax", "cross-entropy", "GELU", "layer norm", "attention scores"]
    let chosen = operations.filter { names.contains($0.description) }
    #expect(chosen.count == names.count)
    for operation in chosen {
      let point = try operation.point()
      let direction = point.map { Tensor(repeating: 0.4, shape: $0.shape) }
      try expectSecondDerivatives(
        of: { point in
          try zip(gradient(at: point, of: operation.scalar), direction).reduce(Tensor(0)) { sum, pair in
            try sum + (pair.0 * pair.1).sum()
          }
        }, at: point, operation.description, tolerance: 1e-8)
    }
  }

  @Test("Masked scores have no slope")
  func maskedScores() throws {
    let scores = try Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    let slope = try gradient(at: scores) { try $0.softmax(isCausal: true).square().sum() }
    #expect(slope[0, 1] == 0 && slope[0, 2] == 0 && slope[1, 2] == 0)
    #expect(slope[2, 0] != 0)
  }
}
