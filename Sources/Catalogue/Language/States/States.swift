import Engine
import Mathematics

/// The vectors at the last positions of prompts, a row for each prompt, at every stage of a transformer.
struct States {
  /// Before the first layer, after each, and after the last normalisation.
  private(set) var stages: [Tensor] = []
  /// The likeliest next words.
  private(set) var next: [String] = []

  /// Runs a model on prompts one by one.
  init(of prompts: [Prompt], in model: LanguageModel) throws {
    let transformer = model.transformer
    let count = transformer.configuration.layers + 2
    let width = transformer.configuration.width
    var rows = [[Double]](repeating: [], count: count)
    for prompt in prompts {
      let last = prompt.tokens.count - 1
      var vectors = try transformer.residualStreams(prompt.input).map {
        try $0.slice(0..<1, last..<last + 1)
      }
      vectors.append(try transformer.finalNorm(vectors[count - 2]))
      guard let prediction = try model.prediction(after: prompt) else { throw LessonError.boundlessModel }
      next += prediction.likeliest(1).map(model.vocabulary.word)
      for (stage, vector) in vectors.enumerated() { rows[stage] += vector.values }
    }
    stages = try rows.map { try Tensor($0, shape: [prompts.count, width]) }
  }

  /// After each layer.
  var layers: [Tensor] { Array(stages.dropFirst().dropLast()) }
  /// As the unembedding reads them.
  var final: Tensor { stages[stages.count - 1] }
  /// The stages' names.
  var names: [String] { ["embedding"] + layers.indices.map { "layer \($0 + 1)" } + ["final"] }
}
