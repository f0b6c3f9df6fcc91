/// A tensor itself, as a variable of its own.
struct Identity: Operation {
  let resultShape: Shape
  var name: String { "=" }
  var isView: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    result.update(from: operands[0], count: resultShape.count)
  }

  func pullback(_ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor) -> Tensor? {
    cotangent
  }

  func tex(_ operands: [String]) -> String { operands[0] }
}
