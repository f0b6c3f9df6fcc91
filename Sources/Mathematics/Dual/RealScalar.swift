/// What behaves like a real number: a `Double`, or a number that carries its derivative along.
///
/// An algorithm written once over this protocol is evaluated with `Double` and differentiated exactly with `Dual`.
public protocol RealScalar: Hashable, Sendable {
  /// Makes a constant, whose derivative is zero.
  init(_ constant: Double)
  /// The number itself, without any derivative.
  var primal: Double { get }
  /// Whether the number and all its derivatives are finite.
  var isFinite: Bool { get }
  /// Whether the number and all its derivatives are zero.
  var isZero: Bool { get }

  /// The sum.
  static func + (left: Self, right: Self) -> Self
  /// The difference.
  static func - (left: Self, right: Self) -> Self
  /// The product.
  static func * (left: Self, right: Self) -> Self
  /// The quotient.
  static func / (left: Self, right: Self) -> Self
  /// The negative.
  static prefix func - (operand: Self) -> Self
  /// The number plus a product, rounded once.
  func addingProduct(_ left: Self, _ right: Self) -> Self

  /// e to the power of x.
  static func exp(_ x: Self) -> Self
  /// e to the power of x, less 1, without cancellation near 0.
  static func expMinusOne(_ x: Self) -> Self
  /// The natural logarithm.
  static func log(_ x: Self) -> Self
  /// The natural logarithm of 1 + x, without cancellation near 0.
  static func logOnePlus(_ x: Self) -> Self
  /// The logarithm to base 10.
  static func log10(_ x: Self) -> Self
  /// The logarithm to base 2.
  static func log2(_ x: Self) -> Self
  /// The square root.
  static func sqrt(_ x: Self) -> Self
  /// A power.
  static func pow(_ base: Self, _ exponent: Self) -> Self
  /// The absolute value; it has no derivative at 0.
  static func abs(_ x: Self) -> Self

  /// The sine of an angle in radians.
  static func sin(_ x: Self) -> Self
  /// The cosine of an angle in radians.
  static func cos(_ x: Self) -> Self
  /// The tangent of an angle in radians.
  static func tan(_ x: Self) -> Self
  /// The angle in radians with that sine.
  static func asin(_ x: Self) -> Self
  /// The angle in radians with that cosine.
  static func acos(_ x: Self) -> Self
  /// The angle in radians with that tangent.
  static func atan(_ x: Self) -> Self
  /// The angle in radians of the point (x, y).
  static func atan2(_ y: Self, _ x: Self) -> Self
  /// The hyperbolic sine.
  static func sinh(_ x: Self) -> Self
  /// The hyperbolic cosine.
  static func cosh(_ x: Self) -> Self
  /// The hyperbolic tangent.
  static func tanh(_ x: Self) -> Self
}
