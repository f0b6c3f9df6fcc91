import Mathematics

/// Six parameters learn three cities from one longitude at a time, in 350 steps of Adam.
func cities(repetitions: Int) throws -> Measurement {
  let longitudes = [
    -3.7033, -3.6835, -3.7143, -3.6921, -3.7033, 2.3514, 2.2945, 2.3499, 2.3376, 2.3522, 13.4050, 13.3777,
    13.4019, 13.3904, 13.3694,
  ]
  let order = [8, 4, 1, 10, 9, 3, 2, 14, 0, 13, 6, 7, 11, 12, 5]
  let samples = try order.map { [try Tensor([[longitudes[$0]]]), Tensor([Double($0 / 5)])] }
  let model = try Linear(weights: Tensor([[1], [0], [-1]]), bias: Tensor([0, 0, 0]))
  return try Measurement(repetitions: repetitions) {
    let trainer = Trainer(model, Adam(learningRate: 0.05)) { model, batch in
      try model(batch[0]).crossEntropy(labels: batch[1])
    }
    var loss = 0.0
    for step in 0..<350 { loss = try trainer.step(samples[step % samples.count]) }
    return [loss]
  }
}
