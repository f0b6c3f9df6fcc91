/// Piecewise-linear interpolation through scattered points: linear on each simplex of their Delaunay triangulation.
///
/// The triangulation itself is never made. The simplex around a place is the solution of a linear program, the convex
/// combination of points that is the place and has the least mean square distance from it, and each step of the simplex
/// method needs only the point nearest to the centre of a sphere (after Fukuda 2004, "Frequently asked questions in
/// polyhedral computation", and Chang and others 2020, "Algorithm 1012: DELAUNAYSPARSE").
public struct DelaunayInterpolation: Sendable {
  /// How many coordinates points may have: the number of steps grows quickly with it.
  public static let mostDimensions = 6

  let tree: PointTree

  /// Arranges the points.
  ///
  /// - Parameters:
  ///   - points: One point a row; on a torus within the unit cube.
  ///   - isPeriodic: Whether the space is a torus of period 1, so that the triangulation has no edge.
  public init(_ points: Tensor, isPeriodic: Bool = false) throws {
    tree = try PointTree(points, isPeriodic: isPeriodic)
    try GeometryError.require(
      "the number of coordinates", tree.dimension, in: 1...Self.mostDimensions,
      for: "interpolation through scattered points")
  }

  /// The interpolated values at places; NaN for a place outside the convex hull of the points.
  ///
  /// - Parameters:
  ///   - values: A value for each point.
  ///   - places: The coordinates of one place after the other.
  ///   - cores: The most cores to use; the result is the same for any number.
  public func values(_ values: [Double], at places: [Double], cores: Int = 1) throws -> [Double] {
    let dimension = tree.dimension
    guard values.count == tree.count, places.count % dimension == 0 else {
      throw ShapeError(
        "interpolation", [values.count], [places.count],
        "every point needs a value, every place \(dimension) coordinates")
    }
    let sorted = tree.order.map { values[$0] }
    let block = 64
    let count = places.count / dimension
    let blocks = parallelMap(count: (count + block - 1) / block, cores: cores) { index in
      var search = SimplexSearch(tree)
      return (index * block..<min(count, (index + 1) * block)).map { place in
        search.find(Array(places[place * dimension..<(place + 1) * dimension]))?.value(of: sorted)
      }
    }
    return try blocks.joined().map { value in
      guard let value else {
        throw GeometryError.degenerate(operation: "interpolation through scattered points")
      }
      return value
    }
  }
}

/// The simplex around a place, and the place as a mean of its vertices.
struct EnclosingSimplex {
  /// Where its vertices are in the tree; −1 for one that stands for what is outside of the points' hull.
  let places: [Int]
  let weights: [Double]

  func value(of values: [Double]) -> Double {
    zip(places, weights).reduce(0) { $0 + ($1.0 < 0 ? .nan : $1.1 * values[$1.0]) }
  }
}
