extension FitProblem {
  /// The residuals at some coefficients.
  ///
  /// - Precondition: There is an entry for each coefficient.
  public func residuals(at point: [Double]) -> [Double] {
    precondition(point.count == coefficients, "an entry for each coefficient")
    return [Double](unsafeUninitializedCapacity: points) { memory, count in
      count = points
      guard let residuals = memory.baseAddress else { return }
      point.withUnsafeBufferPointer { place in
        guard let start = place.baseAddress else { return }
        evaluate(start, residuals, nil)
      }
    }
  }

  /// The sum of the losses, divided by a number, as a smooth function with its slope.
  ///
  /// That is what an optimiser sees which knows nothing of residuals. A divisor changes no minimum, but everything that
  /// is measured in units of the objective, such as a tolerance.
  /// - Parameter divisor: 1 for the sum, the number of points for the mean.
  public func objective(dividedBy divisor: Double = 1) -> QuasiNewtonSearch.Objective {
    let memory = TensorStorage(count: points * (coefficients + 1))
    return { point, slope in
      let (residuals, derivatives) = (memory.numbers, memory.numbers + points)
      evaluate(point, residuals, derivatives)
      var value = 0.0
      for row in 0..<points {
        value += loss.value(of: residuals[row])
        residuals[row] = loss.slope(at: residuals[row])
      }
      for column in 0..<coefficients {
        var sum = 0.0
        for row in 0..<points { sum += residuals[row] * derivatives[column * points + row] }
        slope[column] = sum / divisor
      }
      return value / divisor
    }
  }
}
