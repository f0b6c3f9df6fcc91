import Engine
import Mathematics

/// A transformer on its way through sentences.
struct TransformerTraining {
  let corpus: Corpus
  /// Sentences that it is not trained on, if any.
  let heldOut: Corpus?
  let configuration: Transformer.Configuration
  let optimiser: any Optimiser
  let steps: Int
  let batch: Int
  let seed: Seed

  /// What came of it.
  struct Course {
    var model: Transformer
    /// The mean loss of each step's batch, before the step.
    var losses: [Double] = []
    /// After how many steps the held-out sentences were looked at, and what was seen then.
    var checkpoints: [(step: Int, score: TransformerScore)] = []
  }

  /// Held-out sentences are looked at about so often.
  private static let checks = 20

  /// Trains the model.
  func run() throws -> Course { try run(with: optimiser) }

  private func run(with method: some Optimiser) throws -> Course {
    var generator = Xoshiro256StarStar(seed: seed.value)
    var course = Course(model: try Transformer(configuration, using: &generator))
    let trainer = Trainer(course.model, method) { model, batch in
      try -(model(batch[0]).logSoftmax() * batch[1]).sum()
    }
    var shuffle = Shuffle(count: corpus.sentences.count, using: generator)
    try check(course.model, after: 0, &course)
    for step in 1...steps {
      let rows = (0..<batch).compactMap { _ in shuffle.next() }
      let loss = try trainer.step([try corpus.inputs(rows), try corpus.weights(rows)])
      guard loss.isFinite else { throw divergence(after: step - 1) }
      course.losses.append(loss)
      if step == steps || step.isMultiple(of: max(1, steps / Self.checks)) {
        try check(trainer.model, after: step, &course)
      }
    }
    course.model = trainer.model
    guard course.model.parameters.allSatisfy({ $0.values.allSatisfy(\.isFinite) }) else {
      throw divergence(after: steps)
    }
    return course
  }

  private func check(_ model: Transformer, after step: Int, _ course: inout Course) throws {
    guard let heldOut else { return }
    course.checkpoints.append((step, try TransformerScore(of: model, on: heldOut, batch: batch)))
  }
}
