import Engine
import Expressions
import Mathematics

/// The slopes at chosen points of a landscape.
struct LandscapeSlopes {
  struct Place {
    let point: [Double]
    let value: Double
    let slope: [Double]
    /// How far a triangle reaches along the axis, to the left where below 0; nil over two parameters.
    var run: Double?

    /// How far the tangent rises over that run.
    var rise: Double? { run.map { $0 * slope[0] } }
  }

  private(set) var places: [Place] = []

  /// More cannot be told apart.
  static let mostPlaces = 100

  /// Fails where the objective has no slope.
  init(_ chosen: LandscapePoints, on surface: inout Surface) throws {
    var errors: [LessonError] = []
    for point in chosen.points {
      do throws(ExpressionError) {
        let (value, slope) = try surface.gradient(at: point)
        places.append(Place(point: point, value: value, slope: slope))
      } catch {
        if let exhaustion = surface.exhaustion { throw exhaustion }
        errors.append(surface.mistake(error, at: point))
      }
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }

  /// Gives each place of a curve the run of its triangle: the author's, or a round one that fits the drawing.
  mutating func setRuns(_ wanted: Double?, over range: ClosedRange<Double>, heights: [Double]) {
    let finite = heights.filter(\.isFinite)
    let height = (finite.max() ?? 0) - (finite.min() ?? 0)
    let width = range.upperBound - range.lowerBound
    for index in places.indices {
      let steepness = abs(places[index].slope[0])
      let fitting = height > 0 && steepness > 0 ? min(width / 6, height / 2 / steepness) : width / 6
      let run = wanted ?? Self.rounded(fitting)
      // To the right, unless the numbers beside the triangle would not fit there.
      let (left, right) = (places[index].point[0] - run, places[index].point[0] + run)
      let fits = right + width / 5 <= range.upperBound || left < range.lowerBound
      places[index].run = fits ? run : -run
    }
  }

  /// The largest of 1, 2 and 5 times a power of ten that is not above a number.
  private static func rounded(_ number: Double) -> Double {
    let exponent = Double.log10(number).rounded(.down)
    let power = Double.pow(10, exponent.magnitude)
    let candidates = [5.0, 2, 1].map { exponent < 0 ? $0 / power : $0 * power }
    return candidates.first { $0 <= number * (1 + 1e-9) } ?? number
  }

  /// The derivatives by each name.
  var columns: [[Double]] {
    (places.first?.slope ?? []).indices.map { index in places.map { $0.slope[index] } }
  }
}
