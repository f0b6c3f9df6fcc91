import CKernels

/// 1 where the first operand is larger, ½ where both are equal, 0 where it is smaller.
struct LargerShare: Operation {
  let broadcast: Broadcast
  var resultShape: Shape { broadcast.shape }
  var name: String { "[>]" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    broadcast.forEachRun(operands[0], operands[1], result, vector_larger_share)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    // Flat wherever it has a slope.
    nil
  }

  func tex(_ operands: [String]) -> String { "[\(operands[0]) > \(operands[1])]" }
}
