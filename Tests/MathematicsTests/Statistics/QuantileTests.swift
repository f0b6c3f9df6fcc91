import Mathematics
import Testing

@Suite struct QuantileTests {
  @Test func allNineDefinitionsAgreeWithNumPy() throws {
    // [np.quantile(x, p, method=m) for p in (0, .1, .25, .5, .77, 1)], NumPy's methods in the order of the paper.
    let sample = [2.5, -1, 7, 3.25, 0, 9.5, 4, 4]
    let expected: [[Double]] = [
      [-1.0, -1.0, 0.0, 3.25, 7.0, 9.5],
      [-1.0, -1.0, 1.25, 3.625, 7.0, 9.5],
      [-1.0, -1.0, 0.0, 3.25, 4.0, 9.5],
      [-1.0, -1.0, 0.0, 3.25, 4.48, 9.5],
      [-1.0, -0.7, 1.25, 3.625, 5.98, 9.5],
      [-1.0, -1.0, 0.625, 3.625, 6.789999999999999, 9.5],
      [-1.0, -0.29999999999999993, 1.875, 3.625, 5.170000000000002, 9.5],
      [-1.0, -0.8333333333333333, 1.0416666666666663, 3.625, 6.25, 9.5],
      [-1.0, -0.7999999999999998, 1.09375, 3.625, 6.1825, 9.5],
    ]
    #expect(QuantileMethod.allCases.count == 9)
    for (method, values) in zip(QuantileMethod.allCases, expected) {
      let found = try quantiles(sample, [0, 0.1, 0.25, 0.5, 0.77, 1], method: method)
      for (place, value) in values.enumerated() {
        #expect(abs(found[place] - value) <= 4e-15, "\(method) at place \(place)")
      }
    }
  }

  @Test func mediansAreInTheMiddle() throws {
    #expect(try median([3, 1, 2]) == 2)
    #expect(try median([4, 1, 2, 3]) == 2.5)
    #expect(try median([5]) == 5)
    #expect(try median([-1.5e308, 1.5e308]) == 0)
  }

  @Test func impossibleQuantilesAreErrors() {
    #expect(throws: StatisticsError.tooFew(operation: "quantile", found: 0, needed: 1)) { try median([]) }
    #expect(throws: StatisticsError.self) { try median([1, .nan]) }
    for probability in [-0.1, 1.1, .nan] {
      #expect(throws: StatisticsError.self) { try quantile([1, 2], probability) }
    }
  }
}
