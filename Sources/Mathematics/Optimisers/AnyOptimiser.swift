/// One of the rules, chosen while a program runs.
///
/// ```swift
/// let rule = AnyOptimiser(Adam(learningRate: 0.05))
/// ```
public struct AnyOptimiser: Optimiser {
  private let rule: any Optimiser

  /// Wraps a rule.
  public init(_ rule: any Optimiser) { self.rule = rule }

  /// How many numbers the rule remembers for each parameter.
  public var memory: Int { rule.memory }

  /// Moves some parameters in place.
  public func move(_ parameters: ParameterBlock, step: Int) { rule.move(parameters, step: step) }
}
