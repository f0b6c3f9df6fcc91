/// The gradient of a function at a point: the derivative of its value with respect to every parameter.
///
/// ```swift
/// let gradient = try gradient(at: Tensor([1, 2])) { x in try (x * x).sum() }
/// print(gradient)  // [2.0, 4.0]
/// ```
/// - Parameters:
///   - point: A tensor, a list of tensors, or a model.
///   - function: Gives a single number.
/// - Returns: The derivatives, in the place of the parameters.
public func gradient<Point: Parameterized>(
  at point: Point, of function: (Point) throws -> Tensor
) throws -> Point {
  try valueAndGradient(at: point, of: function).gradient
}

/// The value of a function at a point, and its gradient there.
public func valueAndGradient<Point: Parameterized>(
  at point: Point, of function: (Point) throws -> Tensor
) throws -> (value: Tensor, gradient: Point) {
  let outer = Recording.current
  let recording = outer ?? Recording()
  defer { if outer == nil { recording.end() } }
  let variables = try point.parameters.map(recording.variable)
  let value = try Recording.$current.withValue(recording) {
    try function(point.with(parameters: variables))
  }
  let gradient = try recording.gradient(of: value, at: variables, isRecorded: outer != nil)
  return (outer == nil ? value.detached : value, point.with(parameters: gradient))
}

/// The second derivatives of a function along a direction: its Hessian matrix times a vector, without the matrix.
///
/// The gradient of the gradient's part along the direction (Pearlmutter 1994, "Fast exact multiplication by the
/// Hessian"), at a small multiple of the cost of one gradient.
/// ```swift
/// let x = Tensor([1, 2])
/// let product = try hessianVectorProduct(at: x, along: Tensor([1, 0])) { x in try (x * x * x).sum() }
/// print(product)  // [6.0, 0.0]
/// ```
public func hessianVectorProduct<Point: Parameterized>(
  at point: Point, along direction: Point, of function: (Point) throws -> Tensor
) throws -> Point {
  let directions = direction.parameters
  return try gradient(at: point) { point in
    let slopes = try gradient(at: point, of: function).parameters
    return try zip(slopes, directions).reduce(Tensor(0)) { sum, pair in
      try sum + (pair.0 * pair.1).sum()
    }
  }
}
