import CKernels

/// Deviations that depend on coefficients and should become small: in squares, or by Huber's loss.
public struct LeastSquaresProblem {
  /// Computes all deviations at a point, and where asked for their derivatives: all deviations by the first
  /// coefficient, then by the next.
  public typealias Deviations = (
    _ point: [Double], _ deviations: UnsafeMutableBufferPointer<Double>,
    _ derivatives: UnsafeMutableBufferPointer<Double>?
  ) -> Void

  /// How many deviations there are.
  public let count: Int
  /// Where each coefficient must stay.
  public let bounds: [ClosedRange<Double>]
  /// From where on a deviation counts only in proportion; nil to count squares throughout.
  public let huberThreshold: Double?
  let deviations: Deviations

  /// Describes a problem; a deviation that is not finite makes a point impossible.
  public init(
    count: Int, bounds: [ClosedRange<Double>], huberThreshold: Double? = nil, deviations: @escaping Deviations
  ) {
    self.count = count
    self.bounds = bounds
    self.huberThreshold = huberThreshold
    self.deviations = deviations
  }

  /// What is minimised: the sum of squares, or of Huber's losses (r²/2 to the threshold δ, δ(|r| − δ/2) beyond).
  public func objective(of deviations: [Double]) -> Double {
    guard let threshold = huberThreshold else {
      return sumOfSquares(deviations)
    }
    var sum = 0.0
    for deviation in deviations {
      let size = deviation.magnitude
      sum += size <= threshold ? size * size / 2 : threshold * (size - threshold / 2)
    }
    return sum
  }
}

/// What a search for a minimum has come to.
public struct LeastSquaresMinimum: Sendable {
  /// Why it ended.
  public enum Verdict: Sendable, Hashable {
    /// The deviations are orthogonal to all that a small change of coefficients could do.
    case converged
    /// The deviations or their derivatives are not finite at the start.
    case impossibleStart
    /// The limit of steps was reached.
    case stepLimit
    /// No step makes the objective smaller although the slope says that there is one.
    case stuck
  }

  /// The coefficients.
  public var point: [Double]
  /// The objective there.
  public var objective: Double
  /// Why the search ended.
  public var verdict: Verdict
  /// How many steps were tried.
  public var steps: Int
  /// The deviations there.
  public var deviations: [Double]
  /// The inverse of JᵀJ, row by row, for the coefficients that are free; nil where the data do not determine them.
  public var inverseCurvature: [Double]?
  /// The coefficients, counted from 0, that the data do not determine: they can be changed together at no cost.
  public var undetermined: [Int]
  /// The coefficients that rest on a bound.
  public var bounded: [Int]
}

/// The sum of the squares, uncompensated: a search compares it with others like it.
func sumOfSquares(_ numbers: [Double]) -> Double {
  numbers.withUnsafeBufferPointer { buffer in
    buffer.baseAddress.map { vector_dot($0, $0, buffer.count) } ?? 0
  }
}

/// The Euclidean length by the sum of the squares, which overflows where the objective of a search does.
func plainNorm(_ numbers: [Double]) -> Double { sumOfSquares(numbers).squareRoot() }
