/// A weighted graph over points: for each point, the points it is joined to in increasing order, and their weights.
struct SparseGraph: Sendable {
  /// Where each point's edges begin; one more at the end.
  var starts: [Int64] = [0]
  var neighbours: [Int32] = []
  var weights: [Double] = []

  var pointCount: Int { starts.count - 1 }

  func edges(of point: Int) -> Range<Int> { Int(starts[point])..<Int(starts[point + 1]) }

  /// Adds an edge to the point that is being added.
  mutating func append(neighbour: Int32, weight: Double) {
    neighbours.append(neighbour)
    weights.append(weight)
  }

  /// Ends the list of the point that is being added.
  mutating func endPoint() { starts.append(Int64(neighbours.count)) }

  /// The graph without edges below a weight.
  func droppingEdges(below limit: Double) -> SparseGraph {
    var result = SparseGraph()
    for point in 0..<pointCount {
      for edge in edges(of: point) where weights[edge] >= limit && weights[edge] > 0 {
        result.append(neighbour: neighbours[edge], weight: weights[edge])
      }
      result.endPoint()
    }
    return result
  }

  /// The graph with each edge turned round.
  func reversed() -> SparseGraph {
    var counts = [Int64](repeating: 0, count: pointCount + 1)
    for neighbour in neighbours { counts[Int(neighbour) + 1] += 1 }
    for point in 0..<pointCount { counts[point + 1] += counts[point] }
    var result = self
    result.starts = counts
    for point in 0..<pointCount {
      for edge in edges(of: point) {
        let place = Int(counts[Int(neighbours[edge])])
        counts[Int(neighbours[edge])] += 1
        result.neighbours[place] = Int32(point)
        result.weights[place] = weights[edge]
      }
    }
    return result
  }

  /// For each point the number of its connected component; components are numbered by their first point.
  func components() -> (labels: [Int], count: Int) {
    var labels = [Int](repeating: -1, count: pointCount)
    var count = 0
    var waiting: [Int] = []
    for first in 0..<pointCount where labels[first] < 0 {
      labels[first] = count
      waiting.append(first)
      while let point = waiting.popLast() {
        for edge in edges(of: point) where labels[Int(neighbours[edge])] < 0 {
          labels[Int(neighbours[edge])] = count
          waiting.append(Int(neighbours[edge]))
        }
      }
      count += 1
    }
    return (labels, count)
  }

  /// The graph of some points that no edge joins to the others, numbered in their order.
  func component(of points: [Int]) -> SparseGraph {
    var places = [Int32](repeating: 0, count: pointCount)
    for (place, point) in points.enumerated() { places[point] = Int32(place) }
    var result = SparseGraph()
    for point in points {
      for edge in edges(of: point) {
        result.append(neighbour: places[Int(neighbours[edge])], weight: weights[edge])
      }
      result.endPoint()
    }
    return result
  }
}
