/// Why data cannot be fitted.
public enum LeastSquaresError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A row of the design, or the list of weights, does not have as many entries as the others.
  case unequalLengths(what: String, found: Int, expected: Int)
  /// There are fewer points than coefficients.
  case tooFewPoints(points: Int, coefficients: Int)
  /// An entry is infinite or not a number.
  case notFinite(what: String, at: Int)
  /// A weight is negative.
  case negativeWeight(at: Int)
  /// A value has no logarithm.
  case notPositive(at: Int)
  /// These columns of the design, counted from 0, are combinations of each other.
  case dependentColumns([Int], rank: Int)
  /// Lists of starting values combine to more starts than the limit.
  case tooManyStarts(limit: Int)
  /// No start was given, or a list of starting values is empty.
  case noStarts

  /// What a person would want to know.
  public var description: String {
    switch self {
    case .unequalLengths(let what, let found, let expected):
      return "\(what) has \(found) entries where \(expected) are needed"
    case .tooFewPoints(let points, let coefficients):
      return "\(points) points cannot determine \(coefficients) coefficients"
    case .notFinite(let what, let place): return "\(what) \(place) is not a finite number"
    case .negativeWeight(let place): return "weight \(place) is negative"
    case .notPositive(let place): return "value \(place) is not above 0 and has no logarithm"
    case .dependentColumns(let columns, let rank):
      let list = columns.map(String.init).joined(separator: ", ")
      return
        "columns \(list) of the design depend on each other: the data determine only \(rank) coefficients"
    case .tooManyStarts(let limit): return "the lists combine to more than \(limit) starts"
    case .noStarts: return "there is no start: a list of starting values is empty"
    }
  }
}
