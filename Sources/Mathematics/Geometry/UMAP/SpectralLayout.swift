import CKernels

/// The first eigenvectors of a connected graph's normalised Laplacian I − D^−½ W D^−½, but for the trivial one.
///
/// They belong to the largest eigenvalues of D^−½ W D^−½, all of which lie between −1 and 1. A block of vectors is
/// multiplied by a polynomial of Chebyshev's that is small over the unwanted eigenvalues and grows beyond them, until
/// the wanted ones stand out (Zhou, Saad, Tiago and Chelikowsky 2006). A block finds eigenvalues that are equal, which
/// a sequence from a single vector would miss.
struct SpectralLayout {
  private static let degree = 24
  private static let mostRounds = 60
  /// The block holds more vectors than are wanted: the next ones, which come out worst.
  private static let spareVectors = 4
  private static let denseSize = 96
  /// An eigenvalue λ of the Laplacian has converged when its residual is this small a part of λ.
  private static let tolerance = 1e-3

  private let graph: SparseGraph
  private let entries: [Double]
  /// The trivial eigenvector, of length 1: the roots of the degrees.
  private let trivial: [Double]
  private let size: Int
  private let dimensions: Int
  /// How many vectors the block holds: a multiple of the lanes of the loop that multiplies.
  private let width: Int

  /// Prepares a graph of more points than there are to be dimensions.
  init(_ graph: SparseGraph, dimensions: Int) {
    self.graph = graph
    self.dimensions = dimensions
    width = (dimensions + Self.spareVectors + 7) / 8 * 8
    size = graph.pointCount
    let roots = (0..<graph.pointCount).map { point in
      compensatedSum(graph.edges(of: point).map { graph.weights[$0] }).squareRoot()
    }
    var entries = graph.weights
    for point in 0..<graph.pointCount {
      for edge in graph.edges(of: point) {
        entries[edge] /= roots[point] * roots[Int(graph.neighbours[edge])]
      }
    }
    self.entries = entries
    let length = norm(roots)
    trivial = roots.map { $0 / length }
  }

  /// Positions by the first eigenvectors: a row for each point.
  ///
  /// Each eigenvector is turned so that its largest entry by size, the first of equals, is positive.
  func positions<Generator: RandomNumberGenerator>(using generator: inout Generator) throws -> [Double] {
    let vectors =
      size <= max(Self.denseSize, 2 * width) ? try denseVectors() : try filteredVectors(using: &generator)
    var positions = [Double](repeating: 0, count: size * dimensions)
    for (axis, vector) in vectors.enumerated() {
      let largest = vector.reduce(0) { abs($1) > abs($0) ? $1 : $0 }
      for point in 0..<size {
        positions[point * dimensions + axis] = largest < 0 ? -vector[point] : vector[point]
      }
    }
    return positions
  }

  private func denseVectors() throws -> [[Double]] {
    var matrix = [Double](repeating: 0, count: size * size)
    for point in 0..<size {
      for edge in graph.edges(of: point) {
        matrix[point * size + Int(graph.neighbours[edge])] = entries[edge]
      }
    }
    // The trivial vector's eigenvalue is moved from 1 to −1, out of the way.
    for row in 0..<size {
      for column in 0..<size { matrix[row * size + column] -= 2 * trivial[row] * trivial[column] }
    }
    let vectors = try Tensor(matrix, shape: [size, size]).symmetricEigen().vectors
    return try (0..<dimensions).map { try vectors.row(size - 1 - $0).values }
  }

  private func filteredVectors<Generator: RandomNumberGenerator>(
    using generator: inout Generator
  ) throws -> [[Double]] {
    var block = (0..<size * width).map { _ in generator.uniform(from: -1, to: 1) }
    // Where the unwanted eigenvalues end; a guess at first, then the least of the block's.
    var edge = 0.5
    for _ in 0..<Self.mostRounds {
      block = filtered(block, upTo: edge)
      orthonormalize(&block)
      let (values, worst) = try rotateToEigenvectors(&block)
      if worst <= Self.tolerance { break }
      edge = min(max(values[width - 1], -0.5), 1 - 1e-9)
    }
    return (0..<dimensions).map { axis in (0..<size).map { block[$0 * width + axis] } }
  }

  private func multiply(
    _ block: [Double], product: Double, own: Double, earlier: Double, into result: inout [Double]
  ) {
    vector_sparse_recurrence(
      graph.starts, graph.neighbours, entries, size, block, width, product, own, earlier, &result)
  }

  /// Chebyshev's polynomial of the matrix, −1 to `edge` mapped to −1 to 1, times the block.
  private func filtered(_ block: [Double], upTo edge: Double) -> [Double] {
    let centre = (edge - 1) / 2
    let half = (edge + 1) / 2
    var earlier = block
    removeTrivial(from: &earlier)
    var current = [Double](repeating: 0, count: block.count)
    multiply(earlier, product: 1 / half, own: -centre / half, earlier: 0, into: &current)
    for _ in 1..<Self.degree {
      multiply(current, product: 2 / half, own: -2 * centre / half, earlier: -1, into: &earlier)
      swap(&earlier, &current)
    }
    return current
  }

  private func removeTrivial(from block: inout [Double]) {
    for column in 0..<width {
      var product = 0.0
      for row in 0..<size { product += trivial[row] * block[row * width + column] }
      for row in 0..<size { block[row * width + column] -= product * trivial[row] }
    }
  }

  /// Gram and Schmidt's process, twice, for each column after the trivial vector.
  private func orthonormalize(_ block: inout [Double]) {
    for _ in 0..<2 {
      removeTrivial(from: &block)
      block.withUnsafeMutableBufferPointer { block in
        for column in 0..<width {
          for other in 0..<column {
            var product = 0.0
            for row in 0..<size { product += block[row * width + other] * block[row * width + column] }
            for row in 0..<size { block[row * width + column] -= product * block[row * width + other] }
          }
          var square = 0.0
          for row in 0..<size { square += block[row * width + column] * block[row * width + column] }
          let scale = square > 0 ? 1 / square.squareRoot() : 0
          for row in 0..<size { block[row * width + column] *= scale }
        }
      }
    }
  }

  /// Turns an orthonormal block within its span to the best approximations of eigenvectors (Rayleigh and Ritz).
  ///
  /// Gives their eigenvalues, the largest first, and the worst residual of the wanted, relative to 1 − eigenvalue.
  private func rotateToEigenvectors(
    _ block: inout [Double]
  ) throws -> (values: [Double], worst: Double) {
    var image = [Double](repeating: 0, count: block.count)
    multiply(block, product: 1, own: 0, earlier: 0, into: &image)
    var projected = [Double](repeating: 0, count: width * width)
    for row in 0..<size {
      for first in 0..<width {
        for second in 0..<width {
          projected[first * width + second] += block[row * width + first] * image[row * width + second]
        }
      }
    }
    // It is symmetric but for rounding.
    for first in 0..<width {
      for second in 0..<first { projected[first * width + second] = projected[second * width + first] }
    }
    let parts = try Tensor(projected, shape: [width, width]).symmetricEigen()
    let values = Array(parts.values.reversed())
    rotate(&block, by: parts.vectors.values)
    rotate(&image, by: parts.vectors.values)
    var worst = 0.0
    for column in 0..<dimensions {
      var square = 0.0
      for row in 0..<size {
        let rest = image[row * width + column] - values[column] * block[row * width + column]
        square += rest * rest
      }
      worst = max(worst, square.squareRoot() / max(1 - values[column], 1e-12))
    }
    return (values, worst)
  }

  /// Multiplies each row by the eigenvectors, the last of them first.
  private func rotate(_ block: inout [Double], by vectors: [Double]) {
    for row in 0..<size {
      let old = Array(block[row * width..<(row + 1) * width])
      for column in 0..<width {
        var sum = 0.0
        for inner in 0..<width { sum += old[inner] * vectors[(width - 1 - column) * width + inner] }
        block[row * width + column] = sum
      }
    }
  }
}
