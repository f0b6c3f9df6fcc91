import CKernels

/// Numbers in memory that a loop reads: one after the other, or a single one again and again.
public struct LoopOperand {
  /// The first number.
  public let base: UnsafePointer<Double>
  /// 1, or 0 for a single number.
  public let step: Int

  /// Takes numbers from an address on.
  @inlinable public init(_ base: UnsafePointer<Double>, isSingle: Bool = false) {
    self.base = base
    step = isSingle ? 0 : 1
  }

  /// The number at an index from 0.
  @inlinable public subscript(index: Int) -> Double { base[index * step] }
}

/// Loops over doubles in memory, on the machine's vector units; the same bits on every machine.
///
/// Each writes `count` numbers from `result` on, which may be where an operand is, index for index.
public enum VectorLoops {
  /// An address that results are written to.
  public typealias Result = UnsafeMutablePointer<Double>

  /// The negatives.
  public static func negate(_ x: UnsafePointer<Double>, into result: Result, count: Int) {
    vector_negate(x, result, count)
  }

  /// The absolute values.
  public static func absolute(_ x: UnsafePointer<Double>, into result: Result, count: Int) {
    vector_absolute(x, result, count)
  }

  /// The squares.
  public static func square(_ x: UnsafePointer<Double>, into result: Result, count: Int) {
    vector_square(x, result, count)
  }

  /// The square roots; NaN below 0.
  public static func squareRoot(_ x: UnsafePointer<Double>, into result: Result, count: Int) {
    vector_square_root(x, result, count)
  }

  /// e to the power of each, to within 1 unit in the last place.
  public static func exponential(_ x: UnsafePointer<Double>, into result: Result, count: Int) {
    vector_exponential(x, result, count)
  }

  /// The natural logarithms, to within 1 unit in the last place; NaN below 0.
  public static func logarithm(_ x: UnsafePointer<Double>, into result: Result, count: Int) {
    vector_logarithm(x, result, count)
  }

  /// The hyperbolic tangents.
  public static func hyperbolicTangent(_ x: UnsafePointer<Double>, into result: Result, count: Int) {
    vector_hyperbolic_tangent(x, result, count)
  }

  /// 1 / (1 + e⁻ˣ) of each.
  public static func sigmoid(_ x: UnsafePointer<Double>, into result: Result, count: Int) {
    vector_sigmoid(x, result, count)
  }

  /// max(x, 0) of each.
  public static func rectify(_ x: UnsafePointer<Double>, into result: Result, count: Int) {
    vector_rectify(x, result, count)
  }

  /// The sums of pairs.
  public static func add(_ x: LoopOperand, _ y: LoopOperand, into result: Result, count: Int) {
    vector_add(x.base, x.step, y.base, y.step, result, count)
  }

  /// The differences of pairs.
  public static func subtract(_ x: LoopOperand, _ y: LoopOperand, into result: Result, count: Int) {
    vector_subtract(x.base, x.step, y.base, y.step, result, count)
  }

  /// The products of pairs.
  public static func multiply(_ x: LoopOperand, _ y: LoopOperand, into result: Result, count: Int) {
    vector_multiply(x.base, x.step, y.base, y.step, result, count)
  }

  /// The quotients of pairs.
  public static func divide(_ x: LoopOperand, _ y: LoopOperand, into result: Result, count: Int) {
    vector_divide(x.base, x.step, y.base, y.step, result, count)
  }
}
