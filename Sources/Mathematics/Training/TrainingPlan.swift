import CKernels

/// The recorded loss of a model on batches of given shapes, with its gradient.
///
/// The program's inputs are the parameters, then the batch; its outputs are the loss, then the gradients.
struct TrainingPlan {
  /// Where each parameter tensor and its gradient are, as long as the program lives.
  let places: [Place]
  private let program: Program

  struct Place {
    let values: UnsafeMutablePointer<Double>
    let gradient: UnsafePointer<Double>
    let count: Int
  }

  init<Learner: Parameterized>(
    _ model: Learner, _ batch: [Tensor], _ loss: (Learner, [Tensor]) throws -> Tensor
  ) throws {
    let parameters = model.parameters
    let count = parameters.count
    let program = try Program(inputs: parameters + batch) { inputs in
      let batch = Array(inputs[count...])
      let (value, gradient) = try valueAndGradient(at: Array(inputs[..<count])) { parameters in
        try loss(model.with(parameters: parameters), batch)
      }
      return [value] + gradient
    }
    self.program = program
    places = parameters.indices.map { index in
      Place(
        values: program.withMutableInput(index) { $0 }, gradient: program.withOutput(1 + index) { $0 },
        count: parameters[index].count)
    }
  }

  func fits(_ batch: [Tensor]) -> Bool {
    guard batch.count == program.inputShapes.count - places.count else { return false }
    for index in batch.indices where batch[index].shape != program.inputShapes[places.count + index] {
      return false
    }
    return true
  }

  func setBatch(_ batch: [Tensor]) throws {
    for index in batch.indices { try program.setInput(places.count + index, to: batch[index]) }
  }

  func withMutableBatch(_ index: Int, _ body: (UnsafeMutablePointer<Double>) -> Void) {
    program.withMutableInput(places.count + index, body)
  }

  /// Computes the loss and the gradients.
  func run() throws -> Double {
    try program.run()
    return program.withOutput(0) { $0[0] }
  }

  func squaredNorm() -> Double {
    var squares = 0.0
    for index in places.indices {
      squares += vector_dot(places[index].gradient, places[index].gradient, places[index].count)
    }
    return squares
  }

  /// Copies of the parameters.
  var parameters: [Tensor] { places.indices.map(program.input) }
  /// Copies of the gradients.
  var gradients: [Tensor] { places.indices.map { program.output(1 + $0) } }
}
