/// A function of tensors, recorded once and run any number of times without allocating.
///
/// The function is called once, with the examples that are given; what it does is recorded, and its memory is planned:
/// numbers that are needed no more make room for others. Branches and numbers read by the function are those of that
/// call. It may take derivatives.
///
/// ```swift
/// let program = try Program(inputs: [Tensor([1, 2])]) { inputs in
///   let (value, slope) = try valueAndGradient(at: inputs[0]) { x in try (x * x).sum() }
///   return [value, slope]
/// }
/// try program.setInput(0, to: Tensor([3, 4]))
/// try program.run()
/// print(program.output(0), program.output(1))  // 25.0 [6.0, 8.0]
/// ```
public final class Program {
  /// The shapes of the inputs.
  public let inputShapes: [Shape]
  /// The shapes of the outputs.
  public let outputShapes: [Shape]
  private let plan: MemoryPlan

  /// Records a function.
  ///
  /// - Parameters:
  ///   - inputs: Examples of what the function takes; they are the inputs until others are set.
  ///   - function: Makes the outputs from the inputs.
  public init(inputs: [Tensor], _ function: ([Tensor]) throws -> [Tensor]) throws {
    let recording = Recording.current ?? Recording()
    let isOutermost = Recording.current == nil
    defer { if isOutermost { recording.end() } }
    // Detached: what the examples were computed from is no part of the program.
    let variables = try inputs.map { try recording.variable($0.detached) }
    let outputs = try Recording.$current.withValue(recording) { try function(variables) }
    inputShapes = inputs.map(\.shape)
    outputShapes = outputs.map(\.shape)
    plan = MemoryPlan(recording: recording, inputs: variables, outputs: outputs)
  }

  /// Computes the outputs.
  public func run() throws {
    // By index: without optimisation, an iterator allocates for every instruction that it hands out.
    for index in plan.instructions.indices {
      let instruction = plan.instructions[index]
      try instruction.operation.forward(instruction.operands, into: instruction.result)
    }
  }

  /// Sets an input.
  public func setInput(_ index: Int, to tensor: Tensor) throws {
    guard tensor.shape == inputShapes[index] else {
      throw ShapeError(
        "input", inputShapes[index], tensor.shape, "input \(index) was recorded with the first shape")
    }
    withMutableInput(index) { target in
      tensor.withNumbers { target.update(from: $0, count: tensor.count) }
    }
  }

  /// Changes the numbers of an input in place.
  public func withMutableInput<Result, Failure: Error>(
    _ index: Int, _ body: (UnsafeMutablePointer<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(plan.inputs[index])
  }

  /// Reads the numbers of an output in place, as the last run left them.
  public func withOutput<Result, Failure: Error>(
    _ index: Int, _ body: (UnsafePointer<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(plan.outputs[index])
  }

  /// A copy of an input.
  public func input(_ index: Int) -> Tensor {
    Tensor(copying: plan.inputs[index], shape: inputShapes[index])
  }

  /// A copy of an output, as the last run left it.
  public func output(_ index: Int) -> Tensor {
    Tensor(copying: plan.outputs[index], shape: outputShapes[index])
  }

  /// How many numbers the program needs room for beside its inputs.
  public var plannedCount: Int { plan.workspace.count }
}
