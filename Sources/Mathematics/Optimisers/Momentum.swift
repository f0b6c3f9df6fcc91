import CKernels

/// v ← μ v + g, θ ← θ − α v: descent that keeps part of its speed (Polyak 1964, the heavy ball).
///
/// With a constant α this is the form of Sutskever et al. 2013, v ← μ v − α g and θ ← θ + v. Nesterov's variant looks
/// ahead: θ ← θ − α (g + μ v).
public struct Momentum: Optimiser {
  /// The step size α.
  public var learningRate: LearningRate
  /// The share μ of the speed that is kept.
  public var decay: Double
  /// Whether the step is taken as if the speed had been followed already.
  public var isNesterov: Bool
  /// The speed.
  public var memory: Int { 1 }

  /// Makes a rule.
  public init(learningRate: LearningRate, decay: Double = 0.9, isNesterov: Bool = false) {
    self.learningRate = learningRate
    self.decay = decay
    self.isNesterov = isNesterov
  }

  /// Moves some parameters in place.
  public func move(_ parameters: ParameterBlock, step: Int) {
    vector_momentum_step(
      learningRate(step: step), decay, parameters.gradientScale, isNesterov ? 1 : 0, parameters.gradient,
      parameters.memory, parameters.values, parameters.count)
  }
}
