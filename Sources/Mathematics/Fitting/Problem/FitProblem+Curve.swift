/// Where the deviations of a curve from data are measured.
public enum FitSpace: Hashable, Sendable {
  /// Prediction less value.
  case linear
  /// The logarithm of the prediction less that of the value: relative deviations. Values must be above 0, and the search
  /// stays where predictions are.
  case logarithmic
}

extension FitProblem {
  /// Writes a curve's predictions at some coefficients and, where there is memory for them, their derivatives, column
  /// after column as in ``Residuals``.
  public typealias Curve = Residuals

  /// Describes the fit of a curve to values.
  ///
  /// - Parameters:
  ///   - values: What the curve should predict.
  ///   - weights: How much the square of each deviation counts; all alike unless given. Deviations are multiplied by
  ///     their roots before the loss is taken.
  ///   - coefficients: How many coefficients there are.
  ///   - space: Whether deviations or relative deviations are made small.
  ///   - bounds: Where each coefficient must stay; anywhere unless given.
  ///   - loss: How much a deviation counts.
  ///   - curve: Writes the predictions.
  /// - Throws: ``LeastSquaresError`` for values that are not finite or have no logarithm, and for weights that are
  ///   negative, not finite, or not one for each value.
  public static func curve(
    through values: [Double], weights: [Double]? = nil, coefficients: Int, space: FitSpace = .linear,
    bounds: [ClosedRange<Double>]? = nil, loss: FitLoss = .squares, curve: @escaping Curve
  ) throws -> FitProblem {
    try check(values, weights, space)
    let targets = space == .linear ? values : values.map { Double.log($0) }
    let roots = weights?.map { $0.squareRoot() }
    return FitProblem(points: values.count, coefficients: coefficients, bounds: bounds, loss: loss) {
      point, residuals, derivatives in
      curve(point, residuals, derivatives)
      if space == .logarithmic { takeLogarithms(residuals, derivatives, targets.count, coefficients) }
      for row in targets.indices { residuals[row] -= targets[row] }
      guard let roots else { return }
      for row in targets.indices {
        residuals[row] *= roots[row]
        if let derivatives {
          for column in 0..<coefficients { derivatives[column * targets.count + row] *= roots[row] }
        }
      }
    }
  }

  private static func check(_ values: [Double], _ weights: [Double]?, _ space: FitSpace) throws {
    if let weights, weights.count != values.count {
      throw LeastSquaresError.unequalLengths(
        what: "the list of weights", found: weights.count, expected: values.count)
    }
    for (place, value) in values.enumerated() {
      guard value.isFinite else { throw LeastSquaresError.notFinite(what: "value", at: place) }
      guard space == .linear || value > 0 else { throw LeastSquaresError.notPositive(at: place) }
      guard let weight = weights?[place] else { continue }
      guard weight.isFinite else { throw LeastSquaresError.notFinite(what: "weight", at: place) }
      guard weight >= 0 else { throw LeastSquaresError.negativeWeight(at: place) }
    }
  }
}

/// Turns predictions p into log p, and their derivatives p′ into p′ / p.
private func takeLogarithms(
  _ predictions: UnsafeMutablePointer<Double>, _ derivatives: UnsafeMutablePointer<Double>?, _ points: Int,
  _ coefficients: Int
) {
  for row in 0..<points {
    if let derivatives {
      for column in 0..<coefficients { derivatives[column * points + row] /= predictions[row] }
    }
    // The logarithm of what is below 0 is NaN, which the search stays away from.
    predictions[row] = predictions[row] > 0 ? Double.log(predictions[row]) : .nan
  }
}
