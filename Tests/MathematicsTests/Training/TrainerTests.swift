import CAllocations
import Mathematics
import Testing

@Suite("Training")
struct TrainerTests {
  private let x = try? Tensor([[1, 2], [0, -1], [3, 1], [-2, 2]])
  private let y = Tensor([0, 1, 2, 1])

  private func perceptron() -> MultilayerPerceptron {
    var generator = Xoshiro256StarStar(seed: 21)
    return MultilayerPerceptron(widths: [2, 6, 3], activation: .tanh, using: &generator)
  }

  private func trainer<Method: Optimiser>(
    _ optimiser: Method, clippingNorm: Double? = nil
  ) -> Trainer<MultilayerPerceptron, Method> {
    Trainer(perceptron(), optimiser, clippingNorm: clippingNorm) { model, batch in
      try model(batch[0]).crossEntropy(labels: batch[1])
    }
  }

  @Test("A replayed run has the bits of one that is written out", arguments: [nil, 0.1])
  func replay(clippingNorm: Double?) throws {
    let x = try #require(x)
    let trainer = trainer(Adam(learningRate: 0.05), clippingNorm: clippingNorm)
    var descent = Descent(Adam(learningRate: 0.05), clippingNorm: clippingNorm)
    var model = perceptron()
    for _ in 0..<20 {
      let (loss, slope) = try valueAndGradient(at: model) { try $0(x).crossEntropy(labels: y) }
      try descent.move(&model, along: slope)
      #expect(try trainer.step([x, y]) == loss.scalar)
      #expect(trainer.model.parameters == model.parameters)
      #expect(trainer.gradient?.parameters == slope.parameters)
    }
    #expect(trainer.stepCount == 20)
  }

  @Test("A step allocates nothing after the first")
  func allocations() throws {
    let batch = [try #require(x), y]
    let control = allocation_count()
    #expect(Array(repeating: 1, count: 1000).count == 1000)
    #expect(allocation_count() > control, "the counter counts")
    try expectNoAllocations(trainer(Adam()), batch)
    try expectNoAllocations(trainer(Momentum(learningRate: 0.1), clippingNorm: 0.1), batch)
    try expectNoAllocations(trainer(StochasticGradientDescent(learningRate: 0.1)), batch)
  }

  @Test("Nor does a step of a transformer")
  func transformerAllocations() throws {
    var generator = Xoshiro256StarStar(seed: 2)
    let sizes = Transformer.Configuration(vocabulary: 5, context: 4, width: 4, heads: 2, layers: 1)
    let trainer = Trainer(try Transformer(sizes, using: &generator), Adam()) { model, batch in
      try model.loss(batch[0], targets: batch[1])
    }
    try expectNoAllocations(trainer, [Tensor([[0, 1, 2, 3]]), Tensor([[1, 2, 3, 4]])])
  }

  private func expectNoAllocations<Learner, Method>(
    _ trainer: Trainer<Learner, Method>, _ batch: [Tensor]
  ) throws {
    try trainer.step(batch)
    // The runtime sets up what it needs for generic types when it meets them.
    try trainer.step(batch)
    let before = allocation_count()
    for _ in 0..<10 { try trainer.step(batch) }
    #expect(allocation_count() == before)
  }

  @Test("A small transformer learns a sequence by heart")
  func overfitting() throws {
    var generator = Xoshiro256StarStar(seed: 8)
    let sizes = Transformer.Configuration(vocabulary: 6, context: 8, width: 16, heads: 2, layers: 1)
    let trainer = Trainer(try Transformer(sizes, using: &generator), Adam(learningRate: 0.01)) {
      try $0.loss($1[0], targets: $1[1])
    }
    // The same token is followed by different ones: only the position or what came before can tell.
    let batch = [try Tensor([[0, 1, 0, 2, 0, 3, 3, 4]]), try Tensor([[1, 0, 2, 0, 3, 3, 4, 5]])]
    let first = try trainer.step(batch)
    // Before training all six are about equally likely.
    #expect(abs(first - 1.791759469228055) < 0.1)
    for _ in 0..<150 { try trainer.step(batch) }
    #expect(try trainer.step(batch) < 0.01)
    let logits = try trainer.model(batch[0])
    for position in 0..<8 {
      let target = Int(batch[1][0, position])
      #expect((0..<6).allSatisfy { $0 == target || logits[0, position, $0] < logits[0, position, target] })
    }
  }

  @Test("Batches may change their size, and be set in place")
  func batches() throws {
    let x = try #require(x)
    let trainer = trainer(Adam(learningRate: 0.05)), other = self.trainer(Adam(learningRate: 0.05))
    let small = [try Tensor([[1, 2]]), Tensor([0])]
    for batch in [[x, y], small, [x, y]] {
      try trainer.step(batch)
      try other.step(batch)
    }
    try trainer.withMutableBatch(1) { $0[0] = 2 }
    let changed = try trainer.step()
    #expect(try other.step([x, Tensor([2, 1, 2, 1])]) == changed)
    #expect(trainer.model.parameters == other.model.parameters)
  }

  @Test("Bad batches are errors, and leave the model as it was")
  func badBatches() throws {
    let x = try #require(x)
    let trainer = trainer(Adam())
    #expect(throws: TrainingError.noBatch) { try trainer.step() }
    #expect(throws: TrainingError.noBatch) { try trainer.withMutableBatch(0) { _ in } }
    #expect(throws: IndexError.self) { try trainer.step([x, Tensor([0, 1, 2, 3])]) }
    try trainer.step([x, y])
    let model = trainer.model
    #expect(throws: IndexError.self) { try trainer.step([x, Tensor([0, 1, 2, 3])]) }
    #expect(throws: ShapeError.self) { try trainer.step([x, Tensor([0, 1])]) }
    #expect(trainer.model.parameters == model.parameters && trainer.stepCount == 1)
    try trainer.step([x, y])
    #expect(trainer.stepCount == 2)
  }

  @Test("NaN shows in the loss and in the parameters")
  func notANumber() throws {
    let trainer = trainer(Adam())
    let loss = try trainer.step([try Tensor([[.nan, 1]]), Tensor([0])])
    #expect(loss.isNaN)
    #expect(trainer.model.parameters.allSatisfy { $0.values.contains { $0.isNaN } })
  }
}
