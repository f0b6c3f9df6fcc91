/// Where the points of a layout begin: spectral positions of each connected component of their graph.
struct InitialLayout {
  private let graph: SparseGraph
  private let points: Tensor
  private let dimensions: Int

  init(_ graph: SparseGraph, of points: Tensor, dimensions: Int) {
    self.graph = graph
    self.points = points
    self.dimensions = dimensions
  }

  /// Positions by the graph's spectrum; components lie around places of their own.
  func spectral<Generator: RandomNumberGenerator>(using generator: inout Generator) throws -> [Double] {
    let (labels, count) = graph.components()
    guard count > 1 else { return try layOut(graph, using: &generator) }
    var members = [[Int]](repeating: [], count: count)
    for (point, label) in labels.enumerated() { members[label].append(point) }
    let places = try componentPlaces(members)
    var positions = [Double](repeating: 0, count: graph.pointCount * dimensions)
    for (label, points) in members.enumerated() {
      let own = try layOut(graph.component(of: points), using: &generator)
      let largest = own.reduce(0) { max($0, abs($1)) }
      let radius = radius(of: label, among: places)
      for (place, point) in points.enumerated() {
        for axis in 0..<dimensions {
          let offset = largest > 0 ? own[place * dimensions + axis] * (radius / largest) : 0
          positions[point * dimensions + axis] = places[label][axis] + offset
        }
      }
    }
    return positions
  }

  /// Few points have no spectrum to speak of, and are laid out at random, as in the reference implementation.
  private func layOut<Generator: RandomNumberGenerator>(
    _ graph: SparseGraph, using generator: inout Generator
  ) throws -> [Double] {
    guard graph.pointCount >= 2 * dimensions && graph.pointCount > dimensions + 1 else {
      return (0..<graph.pointCount * dimensions).map { _ in generator.uniform(from: -1, to: 1) }
    }
    return try SpectralLayout(graph, dimensions: dimensions).positions(using: &generator)
  }

  /// Few components lie at both ends of the axes, many where the principal components of their centres put them.
  private func componentPlaces(_ members: [[Int]]) throws -> [[Double]] {
    if members.count <= 2 * dimensions {
      let half = (members.count + 1) / 2
      return members.indices.map { label in
        (0..<dimensions).map { $0 == label % half ? (label < half ? 1 : -1) : 0 }
      }
    }
    let width = points.shape[1]
    let centres = points.withNumbers { numbers in
      members.flatMap { rows in
        (0..<width).map { column in mean(rows.map { numbers[$0 * width + column] }) }
      }
    }
    let coordinates = try leadingCoordinates(of: Tensor(centres, shape: [members.count, width]))
    let largest = coordinates.reduce(0) { max($0, abs($1)) }
    return members.indices.map { label in
      (0..<dimensions).map { largest > 0 ? coordinates[label * dimensions + $0] / largest : 0 }
    }
  }

  /// Coordinates along the first principal components; 0 where there are not as many.
  private func leadingCoordinates(of centres: Tensor) throws -> [Double] {
    let kept = min(dimensions, centres.shape[0], centres.shape[1])
    guard kept > 0 else { return [Double](repeating: 0, count: centres.shape[0] * dimensions) }
    let scores = try PrincipalComponents(of: centres, count: kept).project(centres).values
    return (0..<centres.shape[0] * dimensions).map { place in
      let axis = place % dimensions
      return axis < kept ? scores[place / dimensions * kept + axis] : 0
    }
  }

  /// Half the distance to the nearest other component, but no speck: components may overlap at first.
  private func radius(of label: Int, among places: [[Double]]) -> Double {
    var nearest = Double.infinity
    for other in places.indices where other != label {
      let distance = norm(zip(places[label], places[other]).map { $0 - $1 })
      if distance > 0 { nearest = min(nearest, distance) }
    }
    let least = 1 / (4 * Double(places.count).squareRoot())
    return max(nearest.isFinite ? nearest / 2 : 1, least)
  }

  /// Positions by the first principal components of the points themselves.
  func principal() throws -> [Double] { try leadingCoordinates(of: points) }

  /// Scales positions so that the largest coordinate is 10, and shakes them a little, so that no two coincide.
  func shaken<Generator: RandomNumberGenerator>(
    _ positions: [Double], using generator: inout Generator
  ) -> [Double] {
    let largest = positions.reduce(0) { max($0, abs($1)) }
    let scale = largest > 0 ? 10 / largest : 1
    return positions.map { $0 * scale + 1e-4 * generator.normal() }
  }

  /// Stretches each axis to reach from 0 to 10.
  func stretched(_ positions: [Double]) -> [Float] {
    var result = [Float](repeating: 0, count: positions.count)
    for axis in 0..<dimensions {
      let column = stride(from: axis, to: positions.count, by: dimensions)
      let lowest = column.reduce(Double.infinity) { min($0, positions[$1]) }
      let highest = column.reduce(-Double.infinity) { max($0, positions[$1]) }
      guard highest > lowest else { continue }
      for place in column { result[place] = Float(10 * (positions[place] - lowest) / (highest - lowest)) }
    }
    return result
  }
}
