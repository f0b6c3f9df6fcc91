import CKernels

/// The sum of the squares of the distances from the mean, along neighbouring axes.
struct SquaresAboutMean: Operation {
  let layout: AxisLayout
  var resultShape: Shape { layout.resultShape }
  var name: String { "Σ(x − mean)²" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    layout.reduce(
      operands[0], into: result, row: vector_squares_about_mean, columns: vector_column_squares_about_means)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    // The mean moves too, but the distances from it add up to 0.
    let mean = try Tensor.applying(AxisMean(layout: layout), to: operands[0]).reshaped(layout.keptShape)
    return try 2 * (operands[0] - mean) * cotangent.reshaped(layout.keptShape)
  }

  func tex(_ operands: [String]) -> String {
    "\\sum \\left(\(operands[0]) - \\overline{\(operands[0])}\\right)^2"
  }
}

/// By what the squares about the mean are divided.
public enum VarianceDivisor: Sendable {
  /// n − 1, for the variance of what the numbers are a sample of.
  case sample
  /// n, for the variance of the numbers themselves.
  case population
}

extension Tensor {
  /// The variance of all numbers; NaN where the divisor is 0.
  ///
  /// Two passes with a correction for the mean's own rounding (Chan, Golub and LeVeque 1983): nothing cancels when
  /// the numbers are large and close together.
  public func variance(dividingBy divisor: VarianceDivisor = .sample) throws -> Tensor {
    try variance(AxisLayout(all: shape), divisor)
  }

  /// The variance along an axis; `keepingAxis` leaves it with length 1.
  public func variance(
    along axis: Int, keepingAxis: Bool = false, dividingBy divisor: VarianceDivisor = .sample
  ) throws -> Tensor {
    try variance(AxisLayout(shape, along: axis, keepingAxis: keepingAxis, in: "variance"), divisor)
  }

  private func variance(_ layout: AxisLayout, _ divisor: VarianceDivisor) throws -> Tensor {
    let degrees = layout.reduced - (divisor == .sample ? 1 : 0)
    let squares = try Tensor.applying(SquaresAboutMean(layout: layout), to: self)
    return try squares / (degrees > 0 ? Double(degrees) : .nan)
  }
}
