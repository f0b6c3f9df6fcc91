import CReference
import Mathematics

private let rows = 1000
private let columns = 1000
private let count = rows * columns

/// A loop over a million numbers in place, by Mathematics or by hand; the arguments are which loop, and whose.
func loop(_ arguments: [String], repetitions: Int) throws -> Measurement {
  guard arguments.count == 2, ["mathematics", "hand"].contains(arguments[1]) else {
    throw UsageError(description: "loop copy|exp|gelu|softmax|layer-norm|adam mathematics|hand REPETITIONS")
  }
  let x = try Tensor(uniform(count, seed: 1).map { $0 * 4 }, shape: [rows, columns])
  if arguments[1] == "mathematics" { return try own(arguments[0], x, repetitions) }
  guard reference_is_available() != 0 else {
    throw UsageError(
      description: "the loops by hand are written for AVX-512, which this processor does not have")
  }
  return try byHand(arguments[0], x, repetitions)
}

private func own(_ name: String, _ x: Tensor, _ repetitions: Int) throws -> Measurement {
  if name == "adam" {
    var descent = Descent(Adam())
    var parameters = x
    return try Measurement(repetitions: repetitions) {
      try descent.move(&parameters, along: x)
      return [parameters[0, 0]]
    }
  }
  let program = try Program(inputs: [x]) { inputs in
    switch name {
    case "exp": [try inputs[0].exp()]
    case "gelu": [try inputs[0].gelu()]
    case "softmax": [try inputs[0].softmax()]
    case "layer-norm":
      [try inputs[0].layerNormalized(gain: Tensor.ones([columns]), bias: Tensor.zeros([columns]))]
    default: [try inputs[0].affine(scale: 1, shift: 0)]
    }
  }
  return try Measurement(repetitions: repetitions) {
    try program.run()
    return program.withOutput(0) { [$0[0], $0[count - 1]] }
  }
}

private func byHand(_ name: String, _ x: Tensor, _ repetitions: Int) throws -> Measurement {
  var result = x
  var mean = Tensor.zeros([count])
  var square = Tensor.zeros([count])
  return x.withNumbers { source in
    result.withMutableNumbers { target in
      mean.withMutableNumbers { mean in
        square.withMutableNumbers { square in
          Measurement(repetitions: repetitions) {
            switch name {
            case "exp": reference_exponential(source, target, count)
            case "gelu": reference_gelu(source, target, count)
            case "softmax": reference_softmax(source, target, rows, columns)
            case "layer-norm": reference_layer_norm(source, target, rows, columns)
            case "adam": reference_adam(source, mean, square, target, count, 1e-3)
            default: reference_copy(source, target, count)
            }
            return [target[0], target[count - 1]]
          }
        }
      }
    }
  }
}
