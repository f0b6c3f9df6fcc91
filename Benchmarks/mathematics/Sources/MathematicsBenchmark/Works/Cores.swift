import Mathematics

/// Eight trainings of the perceptron side by side, of 200 steps each; the argument is the number of cores, and the answer
/// all eight losses, which must not depend on it.
func cores(_ arguments: [String], repetitions: Int) throws -> Measurement {
  guard let cores = arguments.first.flatMap(Int.init), cores > 0 else {
    throw UsageError(description: "cores COUNT REPETITIONS")
  }
  return Measurement(repetitions: repetitions) {
    parallelMap(count: 8, cores: cores) { seed in
      (try? trainedLoss(seed: seed)) ?? .nan
    }
  }
}

private func trainedLoss(seed: Int) throws -> Double {
  var generator = Xoshiro256StarStar(seed: UInt64(seed))
  let batch = [
    Tensor.normal([256, 2], using: &generator), Tensor((0..<256).map { Double($0 % 4) }),
  ]
  let model = MultilayerPerceptron(widths: [2, 64, 64, 4], activation: .tanh, using: &generator)
  let trainer = Trainer(model, Adam(learningRate: 1e-3)) { model, batch in
    try model(batch[0]).crossEntropy(labels: batch[1])
  }
  var loss = 0.0
  for _ in 0..<200 { loss = try trainer.step(batch) }
  return loss
}
