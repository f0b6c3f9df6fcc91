import Mathematics
import Testing

@Suite struct HistogramTests {
  private let sample = [1, 2, 2.5, 3, 3, 4, 7, 10, 1.5, 2.2]

  @Test func binsAreThoseOfNumPy() throws {
    // np.histogram(h, bins=b) for 'auto', 'sturges', 'fd', 5.
    let narrow = (counts: [4, 3, 1, 0, 1, 1], edges: [1.0, 2.5, 4, 5.5, 7, 8.5, 10])
    let wide = (counts: [5, 3, 0, 1, 1], edges: [1, 2.8, 4.6, 6.4, 8.2, 10])
    let rules: [(Histogram.Bins, (counts: [Int], edges: [Double]))] = [
      (.automatic, narrow), (.sturges, wide), (.freedmanDiaconis, narrow), (.count(5), wide),
    ]
    for (bins, expected) in rules {
      let histogram = try Histogram(sample, bins: bins)
      #expect(histogram.counts == expected.counts)
      #expect(zip(histogram.edges, expected.edges).allSatisfy { abs($0 - $1) <= 2e-15 })
      let area = zip(histogram.densities, zip(histogram.edges, histogram.edges.dropFirst()))
        .reduce(0) { $0 + $1.0 * ($1.1.1 - $1.1.0) }
      #expect(abs(area - 1) <= 1e-15)
    }
  }

  @Test func edgesBelongToTheBinAboveThemButTheLast() throws {
    let histogram = try Histogram([0, 1, 1, 2, 3, -0.5, 3.5], edges: [0, 1, 3])
    #expect(histogram.counts == [1, 4])
    #expect(try Histogram([], edges: [0, 1]).counts == [0])
    #expect(try Histogram(sample, bins: .count(2), range: 0...4).counts == [2, 6])
  }

  @Test func constantAndHostileSamplesAreBounded() throws {
    let constant = try Histogram([4, 4, 4])
    #expect(constant.edges == [3.5, 4.5] && constant.counts == [3])
    // The outlier asks for more bins than there is memory for.
    let outlier = try Histogram((0..<1000).map { Double($0) * 1e-9 } + [1e9], bins: .freedmanDiaconis)
    #expect(outlier.counts.count == 1_000_000 && outlier.counts.reduce(0, +) == 1001)
    #expect(throws: StatisticsError.self) { try Histogram([]) }
    #expect(throws: StatisticsError.self) { try Histogram([1, .infinity]) }
    #expect(throws: StatisticsError.self) { try Histogram([-1.5e308, 1.5e308]) }
    for count in [0, -1, .max] {
      #expect(throws: StatisticsError.self) { try Histogram(sample, bins: .count(count)) }
    }
    for edges in [[], [1], [1, 1], [2, 1], [0, .nan]] as [[Double]] {
      #expect(throws: StatisticsError.self) { try Histogram(sample, edges: edges) }
    }
  }
}
