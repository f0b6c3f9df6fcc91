import Expressions
import Mathematics

/// A network with the names of what goes in and what comes out.
struct Network: Sendable {
  /// The names of the inputs, in order.
  var inputs: [String]
  /// The name of the vector that they are the entries of; nil where each is a number of its own.
  var vector: String? = nil
  /// The classes, or the name of the number that is predicted.
  var outputs: [String]
  /// Whether the outputs are scores of classes.
  var isClassifier: Bool
  var perceptron: MultilayerPerceptron

  /// How many numbers can be learned.
  var parameterCount: Int { perceptron.parameterCount }

  /// How many units the last hidden layer has; 0 without one.
  var lastHiddenWidth: Int { perceptron.layers.count > 1 ? perceptron.layers.last?.weights.shape[1] ?? 0 : 0 }

  /// The network as a result: `inputs`, `outputs`, `activation`, and `layers` with their `weights` and `biases`.
  var value: Value {
    var record = Record([
      ("inputs", .list(inputs.map(Value.text))), ("outputs", .list(outputs.map(Value.text))),
      ("classifies", .boolean(isClassifier)), ("activation", .text(perceptron.activation.rawValue)),
      ("layers", .list(perceptron.layers.map(Self.value))),
    ])
    record["vector"] = vector.map(Value.text)
    return .record(record)
  }

  private static func value(of layer: Linear) -> Value {
    .record(Record([("weights", layer.weights.matrixValue), ("biases", .vector(layer.bias?.values ?? []))]))
  }

  /// What the network says of inputs, as a function of them: probabilities of the classes, or the number.
  ///
  /// Its formula is the network written out, so that it can be differentiated and drawn.
  var prediction: Function {
    var constants = Record()
    let parameters = vector.map { [$0] } ?? inputs
    var formula = vector ?? "[\(inputs.joined(separator: ", "))]"
    for (index, layer) in perceptron.layers.enumerated() {
      if index > 0 { formula = perceptron.activation.written(formula) }
      let (weights, biases) = (constantName("W", index), constantName("b", index))
      constants[weights] = layer.weights.matrixValue
      constants[biases] = .vector(layer.bias?.values ?? [])
      formula = "(dot(\(weights), \(formula)) + \(biases))"
    }
    return Function(
      parameters: parameters, formula: isClassifier ? "softmax(\(formula))" : "sum(\(formula))",
      constants: constants)
  }

  /// A name for the weights or biases of a layer that no input has.
  private func constantName(_ letter: String, _ layer: Int) -> String {
    var name = "\(letter)\(layer + 1)"
    while inputs.contains(name) || name == vector { name = letter + name }
    return name
  }
}

extension Activation {
  /// The activation of a formula, in the expression language.
  fileprivate func written(_ formula: String) -> String {
    self == .identity ? formula : "\(rawValue)(\(formula))"
  }
}

extension Tensor {
  /// A matrix as a value of the expression language; a tensor of another rank as one row.
  var matrixValue: Value {
    let (rows, columns) = rank == 2 ? (shape[0], shape[1]) : (1, count)
    return Matrix(rows: rows, columns: columns, entries: values).map(Value.matrix) ?? .vector(values)
  }
}
