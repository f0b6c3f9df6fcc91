import Engine
import Mathematics

/// How far a piecewise-linear interpolation lies from the function, for one number of points.
struct InterpolationErrors {
  /// The mean square of each draw.
  private(set) var meanSquares: [Double] = []
  private(set) var largest = 0.0
  private(set) var outside = 0
  private(set) var inside = 0

  /// Adds the errors of a draw: the difference at each place, NaN outside of the points' hull.
  mutating func add(_ interpolated: [Double], _ exact: [Double]) throws {
    let errors = zip(interpolated, exact).map { $0 - $1 }.filter { !$0.isNaN }
    outside += exact.count - errors.count
    inside += errors.count
    guard !errors.isEmpty else {
      throw LessonError.experiment(
        "no place lies between the points", help: "give more points, or space: torus")
    }
    meanSquares.append(compensatedSum(errors.map { $0 * $0 }) / Double(errors.count))
    largest = errors.reduce(largest) { max($0, $1.magnitude) }
  }

  var meanSquare: Double { mean(meanSquares) }

  /// The standard error of the mean square between draws; 0 where there is only one.
  var standardError: Double {
    guard meanSquares.count > 1 else { return 0 }
    return (variance(meanSquares) / Double(meanSquares.count)).squareRoot()
  }

  var outsideShare: Double { Double(outside) / Double(outside + inside) }
}
