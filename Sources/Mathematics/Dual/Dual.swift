/// A number together with its derivative in one direction: forward-mode automatic differentiation.
///
/// Arithmetic on `value + tangent·ε` with ε² = 0 carries the chain rule along exactly (Clifford 1871; Wengert 1964).
/// Duals nest: `Dual<Dual<Double>>` holds second derivatives.
public struct Dual<Base: RealScalar>: RealScalar {
  /// The number.
  public var value: Base
  /// Its derivative.
  public var tangent: Base

  /// Makes a number with a derivative.
  @inlinable public init(_ value: Base, tangent: Base) {
    self.value = value
    self.tangent = tangent
  }

  /// Makes a constant.
  @inlinable public init(_ constant: Double) {
    self.init(Base(constant), tangent: Base(0))
  }

  /// The number itself, without any derivative.
  @inlinable public var primal: Double { value.primal }
  /// Whether the number and all its derivatives are finite.
  @inlinable public var isFinite: Bool { value.isFinite && tangent.isFinite }
  /// Whether the number and all its derivatives are zero.
  @inlinable public var isZero: Bool { value.isZero && tangent.isZero }

  /// The chain rule: a function's value, and its slope times the tangent.
  ///
  /// A constant stays one even where the slope is infinite, as the square root's is at 0.
  @inlinable func composed(_ result: Base, slope: @autoclosure () -> Base) -> Dual {
    Dual(result, tangent: tangent.isZero ? Base(0) : slope() * tangent)
  }

  /// A factor times a tangent; a zero tangent stays zero beside an infinite factor.
  @inlinable static func scaled(_ tangent: Base, by factor: Base) -> Base {
    tangent.isZero ? Base(0) : factor * tangent
  }
}

extension Dual {
  /// The sum.
  @inlinable public static func + (left: Dual, right: Dual) -> Dual {
    Dual(left.value + right.value, tangent: left.tangent + right.tangent)
  }

  /// The difference.
  @inlinable public static func - (left: Dual, right: Dual) -> Dual {
    Dual(left.value - right.value, tangent: left.tangent - right.tangent)
  }

  /// The product, by the product rule.
  @inlinable public static func * (left: Dual, right: Dual) -> Dual {
    let tangent = scaled(right.tangent, by: left.value) + scaled(left.tangent, by: right.value)
    return Dual(left.value * right.value, tangent: tangent)
  }

  /// The quotient, by the quotient rule in the form (u' − q v') / v, which squares nothing.
  @inlinable public static func / (left: Dual, right: Dual) -> Dual {
    let quotient = left.value / right.value
    let numerator = left.tangent - scaled(right.tangent, by: quotient)
    return Dual(quotient, tangent: numerator.isZero ? Base(0) : numerator / right.value)
  }

  /// The negative.
  @inlinable public static prefix func - (operand: Dual) -> Dual {
    Dual(-operand.value, tangent: -operand.tangent)
  }

  /// The number plus a product, rounded once.
  @inlinable public func addingProduct(_ left: Dual, _ right: Dual) -> Dual {
    let product = tangent + Self.scaled(right.tangent, by: left.value)
    return Dual(
      value.addingProduct(left.value, right.value),
      tangent: product + Self.scaled(left.tangent, by: right.value))
  }
}
