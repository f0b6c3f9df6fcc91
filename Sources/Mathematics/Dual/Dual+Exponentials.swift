import Glibc

extension Dual {
  /// e to the power of x; its own slope.
  @inlinable public static func exp(_ x: Dual) -> Dual {
    let result = Base.exp(x.value)
    return x.composed(result, slope: result)
  }

  /// e to the power of x, less 1.
  @inlinable public static func expMinusOne(_ x: Dual) -> Dual {
    x.composed(Base.expMinusOne(x.value), slope: Base.exp(x.value))
  }

  /// The natural logarithm; its slope is 1/x.
  @inlinable public static func log(_ x: Dual) -> Dual {
    x.composed(Base.log(x.value), slope: Base(1) / x.value)
  }

  /// The natural logarithm of 1 + x.
  @inlinable public static func logOnePlus(_ x: Dual) -> Dual {
    x.composed(Base.logOnePlus(x.value), slope: Base(1) / (Base(1) + x.value))
  }

  /// The logarithm to base 10.
  @inlinable public static func log10(_ x: Dual) -> Dual {
    x.composed(Base.log10(x.value), slope: Base(1) / (x.value * Base(Glibc.log(10))))
  }

  /// The logarithm to base 2.
  @inlinable public static func log2(_ x: Dual) -> Dual {
    x.composed(Base.log2(x.value), slope: Base(1) / (x.value * Base(Glibc.log(2))))
  }

  /// The square root; at 0 its slope is infinite.
  @inlinable public static func sqrt(_ x: Dual) -> Dual {
    let root = Base.sqrt(x.value)
    return x.composed(root, slope: Base(0.5) / root)
  }

  /// The absolute value; at 0, where it has a kink, the tangent is NaN.
  @inlinable public static func abs(_ x: Dual) -> Dual {
    let number = x.primal
    let slope = number == 0 ? Double.nan : number > 0 ? 1 : -1
    return x.composed(Base.abs(x.value), slope: Base(slope))
  }

  /// A power: y xʸ⁻¹ for the base and xʸ ln x for the exponent.
  @inlinable public static func pow(_ base: Dual, _ exponent: Dual) -> Dual {
    let result = Base.pow(base.value, exponent.value)
    var tangent = Base(0)
    // x⁰ is constant, also at 0, where the rule would multiply 0 by infinity.
    if !base.tangent.isZero, !exponent.value.isZero {
      let slope = exponent.value * Base.pow(base.value, exponent.value - Base(1))
      tangent = tangent + slope * base.tangent
    }
    // 0ʸ is 0 for every y above 0, although ln 0 is infinite.
    if !exponent.tangent.isZero, !(base.primal == 0 && exponent.primal > 0) {
      tangent = tangent + result * Base.log(base.value) * exponent.tangent
    }
    return Dual(result, tangent: tangent)
  }
}
