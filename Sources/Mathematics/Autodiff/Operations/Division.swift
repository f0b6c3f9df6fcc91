import CKernels

/// a / b, entry by entry.
struct Division: Operation {
  let broadcast: Broadcast
  var resultShape: Shape { broadcast.shape }
  var name: String { "÷" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    broadcast.forEachRun(operands[0], operands[1], result, vector_divide)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let part = try cotangent / operands[1]
    return try (index == 0 ? part : -(part * result)).summed(to: operands[index].shape)
  }

  func tex(_ operands: [String]) -> String { "\\frac{\(operands[0])}{\(operands[1])}" }
}

extension Tensor {
  /// The quotient, entry by entry.
  public static func / (left: Tensor, right: Tensor) throws -> Tensor {
    let broadcast = try Broadcast(left.shape, right.shape, in: "quotient")
    return try applying(Division(broadcast: broadcast), to: left, right)
  }
}
