import Engine
import LessonFormat

/// The layers of a model that a figure shows.
struct LayerChoice {
  /// Their numbers, from 1.
  let layers: [Int]

  /// All layers, or those that were asked for.
  init(_ asked: [Int]?, _ datum: Datum?, of model: LanguageModel) throws {
    let count = model.transformer.configuration.layers
    layers = asked ?? Array(1...count)
    guard let datum else { return }
    if layers.isEmpty { throw LessonError.parameter(datum, "there is no layer to draw in it") }
    if let wrong = layers.first(where: { !(1...count).contains($0) }) {
      let help = "the model has \(count == 1 ? "1 layer" : "\(count) layers")"
      throw LessonError.parameter(datum, "there is no layer \(wrong)", help: help)
    }
    if Set(layers).count < layers.count { throw LessonError.parameter(datum, "a layer is there twice") }
  }
}
