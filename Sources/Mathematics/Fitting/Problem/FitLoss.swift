/// How much a residual counts.
public enum FitLoss: Hashable, Sendable {
  /// Its square: the objective is the residual sum of squares.
  case squares
  /// Half its square up to `delta`, beyond it a straight line: delta (|r| − delta / 2).
  ///
  /// Huber 1964, "Robust estimation of a location parameter"; the same as scipy.special.huber. The objective is the sum.
  case huber(delta: Double)

  /// The loss of one residual.
  public func value(of residual: Double) -> Double {
    switch self {
    case .squares: return residual * residual
    case .huber(let delta):
      let size = residual.magnitude
      return size <= delta ? size * size / 2 : delta * (size - delta / 2)
    }
  }

  /// The derivative of the loss by the residual.
  public func slope(at residual: Double) -> Double {
    switch self {
    case .squares: 2 * residual
    case .huber(let delta): min(max(residual, -delta), delta)
    }
  }

  /// The sum of the losses of residuals, compensated.
  public func sum(over residuals: [Double]) -> Double {
    switch self {
    case .squares: return dot(residuals, residuals)
    case .huber: return compensatedSum(residuals.map { value(of: $0) })
    }
  }
}
