/// For each of some points the points nearest to it.
public struct NearestNeighbours: Sendable, Equatable {
  /// How many neighbours each point has.
  public let neighbourCount: Int
  /// The rows of the neighbours, counted from 0: all of the first point, the nearest first, then those of the second.
  public let indices: [Int]
  /// Their Euclidean distances: a row for each point, in increasing order.
  public let distances: Tensor

  /// The neighbours of one point, the nearest first.
  public func indices(of point: Int) -> ArraySlice<Int> {
    indices[point * neighbourCount..<(point + 1) * neighbourCount]
  }
}

/// The nearest other points of each point, exactly.
///
/// Every distance is computed, directly from the differences of the coordinates: result and order are exact, and of
/// equal distances the lower row comes first. A point is no neighbour of itself; a copy of it is, at distance 0.
/// The time grows with the square of the number of points.
///
/// - Parameters:
///   - points: One point a row.
///   - count: How many neighbours, from 1 to one less than there are points.
///   - cores: The most cores to use; the bits of the result are the same for any number.
public func nearestNeighbours(of points: Tensor, count: Int, cores: Int = 1) throws -> NearestNeighbours {
  try points.requirePoints(in: "nearest neighbours")
  guard points.shape[0] > count else {
    throw GeometryError.tooFewPoints(
      operation: "\(count) nearest neighbours", found: points.shape[0],
      needed: min(max(count, 1), Int.max - 1) + 1)
  }
  let search = try NeighbourSearch(points, among: points, count: count, excludingSelf: true)
  return search.run(cores: cores)
}

/// The nearest points of one set to each point of another, exactly.
///
/// As ``nearestNeighbours(of:count:cores:)``, but a point that is in both sets is a neighbour of itself.
public func nearestNeighbours(
  of queries: Tensor, among points: Tensor, count: Int, cores: Int = 1
) throws -> NearestNeighbours {
  try queries.requirePoints(in: "nearest neighbours")
  try points.requirePoints(in: "nearest neighbours")
  guard points.shape[0] >= count else {
    throw GeometryError.tooFewPoints(
      operation: "\(count) nearest neighbours", found: points.shape[0], needed: max(count, 1))
  }
  return try NeighbourSearch(queries, among: points, count: count, excludingSelf: false).run(cores: cores)
}
