import CReference
import Mathematics

/// The product of two square matrices, by `Tensor` or by OpenBLAS alone; the arguments are which, and the size.
func product(_ arguments: [String], repetitions: Int) throws -> Measurement {
  guard arguments.count == 2, let size = Int(arguments[1]) else {
    throw UsageError(description: "product tensor|openblas SIZE REPETITIONS")
  }
  let left = try Tensor(uniform(size * size, seed: 1), shape: [size, size])
  let right = try Tensor(uniform(size * size, seed: 2), shape: [size, size])
  // As many products a run that it takes some tens of milliseconds.
  let count = max(1, 500_000_000 / (size * size * size))
  if arguments[0] == "tensor" {
    return try Measurement(repetitions: repetitions, units: Double(count)) {
      var result = left
      for _ in 0..<count { result = try left.matrixProduct(right) }
      return [result[0, 0], result[size - 1, size - 1]]
    }
  }
  return Measurement(repetitions: repetitions, units: Double(count)) {
    var result = Tensor.zeros([size, size])
    for _ in 0..<count {
      result.withMutableNumbers { target in
        left.withNumbers { x in right.withNumbers { y in reference_product(x, y, target, Int32(size)) } }
      }
    }
    return [result[0, 0], result[size - 1, size - 1]]
  }
}
