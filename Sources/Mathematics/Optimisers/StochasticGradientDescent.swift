import CKernels

/// θ ← θ − α g, the plain descent along the gradient (Robbins and Monro 1951).
public struct StochasticGradientDescent: Optimiser {
  /// The step size α.
  public var learningRate: LearningRate
  /// Nothing is remembered.
  public var memory: Int { 0 }

  /// Makes a rule.
  public init(learningRate: LearningRate) {
    self.learningRate = learningRate
  }

  /// Moves some parameters in place.
  public func move(_ parameters: ParameterBlock, step: Int) {
    let rate = learningRate(step: step) * parameters.gradientScale
    vector_accumulate(-rate, parameters.gradient, parameters.values, parameters.count)
  }
}
