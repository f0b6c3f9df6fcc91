/// How far the neighbours in a layout can be trusted to be neighbours among the points: from 0 to 1.
///
/// T(k) = 1 − 2 / (n k (2 n − 3 k − 1)) Σᵢ Σⱼ max(0, r(i, j) − k) over the k nearest neighbours j of i in the layout,
/// r(i, j) being the rank of j among the points by distance from i (Venna and Kaski 2001, "Neighborhood preservation in
/// nonlinear projection methods"). Of equal distances the lower row comes first.
///
/// - Parameters:
///   - layout: A row of coordinates for each point.
///   - points: One point a row.
///   - neighbours: k, below half the number of points: 5.
///   - cores: The most cores to use; the result is the same for any number.
public func trustworthiness(
  of layout: Tensor, for points: Tensor, neighbours: Int = 5, cores: Int = 1
) throws -> Double {
  let operation = "trustworthiness"
  try points.requirePoints(in: operation)
  try layout.requirePoints(in: operation)
  let (count, width) = (points.shape[0], points.shape[1])
  guard layout.shape[0] == count else {
    throw ShapeError(operation, layout.shape, points.shape, "the layout needs a row for each point")
  }
  guard neighbours >= 1 && neighbours < count - neighbours else {
    throw GeometryError.parameter(
      operation: operation, name: "the number of neighbours", found: "\(neighbours)",
      allowed: "a number from 1 to below half of \(count) points")
  }
  let nearest = try nearestNeighbours(of: layout, count: neighbours, cores: cores)
  let unit = points.distanceUnit()
  let tiles = PointTiles(points, unit: unit)
  let rows = points.scaled(by: unit)
  let excesses = parallelMap(count: count, cores: cores) { point in
    withUnsafeTemporaryAllocation(of: Double.self, capacity: tiles.tileCount * PointTiles.tileLength) {
      squares in
      guard let memory = squares.baseAddress else { return 0 }
      rows.withNumbers {
        tiles.squaredDistances(
          of: $0 + point * width, count: 1, tiles: 0..<tiles.tileCount, into: memory, stride: squares.count)
      }
      return nearest.indices(of: point).reduce(0) { sum, neighbour in
        sum + max(0, rank(of: neighbour, from: point, in: memory, count: count) - neighbours)
      }
    }
  }
  let (n, k) = (Double(count), Double(neighbours))
  return 1 - Double(excesses.reduce(0, +)) * 2 / (n * k * (2 * n - 3 * k - 1))
}

/// The rank of a point among all but one by distance from that one, from 1.
private func rank(
  of neighbour: Int, from point: Int, in squares: UnsafeMutablePointer<Double>, count: Int
) -> Int {
  let square = squares[neighbour]
  var rank = 1
  for other in 0..<neighbour where squares[other] <= square { rank += 1 }
  for other in neighbour + 1..<max(count, neighbour + 1) where squares[other] < square { rank += 1 }
  // The point itself is at distance 0, hence counted unless its place is behind an equal.
  let countsItself = point < neighbour ? squares[point] <= square : squares[point] < square
  return rank - (countsItself ? 1 : 0)
}
