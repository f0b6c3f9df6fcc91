/// Operands whose shapes do not fit together.
public struct ShapeError: Error, Hashable, CustomStringConvertible {
  /// What was to be computed.
  public let operation: String
  /// The shapes of the operands.
  public let shapes: [Shape]
  /// What does not fit.
  public let reason: String

  /// Makes an error about one operand, which should have another shape.
  public init(_ operation: String, _ shape: Shape, _ reason: String) {
    self.operation = operation
    self.shapes = [shape]
    self.reason = reason
  }

  /// Makes an error about two operands.
  public init(_ operation: String, _ left: Shape, _ right: Shape, _ reason: String) {
    self.operation = operation
    self.shapes = [left, right]
    self.reason = reason
  }

  /// Names the operation and all shapes: `matrix product of 2×3 and 2×3: …`.
  public var description: String {
    "\(operation) of \(shapes.map(\.description).joined(separator: " and ")): \(reason)"
  }
}
