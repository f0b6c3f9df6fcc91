import Glibc

extension Double: RealScalar {
  /// The number itself.
  @inlinable public var primal: Double { self }
  /// The number plus a product, rounded once.
  @inlinable public func addingProduct(_ left: Double, _ right: Double) -> Double {
    Glibc.fma(left, right, self)
  }

  /// e to the power of x.
  @inlinable public static func exp(_ x: Double) -> Double { Glibc.exp(x) }
  /// e to the power of x, less 1, without cancellation near 0.
  @inlinable public static func expMinusOne(_ x: Double) -> Double { Glibc.expm1(x) }
  /// The natural logarithm.
  @inlinable public static func log(_ x: Double) -> Double { Glibc.log(x) }
  /// The natural logarithm of 1 + x, without cancellation near 0.
  @inlinable public static func logOnePlus(_ x: Double) -> Double { Glibc.log1p(x) }
  /// The logarithm to base 10.
  @inlinable public static func log10(_ x: Double) -> Double { Glibc.log10(x) }
  /// The logarithm to base 2.
  @inlinable public static func log2(_ x: Double) -> Double { Glibc.log2(x) }
  /// The square root.
  @inlinable public static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  /// A power.
  @inlinable public static func pow(_ base: Double, _ exponent: Double) -> Double {
    Glibc.pow(base, exponent)
  }
  /// The absolute value.
  @inlinable public static func abs(_ x: Double) -> Double { x.magnitude }

  /// The sine of an angle in radians.
  @inlinable public static func sin(_ x: Double) -> Double { Glibc.sin(x) }
  /// The cosine of an angle in radians.
  @inlinable public static func cos(_ x: Double) -> Double { Glibc.cos(x) }
  /// The tangent of an angle in radians.
  @inlinable public static func tan(_ x: Double) -> Double { Glibc.tan(x) }
  /// The angle in radians with that sine.
  @inlinable public static func asin(_ x: Double) -> Double { Glibc.asin(x) }
  /// The angle in radians with that cosine.
  @inlinable public static func acos(_ x: Double) -> Double { Glibc.acos(x) }
  /// The angle in radians with that tangent.
  @inlinable public static func atan(_ x: Double) -> Double { Glibc.atan(x) }
  /// The angle in radians of the point (x, y).
  @inlinable public static func atan2(_ y: Double, _ x: Double) -> Double { Glibc.atan2(y, x) }
  /// The hyperbolic sine.
  @inlinable public static func sinh(_ x: Double) -> Double { Glibc.sinh(x) }
  /// The hyperbolic cosine.
  @inlinable public static func cosh(_ x: Double) -> Double { Glibc.cosh(x) }
  /// The hyperbolic tangent.
  @inlinable public static func tanh(_ x: Double) -> Double { Glibc.tanh(x) }
}
