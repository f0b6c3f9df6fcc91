/// Tensors one after another along an axis.
struct Concatenation: Operation {
  let resultShape: Shape
  private let axis: Int
  // Where each operand begins along the axis, and how it is copied there.
  private let parts: [(start: Int, copy: StridedCopy)]
  var name: String { "concatenate" }

  init(_ shapes: [Shape], along axis: Int) throws {
    guard let first = shapes.first, axis >= 0 && axis < first.rank else {
      throw ShapeError("concatenation", shapes.first ?? [], "there is no axis \(axis)")
    }
    let common = first.reducing([axis], keepingAxes: false)
    for shape in shapes
    where shape.rank != first.rank || shape.reducing([axis], keepingAxes: false) != common {
      throw ShapeError("concatenation", first, shape, "only axis \(axis) may differ")
    }
    var dimensions = first.dimensions
    dimensions[axis] = shapes.reduce(0) { $0 + $1[axis] }
    let result = Shape(dimensions)
    var start = 0
    parts = shapes.map { shape in
      defer { start += shape[axis] }
      let copy = StridedCopy(
        lengths: shape.dimensions, sourceSteps: shape.strides, targetSteps: result.strides)
      return (start, copy)
    }
    resultShape = result
    self.axis = axis
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    let step = resultShape.strides[axis]
    for (index, part) in parts.enumerated() {
      part.copy.run(from: operands[index], to: result + part.start * step)
    }
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    var ranges = cotangent.shape.dimensions.map { 0..<$0 }
    ranges[axis] = parts[index].start..<parts[index].start + operands[index].shape[axis]
    return try cotangent.slice(ranges)
  }

  func tex(_ operands: [String]) -> String { "\\left[\(operands.joined(separator: ";\\; "))\\right]" }
}

extension Tensor {
  /// Tensors one after another along an axis, in which alone their shapes may differ.
  public static func concatenated(_ tensors: [Tensor], along axis: Int = 0) throws -> Tensor {
    try applying(Concatenation(tensors.map(\.shape), along: axis), to: tensors)
  }

  /// Tensors of one shape side by side along a new axis.
  public static func stacked(_ tensors: [Tensor], along axis: Int = 0) throws -> Tensor {
    guard let first = tensors.first?.shape, axis >= 0 && axis <= first.rank else {
      throw ShapeError("stack", tensors.first?.shape ?? [], "no axis can be put at \(axis)")
    }
    for tensor in tensors where tensor.shape != first {
      throw ShapeError("stack", first, tensor.shape, "all must have the same shape")
    }
    var dimensions = first.dimensions
    dimensions.insert(1, at: axis)
    return try concatenated(tensors.map { try $0.reshaped(Shape(dimensions)) }, along: axis)
  }
}
