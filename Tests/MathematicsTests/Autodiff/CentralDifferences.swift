import Mathematics
import Testing

/// Compares the gradient of a function with central differences, entry by entry.
///
/// The step is h = ∛ε max(1, |x|): the difference then errs by about h² f‴/6 through the step and by ε |f|/h through
/// rounding, both near 4e-11 for functions and derivatives of the order of 1. The tolerance leaves a factor of 25.
/// - Returns: How many entries were compared.
@discardableResult
func expectGradient(
  of function: ([Tensor]) throws -> Tensor, at point: [Tensor], _ label: String = "",
  tolerance: Double = 1e-9, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Int {
  let slopes = try gradient(at: point, of: function)
  return try compare(slopes, at: point, label, tolerance, sourceLocation) { try function($0).scalar }
}

/// Compares second derivatives along a direction with central differences of the gradient, entry by entry.
///
/// The entries of the direction differ from each other, so that no row of the Hessian goes unseen.
/// - Returns: How many entries were compared.
@discardableResult
func expectSecondDerivatives(
  of function: ([Tensor]) throws -> Tensor, at point: [Tensor], _ label: String = "",
  tolerance: Double = 1e-9, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Int {
  var seed = 0.0
  let direction = try point.map { tensor in
    try Tensor(
      (0..<tensor.count).map { _ in
        seed += 1
        return 1 / (1 + seed) - 0.3
      }, shape: tensor.shape)
  }
  let products = try hessianVectorProduct(at: point, along: direction, of: function)
  return try compare(products, at: point, label, tolerance, sourceLocation) { moved in
    try zip(gradient(at: moved, of: function), direction).reduce(0) { sum, pair in
      try sum + (pair.0 * pair.1).sum().scalar
    }
  }
}

private func compare(
  _ slopes: [Tensor], at point: [Tensor], _ label: String, _ tolerance: Double,
  _ location: SourceLocation, _ value: ([Tensor]) throws -> Double
) throws -> Int {
  var compared = 0
  for (which, tensor) in point.enumerated() {
    #expect(slopes[which].shape == tensor.shape, "\(label)", sourceLocation: location)
    for entry in 0..<tensor.count {
      let expected = try centralDifference(value, at: point, which, entry)
      let found = slopes[which].values[entry]
      let difference = abs(found - expected)
      #expect(
        difference <= tolerance * max(1, abs(expected)),
        "\(label): by entry \(entry) of operand \(which): \(found), central difference \(expected)",
        sourceLocation: location)
      compared += 1
    }
  }
  #expect(compared > 0, "\(label): nothing was compared", sourceLocation: location)
  return compared
}

private func centralDifference(
  _ value: ([Tensor]) throws -> Double, at point: [Tensor], _ which: Int, _ entry: Int
) throws -> Double {
  let number = point[which].values[entry]
  let step = 6.055454452393343e-06 * max(1, abs(number))  // ∛2⁻⁵²
  func moved(_ to: Double) throws -> Double {
    var copy = point
    copy[which].withMutableNumbers { $0[entry] = to }
    return try value(copy)
  }
  let above = number + step
  let below = number - step
  return try (moved(above) - moved(below)) / (above - below)
}
