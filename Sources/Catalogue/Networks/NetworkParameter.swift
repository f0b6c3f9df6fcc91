import Engine
import Expressions
import LessonFormat
import Mathematics

/// A network that was trained before, as an author hands it on: `=r.model`.
struct NetworkParameter: ParameterValue {
  let network: Network
  private let value: Value

  static let typeDescription = "a trained model such as =r.model"

  init(reading argument: WrittenValue) throws {
    value = try argument.value()
    guard case .record(let record) = value, case .list(let inputs)? = record["inputs"],
      case .list(let outputs)? = record["outputs"], case .boolean(let classifies)? = record["classifies"]
    else { throw argument.mismatch(expected: Self.typeDescription) }
    let start = try LayerStart(reading: argument)
    network = Network(
      inputs: Self.texts(inputs), vector: Self.text(record["vector"]), outputs: Self.texts(outputs),
      isClassifier: classifies,
      perceptron: MultilayerPerceptron(layers: start.layers, activation: start.activation ?? .identity))
    guard let first = start.layers.first, let last = start.layers.last,
      first.weights.shape[1] == inputs.count, last.weights.shape[0] == outputs.count
    else { throw argument.mismatch(expected: Self.typeDescription) }
  }

  private static func text(_ value: Value?) -> String? {
    if case .text(let text)? = value { text } else { nil }
  }

  private static func texts(_ values: [Value]) -> [String] {
    values.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  var parameterDescription: String { network.vector ?? network.inputs.joined(separator: ", ") }

  func append(to digest: inout Digest) { digest.append(value) }
}
