import Engine
import Expressions
import Mathematics

/// The objective on a grid over the ranges.
struct LandscapeGrid {
  /// The places along each axis.
  let axes: [[Double]]
  /// The values, row by row from the smallest number of the second name on; NaN where there is none.
  let values: [Double]
  let undefinedCount: Int
  /// The point with the smallest value.
  let best: [Double]

  /// Fails where the objective has no value anywhere.
  init(_ surface: inout Surface, count: Int, isLogarithmic: [Bool]) throws {
    axes = zip(surface.ranges.ranges, isLogarithmic).map { range, isLogarithmic in
      isLogarithmic
        ? logspace(range.lowerBound, range.upperBound, count: count)
        : linspace(range.lowerBound, range.upperBound, count: count)
    }
    let rows = axes.count == 2 ? axes[1].map { [$0] } : [[]]
    var values: [Double] = []
    var errors: [(error: ExpressionError, point: [Double])] = []
    var best: (value: Double, point: [Double])?
    for row in rows {
      for x in axes[0] {
        let point = [x] + row
        do throws(ExpressionError) {
          let value = try surface.value(at: point)
          if value < best?.value ?? .infinity { best = (value, point) }
          values.append(value)
        } catch {
          values.append(.nan)
          errors.append((error, point))
        }
      }
      if let exhaustion = surface.exhaustion { throw exhaustion }
    }
    guard let best else { throw Self.nowhereDefined(errors, surface) }
    self.best = best.point
    self.values = values
    undefinedCount = errors.count
  }

  private static func nowhereDefined(
    _ errors: [(error: ExpressionError, point: [Double])], _ surface: Surface
  ) -> LessonError {
    guard let first = errors.first, let last = errors.last else {
      return .experiment("the grid has no points")
    }
    if first.error == last.error { return LessonError(first.error, in: surface.formula.text) }
    var error = surface.mistake(first.error, at: first.point)
    error.message = "the objective has no value anywhere in the ranges: \(error.message)"
    return error
  }
}
