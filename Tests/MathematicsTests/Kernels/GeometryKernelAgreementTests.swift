import CKernels
import Mathematics
import Testing

@Suite struct GeometryKernelAgreementTests {
  /// Numbers of a documented generator.
  private func numbers(_ count: Int, seed: UInt64) -> [Double] {
    var generator = Xoshiro256StarStar(seed: seed)
    return (0..<count).map { _ in generator.uniform(from: -2, to: 2) }
  }

  @Test(arguments: [(1, 1, 1), (3, 2, 2), (5, 7, 1), (9, 64, 3)])
  func distancesHaveTheSameBits(points: Int, width: Int, tiles: Int) throws {
    let (own, other) = (numbers(points * width, seed: 1), numbers(32 * tiles * width, seed: 2))
    let found = try availableKernels().map { kernels in
      var result = [Double](repeating: -1, count: points * 32 * tiles)
      kernels.squared_distances(own, points, width, other, tiles, &result, 32 * tiles)
      return result
    }
    #expect(found[0].allSatisfy { $0 >= 0 })
    #expect(found.allSatisfy { $0 == found[0] })
  }

  @Test(arguments: [0, 1, 7, 8, 9, 33])
  func theFirstNumberBelowALimitIsTheSame(count: Int) throws {
    let numbers = numbers(count, seed: 3)
    for kernels in try availableKernels() {
      for start in 0...count {
        let expected = (start..<count).first { numbers[$0] < -1 } ?? count
        #expect(kernels.find_below(numbers, start, count, -1) == expected)
      }
    }
  }

  @Test func sparseProductsHaveTheSameBits() throws {
    let (rows, width) = (6, 16)
    let starts: [Int64] = [0, 2, 2, 5, 6, 9, 10]
    let columns: [Int32] = [1, 4, 0, 3, 5, 2, 1, 3, 5, 0]
    let (entries, x) = (numbers(columns.count, seed: 4), numbers(rows * width, seed: 5))
    let found = try availableKernels().map { kernels in
      var result = numbers(rows * width, seed: 6)
      kernels.sparse_recurrence(starts, columns, entries, rows, x, width, 1.3, -0.4, 0.7, &result)
      return result
    }
    // The second row has no entries: 0.7 of what was there less 0.4 of x.
    let before = numbers(rows * width, seed: 6)
    #expect(abs(found[0][width] - (0.7 * before[width] - 0.4 * x[width])) <= 1e-15)
    #expect(found.allSatisfy { $0 == found[0] })
  }

  @Test(arguments: [1, 2, 3, 8])
  func epochsOfALayoutHaveTheSameBits(dimensions: Int) throws {
    let start = numbers(10 * dimensions, seed: 7).map(Float.init)
    let found = try availableKernels().map { layout(with: $0, from: start, dimensions: dimensions) }
    #expect(found[0] != start && found[0].allSatisfy(\.isFinite))
    #expect(found.allSatisfy { $0 == found[0] })
  }

  /// Ten epochs over a ring of ten points.
  private func layout(with kernels: KernelTable, from start: [Float], dimensions: Int) -> [Float] {
    var positions = start
    let heads = (0..<10).map(Int32.init)
    let tails = (0..<10).map { Int32(($0 + 1) % 10) }
    let periods = (0..<10).map { 1 + Float($0 % 3) }
    var (next, nextNegative) = (periods, periods.map { $0 / 5 })
    var random = (1...16).map { UInt32($0 * 2_654_435) }
    var forces = LayoutForces(a: 1.577, b: 0.895, repulsion: 1, negatives: 5, rate: 0.8)
    next.withUnsafeMutableBufferPointer { next in
      nextNegative.withUnsafeMutableBufferPointer { nextNegative in
        heads.withUnsafeBufferPointer { heads in
          tails.withUnsafeBufferPointer { tails in
            periods.withUnsafeBufferPointer { periods in
              var edges = LayoutEdges(
                heads: heads.baseAddress, tails: tails.baseAddress, periods: periods.baseAddress,
                next: next.baseAddress, next_negative: nextNegative.baseAddress, count: 10)
              for epoch in 1...10 {
                kernels.layout_epoch(&positions, 10, dimensions, &edges, Float(epoch), &forces, &random)
              }
            }
          }
        }
      }
    }
    return positions
  }
}
