/// A matrix for which what was asked cannot be computed.
public enum LinearAlgebraError: Error, Sendable, CustomStringConvertible {
  /// A system without a unique solution, to the precision of the machine.
  ///
  /// The reciprocal condition number is 1 for the best of matrices and 0 for a singular one.
  case singular(operation: String, shape: Shape, reciprocalCondition: Double)
  /// A matrix whose leading part of the given order is not positive definite.
  case notPositiveDefinite(shape: Shape, order: Int)
  /// Numbers that are infinite or NaN; the place is that of the first, row after row, from 0.
  case notFinite(operation: String, shape: Shape, place: Int, value: Double)
  /// A matrix that differs from its transpose at the given row and column.
  case notSymmetric(operation: String, shape: Shape, row: Int, column: Int)
  /// An iteration of LAPACK that did not converge.
  case notConverged(operation: String, shape: Shape)

  /// What was asked, of which matrix, and what was found.
  public var description: String {
    switch self {
    case .singular(let operation, let shape, let reciprocal):
      return "\(operation): the \(shape) matrix is singular to the precision of the machine "
        + "(reciprocal condition number \(reciprocal))"
    case .notPositiveDefinite(let shape, let order):
      return "Cholesky factorisation: the \(shape) matrix is not positive definite, "
        + "nor is the part of its first \(order) rows and columns"
    case .notFinite(let operation, let shape, let place, let value):
      return "\(operation): entry \(place) of \(shape) is \(value), where finite numbers are needed"
    case .notSymmetric(let operation, let shape, let row, let column):
      return "\(operation): the \(shape) matrix is not symmetric: "
        + "entry (\(row), \(column)) differs from (\(column), \(row))"
    case .notConverged(let operation, let shape):
      return "\(operation): LAPACK's iteration did not converge on the \(shape) matrix"
    }
  }
}
