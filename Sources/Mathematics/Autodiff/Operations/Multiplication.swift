import CKernels

/// a · b, entry by entry.
struct Multiplication: Operation {
  let broadcast: Broadcast
  var resultShape: Shape { broadcast.shape }
  var name: String { "×" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    broadcast.forEachRun(operands[0], operands[1], result, vector_multiply)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try (cotangent * operands[1 - index]).summed(to: operands[index].shape)
  }

  func tex(_ operands: [String]) -> String { "\(operands[0]) \\cdot \(operands[1])" }
}

extension Tensor {
  /// The product, entry by entry.
  public static func * (left: Tensor, right: Tensor) throws -> Tensor {
    let broadcast = try Broadcast(left.shape, right.shape, in: "product")
    return try applying(Multiplication(broadcast: broadcast), to: left, right)
  }
}
