import Engine
import Expressions
import Mathematics

/// How a network is trained.
struct TrainingSettings {
  var rule: AnyOptimiser
  /// The rate of the rule, for messages.
  var learningRate: Double
  var loss: TrainLoss
  var steps: Int
  /// Rows in a batch.
  var batch: Int
  /// The rows, from 0, that are taken one after the other, round and round; nil for a shuffled order.
  var order: [Int]?
  /// Which steps are recorded.
  var recorded: RecordedSteps
  /// Whether parameters and gradients are recorded.
  var keepsHistory: Bool
  /// The steps at which the network is kept to be drawn; 0 is before the first.
  var frames: [Int] = []
}

/// What a network does on a set of rows.
struct Score: Hashable {
  var loss: Double
  /// Whether each row's most probable class is the right one; empty where a number is predicted.
  var isRight: [Bool]

  /// The share of rows that are right.
  var accuracy: Double { Double(isRight.count(where: \.self)) / Double(max(isRight.count, 1)) }
}

/// A network on its way: what was measured at its start and after every recorded step.
struct TrainingRun {
  /// One recorded step.
  struct Moment {
    var step: Int
    var score: Score
    var testScore: Score?
    var parameters: [Tensor]
    /// The gradient that the step followed.
    var gradient: [Tensor]
  }

  /// The network at a step that is drawn.
  struct Snapshot {
    var step: Int
    var network: Network
    var score: Score
    /// The gradient that the step followed; none before the first.
    var gradient: [Tensor]
  }

  private(set) var network: Network
  let start: Network
  let startScore: Score
  private(set) var moments: [Moment] = []
  /// The networks to be drawn, in the order of their steps.
  private(set) var snapshots: [Snapshot] = []
  /// The loss of each recorded step's batch before the step.
  private(set) var batchLosses: [Double] = []
  let settings: TrainingSettings
  private let data: TrainingSet
  private let test: TrainingSet?

  /// Trains a network.
  ///
  /// - Parameters:
  ///   - source: The rows of each step.
  ///   - data: The rows on which the loss is measured after recorded steps.
  /// - Throws: `LessonError` where the loss ceases to be finite.
  init(
    _ network: Network, on source: some BatchSource, measuredOn data: TrainingSet, test: TrainingSet?,
    settings: TrainingSettings
  ) throws {
    (self.network, start, self.data, self.test, self.settings) = (network, network, data, test, settings)
    startScore = try Self.score(network, on: data, settings.loss)
    let trainer = Trainer(network.perceptron, settings.rule) { model, batch in
      try settings.loss(model(batch[0]), batch[1])
    }
    let frames = Set(settings.frames)
    if frames.contains(0) {
      snapshots.append(Snapshot(step: 0, network: start, score: startScore, gradient: []))
    }
    var source = source
    var last: Double?
    for step in 1...settings.steps {
      let loss = try trainer.step(source.next())
      guard loss.isFinite else { throw divergence(step, after: last) }
      last = loss
      let isFrame = frames.contains(step)
      let isRecorded = settings.recorded.contains(step, of: settings.steps)
      guard isRecorded || isFrame else { continue }
      self.network.perceptron = trainer.model
      if isFrame { snapshots.append(try snapshot(step, gradient: trainer.gradient)) }
      guard isRecorded else { continue }
      batchLosses.append(loss)
      moments.append(try moment(step, gradient: trainer.gradient))
    }
    self.network.perceptron = trainer.model
    if let last = moments.last, !last.score.loss.isFinite {
      throw divergence(settings.steps, after: moments.dropLast().last?.score.loss)
    }
  }

  /// How many steps were taken.
  var steps: Int { settings.steps }

  private func snapshot(_ step: Int, gradient: MultilayerPerceptron?) throws -> Snapshot {
    let score = try Self.score(network, on: data, settings.loss)
    guard score.loss.isFinite else { throw divergence(step, after: batchLosses.last) }
    return Snapshot(step: step, network: network, score: score, gradient: gradient?.parameters ?? [])
  }

  private func moment(_ step: Int, gradient: MultilayerPerceptron?) throws -> Moment {
    Moment(
      step: step, score: try Self.score(network, on: data, settings.loss),
      testScore: try test.map { try Self.score(network, on: $0, settings.loss) },
      parameters: settings.keepsHistory ? network.perceptron.parameters : [],
      gradient: settings.keepsHistory ? gradient?.parameters ?? [] : [])
  }

  static func score(_ network: Network, on data: TrainingSet, _ loss: TrainLoss) throws -> Score {
    let outputs = try network.perceptron(data.inputs)
    let value = try loss(outputs, data.targets).scalar
    guard network.isClassifier else { return Score(loss: value, isRight: []) }
    let found = try outputs.argmax(along: 1)
    return Score(loss: value, isRight: zip(found, data.targets.values).map { Double($0) == $1 })
  }

  private func divergence(_ step: Int, after loss: Double?) -> LessonError {
    let before = loss.map { ", after \(formatSignificant($0, 4)) before" } ?? ""
    let rate = formatSignificant(settings.learningRate, 6)
    return .experiment(
      "training diverged with a learning rate of \(rate): the loss is no finite number at step \(step)\(before)",
      help: "a smaller learning-rate, or inputs of a size near 1")
  }
}
