import CKernels

/// The Euclidean distance of each point to each other one: a symmetric matrix with zeros on its diagonal.
///
/// Coordinates are subtracted before they are squared, so that nothing cancels for near points: each distance is
/// right to within (width + 4) / 2 units in the last place. One point a row, in any unit; distances are in the same.
///
/// - Parameters:
///   - points: One point a row.
///   - cores: The most cores to use; the bits of the result are the same for any number.
public func pairwiseDistances(_ points: Tensor, cores: Int = 1) throws -> Tensor {
  try pairwiseDistances(points, points, cores: cores)
}

/// The Euclidean distance of each point in the first matrix to each in the second: a row for each of the first.
public func pairwiseDistances(_ points: Tensor, _ others: Tensor, cores: Int = 1) throws -> Tensor {
  try distances(points, others, cores: cores, in: "pairwise distances") { numbers, count, unit in
    vector_square_root(numbers, numbers, count)
    if unit != 1 { vector_affine(unit, 0, numbers, numbers, count) }
  }
}

/// The squares of the Euclidean distances, in the square of the coordinates' unit.
///
/// A square may overflow to infinity or vanish where the distance itself would not.
public func squaredDistances(_ points: Tensor, _ others: Tensor? = nil, cores: Int = 1) throws -> Tensor {
  try distances(points, others ?? points, cores: cores, in: "squared distances") { numbers, count, unit in
    if unit != 1 {
      vector_affine(unit, 0, numbers, numbers, count)
      vector_affine(unit, 0, numbers, numbers, count)
    }
  }
}

/// How many numbers of a matrix of distances are computed and finished while they are in the cache.
private let blockLength = 1 << 16

private func distances(
  _ points: Tensor, _ others: Tensor, cores: Int, in operation: String,
  finish: @Sendable (UnsafeMutablePointer<Double>, Int, Double) -> Void
) throws -> Tensor {
  try points.requirePoints(in: operation)
  try others.requirePoints(in: operation)
  guard points.shape[1] == others.shape[1] else {
    throw ShapeError(operation, points.shape, others.shape, "points need as many coordinates as the others")
  }
  let (rows, columns) = (points.shape[0], others.shape[0])
  guard !rows.multipliedReportingOverflow(by: columns + PointTiles.tileLength).overflow else {
    throw ShapeError(operation, points.shape, others.shape, "there are too many pairs")
  }
  let unit = max(points.distanceUnit(), others.distanceUnit())
  let tiles = PointTiles(others, unit: unit)
  let points = points.scaled(by: unit)
  var result = Tensor(uninitialized: [rows, columns])
  let stride = tiles.tileCount * PointTiles.tileLength
  let blockRows = max(1, blockLength / max(1, stride))
  result.withMutableNumbers { pointer in
    nonisolated(unsafe) let numbers = pointer
    forEachIndex(count: (rows + blockRows - 1) / blockRows, cores: cores) { block in
      let first = block * blockRows
      let length = min(blockRows, rows - first)
      withUnsafeTemporaryAllocation(of: Double.self, capacity: length * stride) { buffer in
        guard let memory = buffer.baseAddress else { return }
        points.withNumbers {
          tiles.squaredDistances(
            of: $0 + first * tiles.width, count: length, tiles: 0..<tiles.tileCount, into: memory,
            stride: stride)
        }
        finish(memory, length * stride, unit)
        for row in 0..<length {
          (numbers + (first + row) * columns).update(from: memory + row * stride, count: columns)
        }
      }
    }
  }
  return result
}
