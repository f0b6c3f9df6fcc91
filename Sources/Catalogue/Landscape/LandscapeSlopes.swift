import Engine
import Expressions
import LessonFormat

/// The slopes at chosen points of a landscape.
struct LandscapeSlopes {
  struct Place {
    let point: [Double]
    let value: Double
    let slope: [Double]
  }

  let places: [Place]

  /// More triangles cannot be told apart.
  private static let mostPlaces = 100

  init(_ chosen: LandscapePoints, on surface: inout Surface, at datum: Datum?) throws {
    try chosen.check(surface.ranges, at: datum)
    guard chosen.points.count <= Self.mostPlaces else {
      throw LessonError.experiment(
        "\(chosen.points.count) triangles are more than \(Self.mostPlaces), the limit")
    }
    var places: [Place] = []
    for point in chosen.points {
      do throws(ExpressionError) {
        let (value, slope) = try surface.gradient(at: point)
        places.append(Place(point: point, value: value, slope: slope))
      } catch {
        throw surface.exhaustion ?? surface.mistake(error, at: point)
      }
    }
    self.places = places
  }

  /// The derivatives by each name.
  var columns: [[Double]] {
    (places.first?.slope ?? []).indices.map { index in places.map { $0.slope[index] } }
  }
}
