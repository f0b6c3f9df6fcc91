/// Points of few dimensions, arranged so that the nearest to a place are found without looking at most of them.
///
/// A k-d tree (Friedman, Bentley and Finkel 1977): every node halves its points along the longest side of their box.
/// Distances to boxes are exact, so that nothing near is missed. On a torus of period 1 opposite sides of the unit
/// cube are one, and the distance to a point is that to the nearest of its images.
public struct PointTree: Sendable {
  /// Halves are halved on until so few points are left.
  static let leafSize = 8

  struct Node: Sendable {
    var points: Range<Int>
    /// Where the second half is among the nodes, the first of which follows its parent; nil for a leaf.
    var second: Int?
  }

  /// How many points there are.
  public let count: Int
  /// The number of coordinates of each.
  public let dimension: Int
  /// Whether the space is a torus of period 1.
  public let isPeriodic: Bool
  let nodes: [Node]
  /// For each place in the tree the point's row.
  let order: [Int]
  /// The coordinates in the order of the tree.
  let coordinates: TensorStorage
  /// The least coordinates in each node, then the greatest.
  let boxes: TensorStorage

  /// Arranges points.
  ///
  /// - Parameters:
  ///   - points: One point a row, at least one; on a torus within the unit cube.
  ///   - isPeriodic: Whether the space is a torus of period 1.
  public init(_ points: Tensor, isPeriodic: Bool = false) throws {
    try points.requirePoints(in: "nearest neighbours")
    (count, dimension) = (points.shape[0], points.shape[1])
    guard count > 0, dimension > 0 else {
      throw GeometryError.tooFewPoints(operation: "nearest neighbours", found: count, needed: 1)
    }
    if isPeriodic, let outside = points.values.first(where: { $0 < 0 || $0 > 1 }) {
      throw GeometryError.parameter(
        operation: "nearest neighbours on a torus", name: "a coordinate", found: "\(outside)",
        allowed: "a number from 0 to 1")
    }
    self.isPeriodic = isPeriodic
    var builder = PointTreeBuilder(points)
    builder.addNode(0..<count)
    (nodes, order) = (builder.nodes, builder.order)
    coordinates = TensorStorage(count: count * dimension)
    boxes = TensorStorage(count: builder.boxes.count)
    for (place, number) in builder.boxes.enumerated() { boxes.numbers[place] = number }
    for (place, row) in order.enumerated() {
      for axis in 0..<dimension {
        coordinates.numbers[place * dimension + axis] = builder.numbers[row * dimension + axis]
      }
    }
  }

  /// The distance of each point to the nearest other one, in the order of the points; infinite for a single point.
  ///
  /// - Parameter cores: The most cores to use; the result is the same for any number.
  public func nearestDistances(cores: Int = 1) -> [Double] {
    let block = 256
    let blocks = parallelMap(count: (count + block - 1) / block, cores: cores) { index in
      var search = PointTreeSearch(self, count: 1)
      return (index * block..<min(count, (index + 1) * block)).map { place in
        search.run(from: UnsafePointer(coordinates.numbers + place * dimension), excluding: place)
        return search.squares[0].squareRoot()
      }
    }
    var distances = [Double](repeating: 0, count: count)
    for (place, distance) in blocks.joined().enumerated() { distances[order[place]] = distance }
    return distances
  }
}

/// Halves points until few are left.
private struct PointTreeBuilder {
  let numbers: [Double]
  let dimension: Int
  var order: [Int]
  var nodes: [PointTree.Node] = []
  var boxes: [Double] = []

  init(_ points: Tensor) {
    (numbers, dimension) = (points.values, points.shape[1])
    order = Array(0..<points.shape[0])
  }

  mutating func addNode(_ range: Range<Int>) {
    let node = nodes.count
    nodes.append(PointTree.Node(points: range, second: nil))
    let (least, greatest) = box(of: range)
    boxes += least + greatest
    guard range.count > PointTree.leafSize else { return }
    let axis = argmax(zip(least, greatest).map { $1 - $0 }) ?? 0
    let middle = range.lowerBound + range.count / 2
    partition(range, at: middle, along: axis)
    addNode(range.lowerBound..<middle)
    nodes[node].second = nodes.count
    addNode(middle..<range.upperBound)
  }

  private func box(of range: Range<Int>) -> (least: [Double], greatest: [Double]) {
    var least = [Double](repeating: .infinity, count: dimension)
    var greatest = [Double](repeating: -.infinity, count: dimension)
    for place in range {
      for axis in 0..<dimension {
        let number = numbers[order[place] * dimension + axis]
        least[axis] = min(least[axis], number)
        greatest[axis] = max(greatest[axis], number)
      }
    }
    return (least, greatest)
  }

  /// Puts the points below that of a rank before it, the others behind (Hoare 1961, "Algorithm 65: FIND").
  private mutating func partition(_ range: Range<Int>, at rank: Int, along axis: Int) {
    var (low, high) = (range.lowerBound, range.upperBound - 1)
    while low < high {
      let pivot = numbers[order[(low + high) / 2] * dimension + axis]
      var (left, right) = (low, high)
      while left <= right {
        while numbers[order[left] * dimension + axis] < pivot { left += 1 }
        while numbers[order[right] * dimension + axis] > pivot { right -= 1 }
        guard left <= right else { break }
        order.swapAt(left, right)
        left += 1
        right -= 1
      }
      if right < rank { low = left }
      if left > rank { high = right }
    }
  }
}
