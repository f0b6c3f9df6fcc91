/// What the vertices of a simplex say of the origin: its weights, and the sphere through them.
struct SimplexSystem {
  /// The origin as a mean of the vertices.
  let weights: [Double]
  /// The centre of the sphere through the vertices.
  let centre: [Double]
  let squaredRadius: Double
  private let inverse: [Double]

  /// Solves for all of these; nil where the vertices lie in a plane.
  init?(_ vertices: [SimplexVertex]) {
    let (size, dimension) = (vertices.count, vertices.count - 1)
    // A row for each vertex, its offset and a 1: the inverse's columns then belong to vertices.
    var rows = [Double](repeating: 1, count: size * size)
    for (row, vertex) in vertices.enumerated() {
      for axis in 0..<dimension { rows[row * size + axis] = vertex.offset[axis] }
    }
    guard let inverse = Self.inverted(rows, size) else { return nil }
    self.inverse = inverse
    weights = (0..<size).map { max(0, inverse[dimension * size + $0]) }
    // |v|² = 2 c·v + (r² − |c|²) at every vertex v.
    let squares = vertices.map { $0.offset.reduce(0) { $0 + $1 * $1 } }
    let solution = (0..<size).map { row in
      (0..<size).reduce(0) { $0 + inverse[row * size + $1] * squares[$1] }
    }
    centre = solution.dropLast().map { $0 / 2 }
    squaredRadius = solution[dimension] + centre.reduce(0) { $0 + $1 * $1 }
  }

  /// The square of a point's distance from the centre beyond that of the vertices; below 0 inside the sphere.
  func excess(of offset: [Double]) -> Double {
    var square = 0.0
    for (number, middle) in zip(offset, centre) { square += (number - middle) * (number - middle) }
    return square - squaredRadius
  }

  /// The vertex for which a point can stand in so that the origin stays inside; nil where there is none.
  func leaving(for offset: [Double]) -> Int? {
    let size = weights.count
    var (best, least) = (Int?.none, Double.infinity)
    for vertex in 0..<size {
      var share = inverse[(size - 1) * size + vertex]
      for axis in 0..<size - 1 { share += inverse[axis * size + vertex] * offset[axis] }
      if share > 1e-12, weights[vertex] / share < least { (best, least) = (vertex, weights[vertex] / share) }
    }
    return best
  }

  /// The inverse of a matrix by elimination with the largest pivot of each column; nil where there is none.
  private static func inverted(_ matrix: [Double], _ size: Int) -> [Double]? {
    var left = matrix
    var right = [Double](repeating: 0, count: size * size)
    for index in 0..<size { right[index * (size + 1)] = 1 }
    for column in 0..<size {
      var pivot = column
      for row in column..<size
      where left[row * size + column].magnitude > left[pivot * size + column].magnitude { pivot = row }
      let scale = left[pivot * size + column]
      guard scale.magnitude > 0, scale.isFinite else { return nil }
      for entry in 0..<size {
        left.swapAt(pivot * size + entry, column * size + entry)
        right.swapAt(pivot * size + entry, column * size + entry)
        left[column * size + entry] /= scale
        right[column * size + entry] /= scale
      }
      for row in 0..<size where row != column {
        let factor = left[row * size + column]
        for entry in 0..<size {
          left[row * size + entry] -= factor * left[column * size + entry]
          right[row * size + entry] -= factor * right[column * size + entry]
        }
      }
    }
    return right
  }
}
