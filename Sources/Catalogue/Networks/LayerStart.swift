import Engine
import Expressions
import LessonFormat
import Mathematics

/// The weights and biases that training starts from, as an author writes them: one layer, or `layers` of them.
struct LayerStart: ParameterValue {
  /// The layers, the first first.
  let layers: [Linear]
  /// The activation of a network that was trained before; nil where only numbers were given.
  let activation: Activation?
  private let value: Value

  static let typeDescription =
    "a trained model such as =r.model, or {weights: [[1, 2], [3, 4]], biases: [0, 0]}"

  init(reading argument: WrittenValue) throws {
    value = try argument.value()
    guard case .record(let record) = value else { throw argument.mismatch(expected: Self.typeDescription) }
    if case .list(let entries)? = record["layers"] {
      layers = try entries.enumerated().map { try Self.layer($1, named: "layer \($0 + 1)", argument) }
    } else {
      layers = [try Self.layer(value, named: "the layer", argument)]
    }
    for (index, (layer, next)) in zip(layers, layers.dropFirst()).enumerated()
    where layer.weights.shape[0] != next.weights.shape[1] {
      throw LessonError.parameter(
        argument.datum,
        "layer \(index + 1) has \(layer.weights.shape[0]) outputs, and layer \(index + 2) takes "
          + "\(next.weights.shape[1]) inputs", help: "a row of weights is one output of its layer")
    }
    if case .text(let name)? = record["activation"] {
      activation = Activation(rawValue: name)
    } else {
      activation = nil
    }
  }

  private static func layer(_ value: Value, named name: String, _ argument: WrittenValue) throws -> Linear {
    guard case .record(let record) = value, let weights = record["weights"], let biases = record["biases"],
      case .vector(let biases) = biases
    else {
      throw LessonError.parameter(
        argument.datum, "\(name) has no weights or no biases", help: "write \(typeDescription)")
    }
    let rows: Tensor?
    switch weights {
    case .matrix(let matrix): rows = try? Tensor(matrix.entries, shape: [matrix.rows, matrix.columns])
    // With a single input each output has one weight.
    case .vector(let column): rows = try? Tensor(column, shape: [column.count, 1])
    default: rows = nil
    }
    guard let rows, (rows.values + biases).allSatisfy(\.isFinite) else {
      throw LessonError.parameter(argument.datum, "the weights of \(name) are no matrix of finite numbers")
    }
    guard rows.shape[0] == biases.count else {
      throw LessonError.parameter(
        argument.datum, "\(name) has \(rows.shape[0]) rows of weights and \(biases.count) biases",
        help: "each output has a row of weights and a bias")
    }
    return try Linear(weights: rows, bias: Tensor(biases))
  }

  var parameterDescription: String {
    layers.map { "\($0.weights.shape[0]) × \($0.weights.shape[1])" }.joined(separator: ", ")
  }

  func append(to digest: inout Digest) { digest.append(value) }
}
