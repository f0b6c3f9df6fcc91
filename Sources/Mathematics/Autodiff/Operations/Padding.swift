/// A tensor as a part of a larger one that is 0 elsewhere.
struct Padding: Operation {
  let resultShape: Shape
  private let ranges: [Range<Int>]
  private let start: Int
  private let copy: StridedCopy
  var name: String { "pad" }

  init(_ shape: Shape, to target: Shape, from corner: [Int]) throws {
    let fits =
      shape.rank == target.rank && corner.count == target.rank
      && zip(corner, zip(shape.dimensions, target.dimensions)).allSatisfy { place, lengths in
        place >= 0 && place <= lengths.1 && lengths.0 <= lengths.1 - place
      }
    guard fits else {
      throw ShapeError("padding", shape, target, "the first does not fit into the second at \(corner)")
    }
    resultShape = target
    ranges = zip(corner, shape.dimensions).map { $0..<$0 + $1 }
    let steps = target.strides
    start = zip(corner, steps).reduce(0) { $0 + $1.0 * $1.1 }
    copy = StridedCopy(lengths: shape.dimensions, sourceSteps: shape.strides, targetSteps: steps)
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    result.update(repeating: 0, count: resultShape.count)
    copy.run(from: operands[0], to: result + start)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent.slice(ranges)
  }

  func tex(_ operands: [String]) -> String { "\\operatorname{pad} \(operands[0])" }
}

extension Tensor {
  /// A larger tensor that holds this one from a corner on, and 0 elsewhere.
  public func padded(to target: Shape, from corner: [Int]) throws -> Tensor {
    try Tensor.applying(Padding(shape, to: target, from: corner), to: self)
  }
}
