/// A value with parameters that can be learned: a tensor, a list of tensors, a model.
///
/// ```swift
/// struct Line: Parameterized {
///   var slope: Tensor
///   var intercept: Tensor
///   mutating func updateParameters(_ update: (inout Tensor) throws -> Void) rethrows {
///     try update(&slope)
///     try update(&intercept)
///   }
/// }
/// ```
public protocol Parameterized {
  /// Hands every parameter to a function that may change it, always in the same order.
  mutating func updateParameters(_ update: (inout Tensor) throws -> Void) rethrows
}

extension Parameterized {
  /// All parameters, in their order.
  public var parameters: [Tensor] {
    var copy = self
    var parameters: [Tensor] = []
    copy.updateParameters { parameters.append($0) }
    return parameters
  }

  /// The same value with other parameters.
  ///
  /// - Precondition: There are as many as the value has.
  public func with(parameters: [Tensor]) -> Self {
    var copy = self
    var index = 0
    copy.updateParameters { parameter in
      parameter = parameters[index]
      index += 1
    }
    precondition(index == parameters.count, "one tensor for each parameter")
    return copy
  }
}

extension Tensor: Parameterized {
  /// Hands over the tensor itself.
  public mutating func updateParameters(_ update: (inout Tensor) throws -> Void) rethrows {
    try update(&self)
  }
}

extension Array: Parameterized where Element: Parameterized {
  /// Hands over the parameters of every element in turn.
  public mutating func updateParameters(_ update: (inout Tensor) throws -> Void) rethrows {
    for index in indices { try self[index].updateParameters(update) }
  }
}
