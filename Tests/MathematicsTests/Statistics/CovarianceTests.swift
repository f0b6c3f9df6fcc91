import Mathematics
import Testing

@Suite struct CovarianceTests {
  private let rows: [[Double]] = [[1, 2, 0.5], [2, 1, 0.25], [4, 3, 8], [3, 7, 1.5]]

  @Test func matricesAreThoseOfNumPy() throws {
    // np.cov(X.T), np.corrcoef(X.T).
    let covariances = [
      1.6666666666666665, 1.5, 3.958333333333333, 1.5, 6.916666666666666, 0.8125, 3.958333333333333, 0.8125,
      13.432291666666666,
    ]
    let found = try covarianceMatrix(Tensor(rows))
    #expect(found.shape == [3, 3])
    #expect(zip(found.values, covariances).allSatisfy { abs($0 - $1) <= 4e-15 })
    let correlations = try correlationMatrix(Tensor(rows))
    #expect(abs(correlations[0, 1] - 0.44179262430643446) <= 2e-16)
    #expect(abs(correlations[2, 0] - 0.836590506665806) <= 3e-16)
    #expect(abs(correlations[1, 2] - 0.08429462632151874) <= 1e-16)
    #expect((0..<3).allSatisfy { correlations[$0, $0] == 1 })
  }

  @Test func largeCloseAndHugeColumnsAreNoTrouble() throws {
    let shifted = try Tensor(rows.map { [$0[0] + 1e9, $0[1] - 1e9] })
    // As without the shift: the numbers stay exact.
    #expect(try abs(covarianceMatrix(shifted)[0, 1] - 1.5) <= 1e-15)
    let huge = try Tensor(rows.map { [$0[0] * 0x1p600, $0[1] * 0x1p-600] })
    #expect(try abs(correlationMatrix(huge)[0, 1] - 0.44179262430643446) <= 2e-16)
    let constant = try correlationMatrix(Tensor(rows.map { [$0[0], 7] }))
    #expect(constant[0, 0] == 1 && constant[0, 1].isNaN && constant[1, 1].isNaN)
  }

  @Test func hostileObservationsAreErrors() throws {
    #expect(throws: StatisticsError.self) { try covarianceMatrix(Tensor([[1, 2]])) }
    #expect(throws: ShapeError.self) { try covarianceMatrix(Tensor([1, 2])) }
    #expect(throws: GeometryError.self) { try correlationMatrix(Tensor([[1], [.nan]])) }
    #expect(try covarianceMatrix(Tensor.zeros([3, 0])).shape == [0, 0])
  }

  @Test func weightsSayHowMuchNumbersCount() throws {
    #expect(try weightedMean([1, 2, 4], weights: [1, 0, 3]) == 3.25)  // (1 + 12) / 4
    #expect(try weightedMean([1e308, 1.5e308], weights: [1e308, 1e308]) == 1.25e308)
    #expect(throws: ShapeError.self) { try weightedMean([1], weights: [1, 2]) }
    #expect(throws: StatisticsError.self) { try weightedMean([], weights: []) }
    #expect(throws: StatisticsError.self) { try weightedMean([1, 2], weights: [0, 0]) }
    #expect(throws: StatisticsError.self) { try weightedMean([1, 2], weights: [2, -1]) }
    #expect(throws: StatisticsError.self) { try weightedMean([1, .nan], weights: [1, 1]) }
  }
}
