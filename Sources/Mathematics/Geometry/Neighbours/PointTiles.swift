import CKernels

/// Points made ready for distances: of moderate size, and in tiles whose coordinates lie side by side.
///
/// Squares of coordinates beyond 2^±300 would overflow or vanish: all points are then multiplied by one power of two,
/// which is exact.
struct PointTiles: Sendable {
  /// How many points share a tile.
  static let tileLength = 32

  let count: Int
  let width: Int
  /// By what distances are to be multiplied.
  let unit: Double
  private let numbers: TensorStorage

  var tileCount: Int { (count + Self.tileLength - 1) / Self.tileLength }

  init(_ points: Tensor, unit: Double) {
    count = points.shape[0]
    width = points.shape[1]
    self.unit = unit
    let (count, width, length) = (count, width, Self.tileLength)
    let tileCount = (count + length - 1) / length
    numbers = TensorStorage(count: tileCount * length * width)
    let tiles = numbers.numbers
    points.withNumbers { points in
      for place in 0..<tileCount * length {
        let tile = tiles + place / length * length * width + place % length
        for axis in 0..<width {
          tile[axis * length] = place < count ? points[place * width + axis] / unit : 0
        }
      }
    }
  }

  /// The squared distances of some points (rows in the same unit) to the points of some tiles.
  func squaredDistances(
    of points: UnsafePointer<Double>, count: Int, tiles: Range<Int>,
    into result: UnsafeMutablePointer<Double>,
    stride: Int
  ) {
    vector_squared_distances(
      points, count, width, numbers.numbers + tiles.lowerBound * Self.tileLength * width, tiles.count, result,
      stride)
    withExtendedLifetime(numbers) {}
  }
}

extension Tensor {
  /// Refuses what is not a matrix of finite numbers, one point a row.
  func requirePoints(in operation: String) throws {
    guard rank == 2 else {
      throw ShapeError(operation, shape, "a matrix is needed, one point a row")
    }
    guard let place = firstNotFinite else { return }
    let value = withNumbers { $0[place] }
    throw GeometryError.notFinite(
      operation: operation, row: place / shape[1], column: place % shape[1], value: "\(value)")
  }

  /// A power of two by which the coordinates can be divided so that their squares neither overflow nor vanish.
  ///
  /// 1 unless that is needed.
  func distanceUnit() -> Double {
    let norm = withNumbers { vector_norm($0, count) }
    // The largest lies between the norm and a part of it by the root of the count.
    if norm > 0x1p-250 && norm < 0x1p250 { return 1 }
    let largest = withNumbers { numbers in
      (0..<count).reduce(0.0) { max($0, numbers[$1].magnitude) }
    }
    guard largest > 0, largest.exponent > 300 || largest.exponent < -300 else { return 1 }
    return Double(sign: .plus, exponent: largest.exponent, significand: 1)
  }

  /// The numbers divided by a unit.
  func scaled(by unit: Double) -> Tensor {
    if unit == 1 { return detached }
    var result = detached
    result.withMutableNumbers { numbers in
      for index in 0..<count { numbers[index] /= unit }
    }
    return result
  }
}
