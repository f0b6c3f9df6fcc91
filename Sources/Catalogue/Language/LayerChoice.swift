import Engine
import LessonFormat

/// The layers of a model that a figure shows.
struct LayerChoice {
  /// Their numbers, from 1.
  let layers: [Int]

  /// No figure has more panels for them.
  private static let mostPanels = 60

  /// All layers, or those that were asked for.
  ///
  /// - Parameter panels: how many panels each of them takes.
  init(_ asked: [Int]?, _ datum: Datum?, of model: LanguageModel, panels: Int) throws {
    let count = model.transformer.configuration.layers
    layers = asked ?? Array(1...count)
    if layers.count * panels > Self.mostPanels {
      let message =
        "\(layers.count) layers take \(layers.count * panels) panels; at most \(Self.mostPanels) are drawn"
      let help = "choose some, such as layers: [1, \(count)]"
      throw datum.map { .parameter($0, message, help: help) } ?? LessonError.experiment(message, help: help)
    }
    guard let datum else { return }
    if layers.isEmpty { throw LessonError.parameter(datum, "there is no layer to draw in it") }
    if let wrong = layers.first(where: { !(1...count).contains($0) }) {
      let help = "the model has \(count == 1 ? "1 layer" : "\(count) layers")"
      throw LessonError.parameter(datum, "there is no layer \(wrong)", help: help)
    }
    if Set(layers).count < layers.count { throw LessonError.parameter(datum, "a layer is there twice") }
  }
}
