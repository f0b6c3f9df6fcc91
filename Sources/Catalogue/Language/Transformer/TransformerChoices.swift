import Engine
import Mathematics

/// The rule by which a `{transformer}` follows its gradient.
enum TrainingRule: String, ParameterValue, CaseIterable {
  case adam, momentum, sgd

  static let typeDescription = "adam, momentum or sgd"

  init(reading argument: WrittenValue) throws {
    guard let rule = Self(rawValue: try String(reading: argument)) else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    self = rule
  }

  /// The optimiser, with its usual constants.
  func optimiser(_ rate: LearningRate) -> any Optimiser {
    switch self {
    case .adam: Adam(learningRate: rate)
    case .momentum: Momentum(learningRate: rate)
    case .sgd: StochasticGradientDescent(learningRate: rate)
    }
  }

  var parameterDescription: String { rawValue }

  func append(to digest: inout Digest) { digest.append(rawValue) }
}

/// How the learning rate of a `{transformer}` changes from step to step.
enum TrainingSchedule: String, ParameterValue, CaseIterable {
  /// Up over the first twentieth of the steps, then down to 0 along half a cosine.
  case cosine
  case constant

  static let typeDescription = "cosine or constant"

  init(reading argument: WrittenValue) throws {
    guard let schedule = Self(rawValue: try String(reading: argument)) else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    self = schedule
  }

  /// The rate of each step.
  func rate(_ peak: Double, steps: Int) -> LearningRate {
    switch self {
    case .constant: .constant(peak)
    // One step beyond the last, so that the last still moves.
    case .cosine: .warmupThenCosine(peak: peak, warmup: steps / 20, total: steps + 1)
    }
  }

  var parameterDescription: String { rawValue }

  func append(to digest: inout Digest) { digest.append(rawValue) }
}
