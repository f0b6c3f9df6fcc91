/// Points for which what was asked cannot be computed.
public enum GeometryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A coordinate that is infinite or NaN; row and column count from 0.
  case notFinite(operation: String, row: Int, column: Int, value: String)
  /// Fewer points than the computation needs.
  case tooFewPoints(operation: String, found: Int, needed: Int)
  /// A parameter outside the range in which it means something.
  case parameter(operation: String, name: String, found: String, allowed: String)
  /// An iteration of LAPACK that did not converge.
  case notConverged(operation: String)
  /// Points of which too many lie on one sphere or in one plane.
  case degenerate(operation: String)

  /// What was asked, what was found, and what would be right.
  public var description: String {
    switch self {
    case .notFinite(let operation, let row, let column, let value):
      "\(operation): the point in row \(row) has the coordinate \(value) in column \(column), "
        + "where finite numbers are needed"
    case .tooFewPoints(let operation, let found, let needed):
      "\(operation): \(found) points were given, at least \(needed) are needed"
    case .parameter(let operation, let name, let found, let allowed):
      "\(operation): \(name) is \(found), where \(allowed) is needed"
    case .notConverged(let operation):
      "\(operation): LAPACK's iteration did not converge"
    case .degenerate(let operation):
      "\(operation): too many of the points lie on one sphere or in one plane"
    }
  }
}

extension GeometryError {
  static func require<Value: Comparable>(
    _ name: String, _ value: Value, in range: ClosedRange<Value>, for operation: String
  ) throws {
    // NaN is in no range.
    guard range.contains(value) else {
      throw GeometryError.parameter(
        operation: operation, name: name, found: "\(value)",
        allowed: "a value from \(range.lowerBound) to \(range.upperBound)")
    }
  }
}
