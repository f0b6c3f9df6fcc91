import CKernels

/// The stochastic descent of a layout (algorithm 5), in single precision as in the reference implementation.
///
/// An edge is due every w_max / w epochs. Its two ends attract each other, then points drawn at random repel the first
/// end, all from where the attraction left it. Sixteen edges are worked on at once, each from where
/// the points were before them. An epoch takes the first edge of every point, then the second and so on, so that the
/// sixteen rarely share their first ends. All of it runs in one thread: the bits do not depend on the number of cores.
struct LayoutOptimizer {
  /// The coordinates, a row for each point.
  private(set) var positions: [Float]
  private let dimensions: Int
  private let pointCount: Int
  private var heads: [Int32] = []
  private var tails: [Int32] = []
  private var periods: [Float] = []
  /// The epochs at which each edge is due next, and at which its next repelling point would be.
  private var next: [Float]
  private var nextNegative: [Float]
  private var random: [UInt32]

  init<Generator: RandomNumberGenerator>(
    _ graph: SparseGraph, positions: [Float], dimensions: Int, negativeSampleRate: Int,
    using generator: inout Generator
  ) {
    self.positions = positions
    self.dimensions = dimensions
    pointCount = graph.pointCount
    let heaviest = graph.weights.max() ?? 1
    var waiting = Array(0..<pointCount)
    var rank = 0
    while !waiting.isEmpty {
      waiting.removeAll { graph.edges(of: $0).count <= rank }
      for point in waiting {
        let edge = graph.edges(of: point).lowerBound + rank
        heads.append(Int32(point))
        tails.append(graph.neighbours[edge])
        periods.append(Float(heaviest / graph.weights[edge]))
      }
      rank += 1
    }
    next = periods
    nextNegative = periods.map { $0 / Float(max(1, negativeSampleRate)) }
    // The drawing of points is stuck at 0 once it is there.
    random = (0..<16).map { _ in UInt32(truncatingIfNeeded: generator.next()) | 1 }
  }

  /// Runs one epoch, counted from 0.
  mutating func run(epoch: Int, forces: LayoutForces) {
    let count = heads.count
    next.withUnsafeMutableBufferPointer { next in
      nextNegative.withUnsafeMutableBufferPointer { nextNegative in
        heads.withUnsafeBufferPointer { heads in
          tails.withUnsafeBufferPointer { tails in
            periods.withUnsafeBufferPointer { periods in
              var edges = LayoutEdges(
                heads: heads.baseAddress, tails: tails.baseAddress, periods: periods.baseAddress,
                next: next.baseAddress, next_negative: nextNegative.baseAddress, count: count)
              var forces = forces
              vector_layout_epoch(&positions, pointCount, dimensions, &edges, Float(epoch), &forces, &random)
            }
          }
        }
      }
    }
  }
}
