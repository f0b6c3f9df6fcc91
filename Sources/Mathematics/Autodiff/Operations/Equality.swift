import CKernels

/// 1 where both operands are equal, else 0.
struct Equality: Operation {
  let broadcast: Broadcast
  var resultShape: Shape { broadcast.shape }
  var name: String { "[=]" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    broadcast.forEachRun(operands[0], operands[1], result, vector_equality)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    // Flat wherever it has a slope.
    nil
  }

  func tex(_ operands: [String]) -> String { "[\(operands[0]) = \(operands[1])]" }
}
