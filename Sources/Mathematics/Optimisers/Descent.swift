import CKernels

/// An optimiser on its way: the steps it has taken and what it remembers of them.
///
/// ```swift
/// var descent = Descent(Adam(learningRate: 0.05))
/// for _ in 0..<100 {
///   let slope = try gradient(at: model) { model in try loss(model) }
///   try descent.move(&model, along: slope)
/// }
/// ```
public struct Descent<Method: Optimiser>: Sendable {
  /// The rule.
  public var method: Method
  /// The largest length of the whole gradient; a longer one is shortened to it.
  ///
  /// Pascanu, Mikolov and Bengio 2013, "On the difficulty of training recurrent neural networks", algorithm 1.
  public var clippingNorm: Double?
  /// How many steps were taken.
  public private(set) var stepCount = 0
  // What the rule remembers of each parameter tensor.
  private var memories: [Tensor] = []

  /// Makes a descent at its start.
  public init(_ method: Method, clippingNorm: Double? = nil) {
    self.method = method
    self.clippingNorm = clippingNorm
  }

  /// Takes a step.
  ///
  /// - Throws: ``ShapeError`` where the gradient is not shaped as the model, or the model as it was before.
  public mutating func move<Point: Parameterized>(_ model: inout Point, along gradient: Point) throws {
    let gradients = gradient.parameters
    try check(model.parameters, gradients)
    begin(counts: gradients.map(\.count))
    var squares = 0.0
    for gradient in gradients where clippingNorm != nil {
      squares += gradient.withNumbers { vector_dot($0, $0, gradient.count) }
    }
    var index = 0
    model.updateParameters { parameter in
      let place = (index, parameter.count)
      gradients[index].withNumbers { slope in
        parameter.withMutableNumbers { values in
          move(values, along: slope, place, scale: scale(squaredNorm: squares))
        }
      }
      index += 1
    }
  }

  private func check(_ parameters: [Tensor], _ gradients: [Tensor]) throws {
    guard parameters.count == gradients.count else {
      throw ShapeError(
        "step", [parameters.count], [gradients.count], "a gradient is needed for each parameter")
    }
    for (parameter, gradient) in zip(parameters, gradients) where parameter.shape != gradient.shape {
      throw ShapeError("step", parameter.shape, gradient.shape, "a gradient has its parameter's shape")
    }
    let remembered = memories.map(\.count)
    let needed = parameters.map { $0.count * method.memory }
    guard stepCount == 0 || remembered == needed else {
      throw ShapeError(
        "step", Shape(remembered), Shape(needed), "the model has changed its shape since the first step")
    }
  }
}

extension Descent {
  /// Counts a step on parameters of given counts, which are the same in every step.
  mutating func begin(counts: some Sequence<Int>) {
    if stepCount == 0 { memories = counts.map { Tensor.zeros([$0 * method.memory]) } }
    stepCount += 1
  }

  /// What the gradient is multiplied by so that it is no longer than the largest length.
  func scale(squaredNorm: Double) -> Double {
    guard let clippingNorm else { return 1 }
    let norm = squaredNorm.squareRoot()
    return norm > clippingNorm ? clippingNorm / norm : 1
  }

  /// Moves one parameter tensor.
  mutating func move(
    _ values: UnsafeMutablePointer<Double>, along gradient: UnsafePointer<Double>,
    _ place: (index: Int, count: Int), scale: Double
  ) {
    memories[place.index].withMutableNumbers { memory in
      method.move(
        ParameterBlock(
          values: values, gradient: gradient, memory: memory, count: place.count, gradientScale: scale),
        step: stepCount)
    }
  }
}
