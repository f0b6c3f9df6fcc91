import Engine
import Expressions

/// The objective of a landscape as a function of its one or two numbers.
struct Surface {
  let formula: Formula
  let ranges: LandscapeRanges
  private var function: ScalarFunction

  init(_ formula: Formula, over ranges: LandscapeRanges) {
    self.formula = formula
    self.ranges = ranges
    let locals = zip(ranges.names, ranges.ranges).map { ($0, Value.number($1.lowerBound)) }
    function = ScalarFunction(
      formula.expression, in: formula.scope(with: Dictionary(locals, uniquingKeysWith: { $1 })))
  }

  private func named(_ point: [Double]) -> ScalarFunction.Point {
    zip(ranges.names, point).map { ($0, .number($1)) }
  }

  /// The value; an infinite one, which has no place in a drawing, is an error too.
  mutating func value(at point: [Double]) throws(ExpressionError) -> Double {
    let value = try function.value(at: named(point))
    guard value.isFinite else {
      throw ExpressionError(formula.expression.extent, "this is \(spelled(value))")
    }
    return value
  }

  /// The value and the gradient, exact.
  mutating func gradient(at point: [Double]) throws(ExpressionError) -> (value: Double, slope: [Double]) {
    let (value, derivatives) = try function.gradient(at: named(point))
    let slope = derivatives.flatMap(\.self)
    guard value.isFinite, slope.allSatisfy(\.isFinite) else {
      throw ExpressionError(formula.expression.extent, "this has no derivative")
    }
    return (value, slope)
  }

  /// The error that too much was computed; nil while there is work left.
  var exhaustion: LessonError? {
    guard function.isExhausted else { return nil }
    return .experiment(
      "the landscape takes more than \(function.workLimit) steps of computation",
      help: "give a smaller grid, a shorter path, or an objective over fewer data")
  }

  /// A mistake in the objective, led back to the lesson with the point at which it shows.
  func mistake(_ error: ExpressionError, at point: [Double]) -> LessonError {
    var error = error
    error.message = "at \(ranges.described(point)), \(error.message)"
    return LessonError(error, in: formula.text)
  }
}
