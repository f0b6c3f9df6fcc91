import Glibc

/// The step size of an optimiser, as a function of the step's number.
///
/// ```swift
/// let rate: LearningRate = .warmupThenCosine(peak: 3e-4, warmup: 100, total: 1000)
/// print(rate(step: 50))  // 0.00015
/// ```
public enum LearningRate: Hashable, Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Always the same.
  case constant(Double)
  /// Rises evenly to its peak at step `warmup`, then falls along half a cosine to its floor at step `total`.
  ///
  /// The cosine is that of Loshchilov and Hutter 2017 ("SGDR", equation 5), without restarts.
  case warmupThenCosine(peak: Double, warmup: Int, total: Int, floor: Double = 0)
  /// Rises evenly to its peak at step `warmup`, then falls as one over the root of the step.
  ///
  /// Vaswani et al. 2017, "Attention is all you need", equation 3, where the peak is 1/√(width · warmup). It needs no
  /// plan of how many steps there will be.
  case warmupThenInverseRoot(peak: Double, warmup: Int)

  /// Makes a constant rate.
  public init(floatLiteral rate: Double) { self = .constant(rate) }
  /// Makes a constant rate.
  public init(integerLiteral rate: Int) { self = .constant(Double(rate)) }

  /// The step size at a step, from 1.
  public func callAsFunction(step: Int) -> Double {
    switch self {
    case .constant(let rate): return rate
    case .warmupThenCosine(let peak, let warmup, let total, let floor):
      if step < warmup { return peak * (Double(step) / Double(warmup)) }
      guard step < total else { return floor }
      let share = (Double(step) - Double(warmup)) / (Double(total) - Double(warmup))
      return floor + 0.5 * (peak - floor) * (1 + cos(Double.pi * share))
    case .warmupThenInverseRoot(let peak, let warmup):
      if step < warmup { return peak * (Double(step) / Double(warmup)) }
      return peak * (Double(max(warmup, 1)) / Double(max(step, 1))).squareRoot()
    }
  }
}
