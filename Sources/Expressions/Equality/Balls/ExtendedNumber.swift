/// A number of more digits than a double's, within the range of doubles.
protocol ExtendedNumber: Hashable {
  /// Relative error of one sum, product, quotient or root, generously.
  static var rounding: Double { get }
  /// Error of the elementary functions, relative to the larger of 1 and the value: their series lose some bits.
  static var functionError: Double { get }
  /// How small an error, as a part of the values or in itself, two values that agree within it may have.
  static var agreement: (relative: Double, absolute: Double) { get }
  static var pi: Self { get }
  static var halfPi: Self { get }
  static var euler: Self { get }

  init(_ number: Double)
  init(integer: Int128)
  /// The double that is nearest, or next to it.
  var high: Double { get }
  /// Whether that double is all of it.
  var isDouble: Bool { get }

  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  static prefix func - (value: Self) -> Self

  /// The square root of a number above 0.
  var squareRoot: Self { get }
  /// e to a power of at most 690 in size.
  var exponential: Self { get }
  /// The natural logarithm of a number above 0.
  var logarithm: Self { get }
  /// The sine and the cosine of an angle of at most 10⁴ in size.
  var sineAndCosine: (sine: Self, cosine: Self) { get }
  var arctangent: Self { get }
}
