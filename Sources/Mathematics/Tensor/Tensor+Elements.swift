import CKernels

extension Tensor {
  /// One number, by its subscripts from 0, one for each axis.
  ///
  /// - Precondition: There are as many subscripts as axes, each below its axis' length.
  public subscript(subscripts: Int...) -> Double {
    get { storage.numbers[offset + position(subscripts)] }
    set {
      let position = position(subscripts)
      withMutableNumbers { $0[position] = newValue }
    }
  }

  private func position(_ subscripts: [Int]) -> Int {
    precondition(subscripts.count == rank, "\(rank) subscripts, one for each axis")
    var position = 0
    for (axis, index) in subscripts.enumerated() {
      precondition(index >= 0 && index < shape[axis], "a subscript below its axis' length")
      position = position * shape[axis] + index
    }
    return position
  }

  /// The first place whose number is not finite; nil where all are.
  var firstNotFinite: Int? {
    withNumbers { numbers in
      // One pass at the speed of memory settles almost every case; a norm may be infinite where no number is.
      if vector_norm(numbers, count).isFinite { return nil }
      return (0..<count).first { !numbers[$0].isFinite }
    }
  }

  /// The number of a tensor that holds one.
  public var scalar: Double {
    get throws {
      guard count == 1 else { throw ShapeError("scalar", shape, "one number is needed") }
      return storage.numbers[offset]
    }
  }
}

extension Tensor: CustomStringConvertible {
  /// The numbers in nested brackets, as Swift writes an array.
  public var description: String { described(axis: 0, from: 0) }

  private func described(axis: Int, from start: Int) -> String {
    if axis == rank { return "\(storage.numbers[offset + start])" }
    let step = shape.dimensions[(axis + 1)...].reduce(1, *)
    let entries = (0..<shape[axis]).map { described(axis: axis + 1, from: start + $0 * step) }
    return "[" + entries.joined(separator: ", ") + "]"
  }
}
