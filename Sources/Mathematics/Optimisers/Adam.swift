import CKernels
import Glibc

/// θ ← θ − α m̂ / (√v̂ + ε), steps scaled by the gradient's own recent size (Kingma and Ba 2015, algorithm 1).
///
/// m and v are decaying means of g and g², m̂ and v̂ the same corrected for their start at 0. The first step therefore
/// moves every parameter by α against the sign of its gradient, but for ε.
///
/// With `weightDecay` λ this is AdamW: θ ← (1 − α λ) θ first, apart from the gradient (Loshchilov and Hutter 2019,
/// algorithm 2, whose schedule η multiplies α and λ; here it is part of α).
public struct Adam: Optimiser {
  /// The step size α.
  public var learningRate: LearningRate
  /// The share β₁ of the mean gradient that is kept.
  public var meanDecay: Double
  /// The share β₂ of the mean square that is kept.
  public var squareDecay: Double
  /// The number ε that is added to the root.
  public var epsilon: Double
  /// The rate λ of the decoupled weight decay; 0 for Adam itself.
  public var weightDecay: Double
  /// The two decaying means.
  public var memory: Int { 2 }

  /// Makes a rule, with the paper's constants unless others are given.
  public init(
    learningRate: LearningRate = 1e-3, meanDecay: Double = 0.9, squareDecay: Double = 0.999,
    epsilon: Double = 1e-8, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.meanDecay = meanDecay
    self.squareDecay = squareDecay
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  /// AdamW: Adam with decoupled weight decay.
  public static func decoupled(
    learningRate: LearningRate = 1e-3, weightDecay: Double = 0.01, meanDecay: Double = 0.9,
    squareDecay: Double = 0.999, epsilon: Double = 1e-8
  ) -> Adam {
    Adam(
      learningRate: learningRate, meanDecay: meanDecay, squareDecay: squareDecay, epsilon: epsilon,
      weightDecay: weightDecay)
  }

  /// Moves some parameters in place.
  public func move(_ parameters: ParameterBlock, step: Int) {
    let rate = learningRate(step: step)
    var update = AdamStep(
      rate: rate, shrinkage: 1 - rate * weightDecay, gradient_scale: parameters.gradientScale,
      mean_decay: meanDecay, square_decay: squareDecay,
      mean_correction: 1 / (1 - pow(meanDecay, Double(step))),
      square_correction: 1 / (1 - pow(squareDecay, Double(step))), epsilon: epsilon)
    vector_adam_step(
      &update, parameters.gradient, parameters.memory, parameters.memory + parameters.count,
      parameters.values, parameters.count)
  }
}
