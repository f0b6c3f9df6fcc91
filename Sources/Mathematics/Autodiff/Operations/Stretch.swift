import CKernels

/// A tensor repeated along the axes where its length is 1.
struct Stretch: Operation {
  // Adding to a single zero copies every entry to its places.
  private let broadcast: Broadcast
  var resultShape: Shape { broadcast.shape }
  var name: String { "stretch" }

  init(_ shape: Shape, to target: Shape) throws {
    broadcast = try Broadcast(shape, target, in: "stretch")
    guard broadcast.shape == target else {
      throw ShapeError("stretch", shape, target, "the second is not a stretched form of the first")
    }
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    broadcast.forEachRun(operands[0], operands[0], result) { source, step, _, _, target, count in
      guard let source, let target else { return }
      if step == 0 {
        target.update(repeating: source[0], count: count)
      } else {
        target.update(from: source, count: count)
      }
    }
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent.summed(to: operands[0].shape)
  }

  func tex(_ operands: [String]) -> String { operands[0] }
}

extension Tensor {
  /// The tensor repeated along new leading axes and along those where its length is 1, as operators do by themselves.
  public func stretched(to target: Shape) throws -> Tensor {
    shape == target ? self : try Tensor.applying(Stretch(shape, to: target), to: self)
  }
}
