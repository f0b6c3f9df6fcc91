/// How often the neighbours of a point share its label: from 0 to 1.
///
/// The mean over all points of the share of its k nearest other points, by Euclidean distance, that have its label. Of
/// points that are equally far away, where not all of them are among the nearest k, each counts in part: as often as it
/// would be among them were that left to chance. Points that coincide are therefore told apart by nothing.
///
/// - Parameters:
///   - points: One point a row.
///   - labels: A number for each point; equal numbers are equal labels.
///   - neighbours: k, from 1 to one less than there are points.
///   - cores: The most cores to use; the result is the same for any number.
public func neighbourAgreement(
  of points: Tensor, labels: [Int], neighbours: Int = 10, cores: Int = 1
) throws -> Double {
  let operation = "neighbour agreement"
  try points.requirePoints(in: operation)
  let (count, width) = (points.shape[0], points.shape[1])
  guard labels.count == count else {
    throw ShapeError(operation, points.shape, [labels.count], "every point needs a label")
  }
  guard neighbours >= 1 && neighbours < count else {
    throw GeometryError.parameter(
      operation: operation, name: "the number of neighbours", found: "\(neighbours)",
      allowed: "a number from 1 to below \(count) points")
  }
  let unit = points.distanceUnit()
  let tiles = PointTiles(points, unit: unit)
  let rows = points.scaled(by: unit)
  let shares = parallelMap(count: count, cores: cores) { point in
    withUnsafeTemporaryAllocation(of: Double.self, capacity: tiles.tileCount * PointTiles.tileLength) {
      squares in
      guard let memory = squares.baseAddress else { return 0.0 }
      rows.withNumbers {
        tiles.squaredDistances(
          of: $0 + point * width, count: 1, tiles: 0..<tiles.tileCount, into: memory, stride: squares.count)
      }
      return agreement(of: point, labels: labels, squares: squares.prefix(count), neighbours: neighbours)
    }
  }
  return shares.reduce(0, +) / Double(count)
}

/// The share of one point's neighbours that have its label.
private func agreement(
  of point: Int, labels: [Int], squares: Swift.Slice<UnsafeMutableBufferPointer<Double>>, neighbours: Int
) -> Double {
  var others = Array(squares)
  others.remove(at: point)
  others.sort()
  let farthest = others[neighbours - 1]
  var (nearer, nearerAlike, tied, tiedAlike) = (0, 0, 0, 0)
  for (other, square) in squares.enumerated() where other != point && square <= farthest {
    let isAlike = labels[other] == labels[point] ? 1 : 0
    if square < farthest {
      (nearer, nearerAlike) = (nearer + 1, nearerAlike + isAlike)
    } else {
      (tied, tiedAlike) = (tied + 1, tiedAlike + isAlike)
    }
  }
  let taken = Double(neighbours - nearer) / Double(tied)
  return (Double(nearerAlike) + taken * Double(tiedAlike)) / Double(neighbours)
}
