/// A rule by which parameters follow their gradient.
public protocol Optimiser: Sendable {
  /// How many numbers the rule remembers for each parameter.
  var memory: Int { get }

  /// Moves some parameters in place.
  ///
  /// - Parameter step: The number of the step, from 1.
  func move(_ parameters: ParameterBlock, step: Int)
}

/// Some parameters with their gradient and what an optimiser remembers of them, all in place.
public struct ParameterBlock {
  /// The parameters.
  public let values: UnsafeMutablePointer<Double>
  /// Their gradient.
  public let gradient: UnsafePointer<Double>
  /// What the optimiser remembers, zeros at first: `count` numbers, and `count` more for each further memory.
  public let memory: UnsafeMutablePointer<Double>
  /// How many parameters there are.
  public let count: Int
  /// What the gradient is multiplied by before it is used: below 1 where it is clipped.
  public let gradientScale: Double
}
