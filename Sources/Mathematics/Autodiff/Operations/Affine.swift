import CKernels

/// scale · x + shift, rounded once.
struct Affine: Operation {
  let resultShape: Shape
  let scale: Double
  let shift: Double

  var name: String { "affine" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_affine(scale, shift, operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent.affine(scale: scale)
  }

  func tex(_ operands: [String]) -> String {
    let scaled = scale == 1 ? operands[0] : "\(scale) \\cdot \\left(\(operands[0])\\right)"
    return shift == 0 ? scaled : "\(scaled) \(shift < 0 ? "-" : "+") \(shift.magnitude)"
  }
}

extension Tensor {
  /// Every entry times a number, plus another, rounded once.
  ///
  /// Adding −0 changes nothing, not even the sign of a zero.
  public func affine(scale: Double = 1, shift: Double = -0.0) throws -> Tensor {
    try Tensor.applying(Affine(resultShape: shape, scale: scale, shift: shift), to: self)
  }

  /// The sum of every entry and a number.
  public static func + (left: Tensor, right: Double) throws -> Tensor { try left.affine(shift: right) }

  /// The sum of a number and every entry.
  public static func + (left: Double, right: Tensor) throws -> Tensor { try right.affine(shift: left) }

  /// Every entry less a number.
  public static func - (left: Tensor, right: Double) throws -> Tensor { try left.affine(shift: -right) }

  /// A number less every entry.
  public static func - (left: Double, right: Tensor) throws -> Tensor {
    try right.affine(scale: -1, shift: left)
  }

  /// Every entry times a number.
  public static func * (left: Tensor, right: Double) throws -> Tensor { try left.affine(scale: right) }

  /// A number times every entry.
  public static func * (left: Double, right: Tensor) throws -> Tensor { try right.affine(scale: left) }

  /// Every entry divided by a number.
  public static func / (left: Tensor, right: Double) throws -> Tensor { try left / Tensor(right) }

  /// A number divided by every entry.
  public static func / (left: Double, right: Tensor) throws -> Tensor { try Tensor(left) / right }
}
