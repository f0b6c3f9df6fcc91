import Mathematics

/// Interpolations of one function through points of one design.
struct InterpolationTask {
  let function: PlaceFunction
  let isPeriodic: Bool
  let evaluations: Int
  let draws: Int

  private var dimension: Int { function.names.count }

  /// Through random points, each draw with points and places of its own.
  func scattered(_ count: Int, using generator: inout Xoshiro256StarStar) throws -> InterpolationErrors {
    var errors = InterpolationErrors()
    for _ in 0..<draws {
      let points = try PointCloud.cube.points(count, dimension: dimension, using: &generator)
      let start = (0..<dimension).map { _ in generator.uniform() }
      let places = AdditiveRecurrence(dimension: dimension, start: start).points(evaluations)
      let interpolation = try DelaunayInterpolation(points, isPeriodic: isPeriodic)
      let values = try interpolation.values(try function.values(at: points.values), at: places)
      try errors.add(values, try function.values(at: places))
    }
    return errors
  }

  /// Through the points of a grid.
  func grid(intervals: Int) throws -> InterpolationErrors {
    let places = AdditiveRecurrence(dimension: dimension).points(evaluations)
    let grid = try GridInterpolation(dimension: dimension, intervals: intervals, isPeriodic: isPeriodic)
    var (coordinates, weights) = ([Double](), [Double]())
    for start in stride(from: 0, to: places.count, by: dimension) {
      let vertices = grid.vertices(around: Array(places[start..<start + dimension]))
      coordinates += vertices.coordinates
      weights += vertices.weights
    }
    let corners = try function.values(at: coordinates)
    let values = stride(from: 0, to: weights.count, by: dimension + 1).map { start in
      (start...start + dimension).reduce(0) { $0 + weights[$1] * corners[$1] }
    }
    var errors = InterpolationErrors()
    try errors.add(values, try function.values(at: places))
    return errors
  }
}
