/// How the minimum of a `{fit}` is searched for.
enum FitMethod: String, ChoiceParameter {
  /// By the derivatives of every residual, until rounding hides any further improvement.
  case leastSquares = "least-squares"
  /// By the slope of the objective alone, as general optimisers do, until a tolerance is met.
  case quasiNewton = "quasi-newton"
}

/// What a `{fit}` makes of the losses of its rows.
enum FitObjective: String, ChoiceParameter {
  case sum, mean
}

/// When a quasi-Newton search for coefficients ends.
struct FitStop {
  /// Where no derivative of the objective is larger.
  let slopeTolerance: Double
  /// Where a step lowers the objective by no more.
  let decreaseTolerance: Double
}
