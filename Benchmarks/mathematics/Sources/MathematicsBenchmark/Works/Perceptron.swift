import Mathematics

/// A multilayer perceptron 2-64-64-4 on a batch of 256, 1,000 steps of Adam; the answer is the loss after them.
func perceptron(repetitions: Int) throws -> Measurement {
  let points = zip(uniform(256, seed: 1), uniform(256, seed: 2)).map { x, y in
    let shifted = y * 7 + 1
    return [x, shifted - 2 * (shifted / 2).rounded(.down) - 1]
  }
  let labels = points.map { ($0[0] > 0 ? 2.0 : 0) + ($0[1] > 0 ? 1 : 0) }
  let batch = [try Tensor(points), Tensor(labels)]
  let widths = [2, 64, 64, 4]
  let layers = try zip(widths, widths.dropFirst()).enumerated().map { place, sizes in
    let scale = 1 / Double(sizes.0).squareRoot()
    let weights = uniform(sizes.0 * sizes.1, seed: 10 + place).map { $0 * scale }
    return try Linear(
      weights: Tensor(weights, shape: [sizes.1, sizes.0]), bias: Tensor.zeros([sizes.1]))
  }
  let model = MultilayerPerceptron(layers: layers, activation: .relu)
  return try Measurement(repetitions: repetitions) {
    let trainer = Trainer(model, Adam(learningRate: 1e-3)) { model, batch in
      try model(batch[0]).crossEntropy(labels: batch[1])
    }
    for _ in 0..<1000 { try trainer.step(batch) }
    return [try trainer.model(batch[0]).crossEntropy(labels: batch[1]).scalar]
  }
}
