import Mathematics

/// A 4-layer transformer of width 64, context 64, batch 16; the seconds are those of one step of Adam.
func transformer(repetitions: Int) throws -> Measurement {
  let (vocabulary, context, samples, steps) = (128, 64, 16, 20)
  let text = uniform(samples * (context + 1), seed: 20).map {
    (($0 + 1) * Double(vocabulary) / 2).rounded(.down)
  }
  let rows = (0..<samples).map { Array(text[($0 * (context + 1))..<(($0 + 1) * (context + 1))]) }
  let batch = [try Tensor(rows.map { Array($0.dropLast()) }), try Tensor(rows.map { Array($0.dropFirst()) })]
  var generator = SystemRandomNumberGenerator()
  let drawn = try Transformer(
    Transformer.Configuration(vocabulary: vocabulary, context: context, width: 64, heads: 4, layers: 4),
    using: &generator)
  let parameters = try drawn.namedParameters.enumerated().map { place, parameter in
    if parameter.name.hasSuffix("gain") { return parameter.value }
    let values = uniform(parameter.value.count, seed: 30 + place).map { $0 * 0.05 }
    return try Tensor(values, shape: parameter.value.shape)
  }
  let model = drawn.with(parameters: parameters)
  return try Measurement(repetitions: repetitions, units: Double(steps)) {
    let trainer = Trainer(model, Adam(learningRate: 1e-3)) { model, batch in
      try model.loss(batch[0], targets: batch[1])
    }
    var loss = 0.0
    for _ in 0..<steps { loss = try trainer.step(batch) }
    return [loss]
  }
}
