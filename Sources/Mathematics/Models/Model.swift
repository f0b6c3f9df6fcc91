/// A function of tensors whose parameters have names.
///
/// A model is a value: a changed copy leaves the original as it is, so that every step of a training run can be kept.
public protocol Model: Parameterized, Sendable {
  /// Hands every parameter with its name to a function that may change it, always in the same order.
  mutating func updateNamedParameters(_ update: (String, inout Tensor) throws -> Void) rethrows
}

extension Model {
  /// Hands on every parameter, in the order of the names.
  public mutating func updateParameters(_ update: (inout Tensor) throws -> Void) rethrows {
    try updateNamedParameters { _, parameter in try update(&parameter) }
  }

  /// All parameters with their names, such as `layers.0.weights`.
  public var namedParameters: [(name: String, value: Tensor)] {
    var copy = self
    var parameters: [(name: String, value: Tensor)] = []
    copy.updateNamedParameters { name, parameter in parameters.append((name, parameter)) }
    return parameters
  }

  /// How many numbers can be learned.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }

  /// Hands on the parameters of a part of a model, whose name is put before theirs.
  mutating func updateParameters(
    ofPart part: String, _ update: (String, inout Tensor) throws -> Void
  ) rethrows {
    try updateNamedParameters { name, parameter in try update("\(part).\(name)", &parameter) }
  }
}
