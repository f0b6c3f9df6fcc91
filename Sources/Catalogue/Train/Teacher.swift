import Engine
import LessonFormat
import Mathematics

/// A network that says what is right: one that was trained before, or one drawn at random.
struct Teacher: ParameterValue {
  private enum Kind {
    case trained(NetworkParameter)
    case drawn(hidden: [Int], activation: ActivationChoice, seed: Seed?)
  }

  private let kind: Kind
  private let datum: Datum

  static let typeDescription =
    "a trained model such as =r.model, or one to draw such as {hidden: [96, 96], activation: relu, seed: 1}"
  private static let keys = ["hidden", "activation", "seed"]
  /// Rows over which a drawn network's answers are brought to mean 0 and variance 1.
  static let scalingRows = 10_000

  init(reading argument: WrittenValue) throws {
    datum = argument.datum
    guard case .mapping = argument.datum.kind else {
      kind = .trained(try NetworkParameter(reading: argument))
      return
    }
    var reader = try MappingReader(argument, expected: Self.typeDescription, known: Self.keys)
    let hidden = reader.require("hidden", as: [Int].self) ?? []
    let activation = reader.read("activation", as: ActivationChoice.self) ?? .relu
    let seed = reader.read("seed", as: Seed.self)
    if !hidden.allSatisfy({ (1...10_000).contains($0) }) {
      reader.refuse(valueOf: "hidden", "a layer has from 1 to 10000 units")
    }
    try reader.finish()
    kind = .drawn(hidden: hidden, activation: activation, seed: seed)
  }

  var parameterDescription: String {
    switch kind {
    case .trained(let network): network.parameterDescription
    case .drawn(let hidden, _, _): "drawn, \(hidden.map(String.init).joined(separator: " and ")) wide"
    }
  }

  func append(to digest: inout Digest) {
    switch kind {
    case .trained(let network): network.append(to: &digest)
    case .drawn(let hidden, let activation, let seed):
      digest.append(.vector(hidden.map(Double.init)))
      activation.append(to: &digest)
      seed.append(to: &digest)
    }
  }
}

extension Teacher {
  /// The network.
  ///
  /// - Parameters:
  ///   - inputs: The names of what the student is given.
  ///   - seed: What it is drawn from where it has no seed of its own.
  ///   - rows: Makes rows of inputs, over which the answers of a drawn network are scaled.
  func network(
    inputs: [String], seed: Seed, rows: (inout Xoshiro256StarStar) throws -> Tensor
  ) throws -> Network {
    switch kind {
    case .trained(let parameter):
      let network = parameter.network
      guard !network.isClassifier, network.outputs.count == 1 else {
        throw LessonError.parameter(datum, "a teacher says a number, and this network tells classes apart")
      }
      guard network.inputs == inputs else {
        let needed = network.inputs.prefix(8).joined(separator: ", ")
        throw LessonError.parameter(
          datum,
          "this teacher takes \(needed), and the inputs are \(inputs.prefix(8).joined(separator: ", "))",
          help: "a teacher and its student have the same inputs")
      }
      return network
    case .drawn(let hidden, let activation, let own):
      // Another stream than the student's, whose weights would else be the teacher's.
      var seeder = SplitMix64(seed: (own ?? seed).value ^ 0x7465_6163_6865_7273)
      var generator = Xoshiro256StarStar(seed: seeder.next())
      return try drawn(inputs, hidden, activation, using: &generator, rows: rows)
    }
  }

  private func drawn(
    _ inputs: [String], _ hidden: [Int], _ activation: ActivationChoice,
    using generator: inout Xoshiro256StarStar, rows: (inout Xoshiro256StarStar) throws -> Tensor
  ) throws -> Network {
    let widths = [inputs.count] + hidden + [1]
    let count = zip(widths, widths.dropFirst()).reduce(0.0) { $0 + Double($1.0 + 1) * Double($1.1) }
    guard count <= Double(TrainExperiment.mostParameters) else {
      throw LessonError.parameter(
        datum,
        "a teacher of these widths has \(Int(count)) parameters; "
          + "at most \(TrainExperiment.mostParameters) are drawn")
    }
    var perceptron = MultilayerPerceptron(
      layers: zip(widths, widths.dropFirst()).map { inputs, outputs in
        var layer = Linear(
          inputs: inputs, outputs: outputs, initialization: .heUniform, using: &generator)
        layer.bias = .uniform([outputs], within: 1 / Double(inputs).squareRoot(), using: &generator)
        return layer
      }, activation: activation.activation)
    let answers = try perceptron(try rows(&generator)).values
    try scale(&perceptron, answers)
    return Network(inputs: inputs, outputs: ["teacher"], isClassifier: false, perceptron: perceptron)
  }

  /// Brings the answers to mean 0 and variance 1, so that a loss of 1 is that of a student who always says 0.
  private func scale(_ perceptron: inout MultilayerPerceptron, _ answers: [Double]) throws {
    let centre = mean(answers)
    let deviation = (mean(answers.map { ($0 - centre) * ($0 - centre) })).squareRoot()
    guard deviation > 1e-9, let last = perceptron.layers.indices.last, let bias = perceptron.layers[last].bias
    else {
      throw LessonError.parameter(
        datum, "this teacher says the same of every row", help: "wider layers, or another seed")
    }
    let weights = perceptron.layers[last].weights
    perceptron.layers[last].weights = try Tensor(weights.values.map { $0 / deviation }, shape: weights.shape)
    perceptron.layers[last].bias = Tensor(bias.values.map { ($0 - centre) / deviation })
  }
}
