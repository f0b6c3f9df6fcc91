extension Tensor {
  /// The points without copies of earlier ones, in their order.
  ///
  /// Rows are copies if all their coordinates are equal.
  func distinctPoints() throws -> Tensor {
    let (rows, columns) = (shape[0], shape[1])
    let kept = withNumbers { numbers in
      func precedes(_ left: Int, _ right: Int) -> Bool {
        for column in 0..<columns {
          let (a, b) = (numbers[left * columns + column], numbers[right * columns + column])
          if a != b { return a < b }
        }
        return left < right
      }
      func equals(_ left: Int, _ right: Int) -> Bool {
        (0..<columns).allSatisfy { numbers[left * columns + $0] == numbers[right * columns + $0] }
      }
      let order = (0..<rows).sorted(by: precedes)
      return order.enumerated().filter { place, row in place == 0 || !equals(order[place - 1], row) }
        .map(\.element).sorted()
    }
    let numbers = withNumbers { numbers in
      kept.flatMap { row in (0..<columns).map { numbers[row * columns + $0] } }
    }
    return try Tensor(numbers, shape: [kept.count, columns])
  }
}

/// For each point the distances to its nearest others, and their logarithms.
struct NeighbourDistances {
  let count: Int
  /// A row for each point at which every distance is above 0.
  let logarithms: [[Double]]
  /// How many points were left out as copies of others.
  let duplicates: Int

  init(of points: Tensor, neighbours: Int, cores: Int, in operation: String) throws {
    try points.requirePoints(in: operation)
    let distinct = try points.distinctPoints()
    guard distinct.shape[0] > neighbours else {
      throw GeometryError.tooFewPoints(
        operation: "\(operation), copies left out", found: distinct.shape[0], needed: neighbours + 1)
    }
    let distances = try nearestNeighbours(of: distinct, count: neighbours, cores: cores).distances.values
    var logarithms: [[Double]] = []
    for start in stride(from: 0, to: distances.count, by: neighbours) {
      let row = distances[start..<start + neighbours]
      // Points so close that the distance vanishes in its unit are as good as copies.
      if let nearest = row.first, nearest > 0 { logarithms.append(row.map { Double.log($0) }) }
    }
    count = neighbours
    self.logarithms = logarithms
    duplicates = points.shape[0] - logarithms.count
    guard logarithms.count >= 2 else {
      throw GeometryError.tooFewPoints(
        operation: "\(operation), copies left out", found: logarithms.count, needed: 2)
    }
  }
}
