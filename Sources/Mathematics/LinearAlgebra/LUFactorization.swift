import COpenBLAS

/// A square matrix as the product of a lower and an upper triangle, its rows exchanged where that is safer.
///
/// Gaussian elimination with partial pivoting, LAPACK's dgetrf. Factorised once, it solves any number of systems.
public struct LUFactorization: Sendable {
  /// The shape of the matrix.
  public let shape: Shape
  /// The reciprocal of the condition number in the 1-norm, as LAPACK's dgecon estimates it; 0 for a singular matrix.
  public let reciprocalCondition: Double
  // The factors of the transpose: a matrix that lies row after row needs no turning round.
  private let factors: [Double]
  private let pivots: [blasint]
  private let size: blasint

  /// Factorises a square matrix of finite numbers.
  public init(_ matrix: Tensor) throws {
    try matrix.requireSquare(in: "LU factorisation")
    var transpose = try Matrix(transposing: matrix, in: "LU factorisation")
    var size = transpose.rows
    var step = transpose.step
    var pivots = [blasint](repeating: 0, count: Int(size))
    var norm = LUFactorization.largestColumnSum(transpose)
    var info: blasint = 0
    dgetrf_(&size, &size, &transpose.numbers, &step, &pivots, &info)
    var reciprocal = size == 0 ? 1.0 : 0.0
    if info == 0 && size > 0 {
      var work = [Double](repeating: 0, count: 4 * Int(size))
      var integers = [blasint](repeating: 0, count: Int(size))
      dgecon_("1", &size, transpose.numbers, &step, &norm, &reciprocal, &work, &integers, &info)
    }
    self.shape = matrix.shape
    self.reciprocalCondition = reciprocal
    self.factors = transpose.numbers
    self.pivots = pivots
    self.size = size
  }

  private static func largestColumnSum(_ matrix: Matrix) -> Double {
    let height = Int(matrix.rows)
    return (0..<Int(matrix.columns)).reduce(0) { largest, column in
      max(largest, matrix.numbers[column * height..<(column + 1) * height].reduce(0) { $0 + abs($1) })
    }
  }

  /// Whether the matrix is singular to the precision of the machine.
  public var isSingular: Bool { !(reciprocalCondition >= 0x1p-53) }

  /// The determinant: the product of the pivots, which is rounded as often as there are any.
  public var determinant: Double {
    let (mantissa, exponent) = pivotProduct
    return Double(sign: .plus, exponent: exponent, significand: mantissa)
  }

  /// The sign of the determinant (0 if it is 0), and the logarithm of its size, which neither overflows nor vanishes.
  public var logarithmicDeterminant: (sign: Double, logarithm: Double) {
    let (mantissa, exponent) = pivotProduct
    if mantissa == 0 { return (0, -.infinity) }
    return (mantissa < 0 ? -1 : 1, Double.log(mantissa.magnitude) + Double(exponent) * Double.log(2))
  }

  /// The product of the pivots as mantissa · 2 to the power of the exponent, so that nothing overflows on the way.
  private var pivotProduct: (mantissa: Double, exponent: Int) {
    var mantissa = 1.0
    var exponent = 0
    for index in 0..<Int(size) {
      mantissa *= factors[index * (Int(size) + 1)]
      if pivots[index] != blasint(index + 1) { mantissa.negate() }
      if mantissa == 0 { return (0, 0) }
      exponent += Int(mantissa.exponent)
      mantissa = Double(sign: mantissa.sign, exponent: 0, significand: mantissa.significand)
    }
    return (mantissa, exponent)
  }

  /// The solution x of A x = b, or of Aᵀ x = b: a vector for a vector, a column for each column of a matrix.
  func solve(_ right: Tensor, transposing: Bool = false) throws -> Tensor {
    guard !isSingular else {
      throw LinearAlgebraError.singular(
        operation: "solve", shape: shape, reciprocalCondition: reciprocalCondition)
    }
    let columnMatrix = right.rank == 1 ? try right.detached.reshaped([right.count, 1]) : right.detached
    var solution = try Matrix(columnMatrix, in: "solve")
    var (size, step, columns) = (size, solution.step, solution.columns)
    var leading = max(1, size)
    var info: blasint = 0
    dgetrs_(
      transposing ? "N" : "T", &size, &columns, factors, &leading, pivots, &solution.numbers, &step, &info)
    return try solution.tensor().reshaped(right.shape)
  }
}
