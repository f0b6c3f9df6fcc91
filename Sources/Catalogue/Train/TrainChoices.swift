import Mathematics

/// What a hidden unit does with its sum, as authors write it.
enum ActivationChoice: String, ChoiceParameter {
  case relu, tanh, sigmoid, identity

  var activation: Activation {
    switch self {
    case .relu: .relu
    case .tanh: .tanh
    case .sigmoid: .sigmoid
    case .identity: .identity
    }
  }
}

/// How weights are drawn before training.
enum InitializationChoice: String, ChoiceParameter {
  /// Uniform within one over the root of the inputs.
  case uniform
  case glorot, he, zeros

  var initialization: Initialization {
    switch self {
    case .uniform: .inverseRootUniform
    case .glorot: .glorotUniform
    case .he: .heNormal
    case .zeros: .zeros
    }
  }
}

/// The rule by which parameters follow the gradient.
enum OptimiserChoice: String, ChoiceParameter {
  case sgd, momentum, adam, adamw
}

/// How the learning rate changes from step to step.
enum ScheduleChoice: String, ChoiceParameter {
  case constant
  /// Half a cosine, down to nothing at the last step.
  case cosine
  /// One over the root of the step: a run that is cut short is a run that was shorter.
  case inverseRoot = "inverse-root"

  func rate(_ peak: Double, warmup: Int, steps: Int) -> LearningRate {
    switch self {
    case .constant where warmup == 0: .constant(peak)
    case .constant: .warmupThenCosine(peak: peak, warmup: warmup, total: warmup, floor: peak)
    case .cosine: .warmupThenCosine(peak: peak, warmup: warmup, total: steps)
    case .inverseRoot: .warmupThenInverseRoot(peak: peak, warmup: warmup)
    }
  }
}

/// What training makes small.
enum TrainLoss: String, ChoiceParameter {
  /// The mean of −log of the right class's probability, in nats.
  case crossEntropy = "cross-entropy"
  /// The mean squared deviation.
  case squares

  /// The loss of a network's outputs on some targets.
  func callAsFunction(_ outputs: Tensor, _ targets: Tensor) throws -> Tensor {
    switch self {
    case .crossEntropy: return try outputs.crossEntropy(labels: targets)
    case .squares:
      let deviations = try outputs - targets
      return try (deviations * deviations).mean()
    }
  }
}
