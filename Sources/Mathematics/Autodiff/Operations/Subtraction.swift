import CKernels

/// a − b.
struct Subtraction: Operation {
  let broadcast: Broadcast
  var resultShape: Shape { broadcast.shape }
  var name: String { "−" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    broadcast.forEachRun(operands[0], operands[1], result, vector_subtract)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let part = try cotangent.summed(to: operands[index].shape)
    return index == 0 ? part : try -part
  }

  func tex(_ operands: [String]) -> String { "\(operands[0]) - \\left(\(operands[1])\\right)" }
}

extension Tensor {
  /// The difference, entry by entry.
  public static func - (left: Tensor, right: Tensor) throws -> Tensor {
    let broadcast = try Broadcast(left.shape, right.shape, in: "difference")
    return try applying(Subtraction(broadcast: broadcast), to: left, right)
  }
}
