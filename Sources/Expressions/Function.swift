/// A formula with parameters that a result offers to be called, such as a fitted curve's prediction.
public struct Function: Sendable, Hashable, Codable {
  /// The names that the arguments get, in order.
  public let parameters: [String]
  /// The formula in the expression language.
  public let formula: String
  /// The values that the formula's other names have.
  public let constants: Record

  /// Makes a function.
  public init(parameters: [String], formula: String, constants: Record = Record()) {
    self.parameters = parameters
    self.formula = formula
    self.constants = constants
  }
}
