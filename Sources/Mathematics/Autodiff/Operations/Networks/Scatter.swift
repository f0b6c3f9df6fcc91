import CKernels

/// A table of zeros to whose rows at given indices rows are added.
struct Scatter: Operation {
  let gather: Gather
  var resultShape: Shape { gather.table.shape }
  var name: String { "embedding′" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) throws {
    try gather.indices.check(operands[1])
    let length = gather.table.length
    result.update(repeating: 0, count: resultShape.count)
    for position in 0..<gather.indices.count {
      let row = result + Int(operands[1][position]) * length
      vector_accumulate(1, operands[0] + position * length, row, length)
    }
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    index == 0 ? try Tensor.applying(gather, to: cotangent, operands[1]) : nil
  }

  func tex(_ operands: [String]) -> String {
    "\\sum_i e_{\(operands[1])_i} {\(operands[0])}_i^\\top"
  }
}
