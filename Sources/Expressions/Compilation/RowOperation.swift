/// What one instruction of a compiled formula does to its operands, row by row.
///
/// A condition is 1 where it holds, 0 where not, NaN where it cannot be known.
enum RowOperation: Hashable, Sendable {
  /// Of one number.
  case map(Map)
  /// Of two numbers.
  case join(Join)
  /// The second operand where the condition, which is the first, holds, and the third where not.
  case select
  /// Of the larger of the first two operands, the slope, which is the third or the fourth; NaN at a kink.
  case slopeOfLarger
  /// The slope of a power `p = a^b` by its exponent: p log a, of the operands p, a, b and log a.
  case slopeByExponent

  enum Map: Hashable, Sendable {
    case negate, absolute, square, squareRoot, reciprocal
    case exponential, exponentialMinusOne, logarithm, logarithm10, logarithm2
    case sine, cosine, tangent, arcsine, arccosine, arctangent
    case hyperbolicSine, hyperbolicCosine, hyperbolicTangent
    case sign, floor, ceiling, round(digits: Int)
    case rectify, sigmoid
    /// −p log p, which is 0 at 0.
    case entropyTerm
    /// A power of two near the magnitude, 1 at 0.
    case binaryScale
    /// ±1, NaN at 0: the slope of the absolute value.
    case slopeOfAbsolute
    /// 1 above 0 and 0 below, NaN at 0: the slope of max(x, 0).
    case slopeOfRectify
    case not
  }

  enum Join: Hashable, Sendable {
    case add, subtract, multiply, divide
    case power, angle
    case larger, smaller
    /// What the rounding of a sum, or of a product, lost.
    case lostBySum, lostByProduct
    /// b a^(b − 1), which is 0 for b = 0: the slope of a power by its base.
    case slopeByBase
    /// A slope times a tangent, and a quotient, which are 0 where the tangent, or the numerator, is.
    case guardedMultiply, guardedDivide
    case compare(Expression.Relation)
    case and, or
  }

  /// Whether a result can be finite although an operand is infinite, so that an overflow would be hidden.
  var hidesOverflow: Bool {
    switch self {
    case .map(let map):
      switch map {
      case .negate, .absolute, .square, .squareRoot: false
      default: true
      }
    case .join(.add), .join(.subtract), .join(.multiply): false
    default: true
    }
  }
}
