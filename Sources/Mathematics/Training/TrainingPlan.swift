import CKernels

/// The recorded loss of a model on batches of given shapes, with its gradient.
///
/// The program's inputs are the parameters, then the batch; its outputs are the loss, then the gradients.
struct TrainingPlan {
  /// How many numbers each parameter tensor has.
  let counts: [Int]
  private let program: Program

  init<Learner: Parameterized>(
    _ model: Learner, _ batch: [Tensor], _ loss: (Learner, [Tensor]) throws -> Tensor
  ) throws {
    let parameters = model.parameters
    let count = parameters.count
    counts = parameters.map(\.count)
    program = try Program(inputs: parameters + batch) { inputs in
      let batch = Array(inputs[count...])
      let (value, gradient) = try valueAndGradient(at: Array(inputs[..<count])) { parameters in
        try loss(model.with(parameters: parameters), batch)
      }
      return [value] + gradient
    }
  }

  func fits(_ batch: [Tensor]) -> Bool {
    guard batch.count == program.inputShapes.count - counts.count else { return false }
    return batch.indices.allSatisfy { batch[$0].shape == program.inputShapes[counts.count + $0] }
  }

  func setBatch(_ batch: [Tensor]) throws {
    for index in batch.indices { try program.setInput(counts.count + index, to: batch[index]) }
  }

  func withMutableBatch(_ index: Int, _ body: (UnsafeMutablePointer<Double>) -> Void) {
    program.withMutableInput(counts.count + index, body)
  }

  /// Computes the loss and the gradients.
  func run() throws -> Double {
    try program.run()
    return program.withOutput(0) { $0[0] }
  }

  func squaredNorm() -> Double {
    var squares = 0.0
    for index in counts.indices {
      squares += program.withOutput(1 + index) { vector_dot($0, $0, counts[index]) }
    }
    return squares
  }

  func withParameter(
    _ index: Int, _ body: (UnsafeMutablePointer<Double>, UnsafePointer<Double>) -> Void
  ) {
    program.withMutableInput(index) { values in
      program.withOutput(1 + index) { body(values, $0) }
    }
  }

  /// Copies of the parameters.
  var parameters: [Tensor] { counts.indices.map(program.input) }
  /// Copies of the gradients.
  var gradients: [Tensor] { counts.indices.map { program.output(1 + $0) } }
}
