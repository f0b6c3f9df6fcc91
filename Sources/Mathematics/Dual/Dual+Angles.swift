extension Dual {
  /// The sine of an angle in radians.
  @inlinable public static func sin(_ x: Dual) -> Dual {
    x.composed(Base.sin(x.value), slope: Base.cos(x.value))
  }

  /// The cosine of an angle in radians.
  @inlinable public static func cos(_ x: Dual) -> Dual {
    x.composed(Base.cos(x.value), slope: -Base.sin(x.value))
  }

  /// The tangent of an angle in radians; its slope is 1 + tan².
  @inlinable public static func tan(_ x: Dual) -> Dual {
    let result = Base.tan(x.value)
    return x.composed(result, slope: Base(1) + result * result)
  }

  /// The angle with that sine; 1 − x² is taken as (1 − x)(1 + x), which does not cancel near 1.
  @inlinable public static func asin(_ x: Dual) -> Dual {
    let square = (Base(1) - x.value) * (Base(1) + x.value)
    return x.composed(Base.asin(x.value), slope: Base(1) / Base.sqrt(square))
  }

  /// The angle with that cosine.
  @inlinable public static func acos(_ x: Dual) -> Dual {
    let square = (Base(1) - x.value) * (Base(1) + x.value)
    return x.composed(Base.acos(x.value), slope: Base(-1) / Base.sqrt(square))
  }

  /// The angle with that tangent.
  @inlinable public static func atan(_ x: Dual) -> Dual {
    x.composed(Base.atan(x.value), slope: Base(1) / (Base(1) + x.value * x.value))
  }

  /// The angle of the point (x, y): (x y' − y x') / (x² + y²).
  @inlinable public static func atan2(_ y: Dual, _ x: Dual) -> Dual {
    let square = x.value * x.value + y.value * y.value
    let numerator = scaled(y.tangent, by: x.value) - scaled(x.tangent, by: y.value)
    return Dual(Base.atan2(y.value, x.value), tangent: numerator.isZero ? Base(0) : numerator / square)
  }

  /// The hyperbolic sine.
  @inlinable public static func sinh(_ x: Dual) -> Dual {
    x.composed(Base.sinh(x.value), slope: Base.cosh(x.value))
  }

  /// The hyperbolic cosine.
  @inlinable public static func cosh(_ x: Dual) -> Dual {
    x.composed(Base.cosh(x.value), slope: Base.sinh(x.value))
  }

  /// The hyperbolic tangent; its slope 1 − tanh² is taken as 1/cosh², which does not cancel far from 0.
  @inlinable public static func tanh(_ x: Dual) -> Dual {
    let cosine = Base.cosh(x.value)
    return x.composed(Base.tanh(x.value), slope: Base(1) / cosine / cosine)
  }
}
