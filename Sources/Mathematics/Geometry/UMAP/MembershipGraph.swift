import CKernels

/// The scale of distances around a point: the distance to its nearest neighbour ρ, and the width σ beyond it.
struct LocalScale: Sendable, Equatable {
  var nearest: Double
  var width: Double
}

extension LocalScale {
  /// A width whose memberships add up to the target to within this is good enough, as in the reference implementation.
  private static let tolerance = 1e-5
  /// The least width, as a share of the mean distance.
  private static let leastShare = 1e-3
  private static let bisections = 64

  /// Finds σ such that the memberships exp(−max(0, d − ρ) / σ) add up to log₂ k (section 3.1, algorithm 3).
  ///
  /// - Parameters:
  ///   - distances: To the k − 1 nearest other points, in increasing order.
  ///   - localConnectivity: Which of the distances above 0 is ρ; between two of them it is interpolated.
  ///   - meanDistance: Over all points, for a point that has only copies of itself around.
  init(distances: [Double], localConnectivity: Double, meanDistance: Double) {
    nearest = Self.nearest(distances.filter { $0 > 0 }, localConnectivity)
    width = Self.width(distances, beyond: nearest)
    let own = distances.reduce(0, +) / Double(distances.count + 1)
    width = max(width, Self.leastShare * (nearest > 0 ? own : meanDistance))
  }

  private static func nearest(_ distances: [Double], _ localConnectivity: Double) -> Double {
    guard Double(distances.count) >= localConnectivity else { return distances.last ?? 0 }
    let index = Int(localConnectivity)
    let share = localConnectivity - Double(index)
    let lower = index > 0 ? distances[index - 1] : 0
    return share > tolerance ? lower + share * (distances[index] - lower) : lower
  }

  private static func width(_ distances: [Double], beyond nearest: Double) -> Double {
    let target = log2OfInteger(distances.count + 1)
    var (low, high, middle) = (0.0, Double.infinity, 1.0)
    var memberships = distances
    for _ in 0..<bisections {
      for (place, distance) in distances.enumerated() {
        memberships[place] = -max(0, distance - nearest) / middle
      }
      vector_exponential(memberships, &memberships, memberships.count)
      let sum = vector_sum(memberships, memberships.count)
      if abs(sum - target) < tolerance { break }
      if sum > target { high = middle } else { low = middle }
      middle = high == .infinity ? middle * 2 : (low + high) / 2
    }
    return middle
  }

  private static func log2OfInteger(_ count: Int) -> Double {
    let numbers = [Double(count), 2]
    var logarithms = numbers
    vector_logarithm(numbers, &logarithms, 2)
    return logarithms[0] / logarithms[1]
  }
}

extension SparseGraph {
  /// How strongly each point holds its neighbours for near (sections 3.1 and 4.1).
  init(_ neighbours: NearestNeighbours, localConnectivity: Double, cores: Int) {
    let (points, count) = (neighbours.distances.shape[0], neighbours.neighbourCount)
    let distances = neighbours.distances.values
    // A point counts as its own neighbour at distance 0.
    let mean = compensatedSum(distances) / Double(points * (count + 1))
    let rows = parallelMap(count: points, cores: cores) { point in
      Self.memberships(
        Array(distances[point * count..<(point + 1) * count]), neighbours.indices(of: point),
        localConnectivity,
        meanDistance: mean)
    }
    self.init()
    for row in rows {
      for (neighbour, weight) in row { append(neighbour: neighbour, weight: weight) }
      endPoint()
    }
  }

  private static func memberships(
    _ distances: [Double], _ neighbours: ArraySlice<Int>, _ localConnectivity: Double, meanDistance: Double
  ) -> [(neighbour: Int32, weight: Double)] {
    let scale = LocalScale(
      distances: distances, localConnectivity: localConnectivity, meanDistance: meanDistance)
    var weights = distances.map {
      $0 <= scale.nearest || scale.width == 0 ? 0 : (scale.nearest - $0) / scale.width
    }
    vector_exponential(weights, &weights, weights.count)
    return zip(neighbours, weights).map { (Int32($0), $1) }.sorted { $0.0 < $1.0 }
  }

  /// The fuzzy union a + b − a b of each edge's two directions, mixed with their intersection a b (section 3.1).
  func united(mixRatio: Double) -> SparseGraph {
    let other = reversed()
    var result = SparseGraph()
    for point in 0..<pointCount {
      var (mine, theirs) = (edges(of: point)[...], other.edges(of: point)[...])
      while let next = [
        mine.first.map { neighbours[$0] }, theirs.first.map { other.neighbours[$0] },
      ].compactMap({ $0 }).min() {
        var (a, b) = (0.0, 0.0)
        if let edge = mine.first, neighbours[edge] == next {
          a = weights[edge]
          mine.removeFirst()
        }
        if let edge = theirs.first, other.neighbours[edge] == next {
          b = other.weights[edge]
          theirs.removeFirst()
        }
        let weight = mixRatio * (a + b - a * b) + (1 - mixRatio) * (a * b)
        if weight > 0 { result.append(neighbour: next, weight: weight) }
      }
      result.endPoint()
    }
    return result
  }
}
