import Mathematics
import Testing

/// The share of variance between groups.
@Suite struct CorrelationRatioTests {
  @Test func varianceIsSharedOut() throws {
    // About their means 1 and 11 the points have 4 of the 104 that they have about 6.
    let points = try Tensor([0, 2, 10, 12], shape: [4, 1])
    #expect(abs(try correlationRatio(of: points, labels: [0, 0, 1, 1]) - (1 - 4 / 104.0)) < 1e-15)
    #expect(try correlationRatio(of: points, labels: [0, 0, 0, 0]) == 0)
    #expect(try correlationRatio(of: points, labels: [3, 2, 1, 0]) == 1)
    // A second coordinate with as much variance that no group explains.
    let plane = try Tensor([[0, 0], [2, 0], [10, 0], [12, 0], [6, 6], [6, -6]])
    // 104 + 72 about (6, 0); within {0, 2} and {10, 12} 4, within the last two 72.
    #expect(
      abs(try correlationRatio(of: plane, labels: [0, 0, 1, 1, 2, 2]) - (1 - 76 / 176.0)) < 1e-15)
  }

  @Test func nothingToExplain() throws {
    // Three times 0.1 is not 0.3: the mean of what coincides may lie beside it.
    let points = try Tensor([0.1, 0.1, 0.1], shape: [3, 1])
    #expect(try correlationRatio(of: points, labels: [0, 1, 1]) == 0)
    #expect(try correlationRatio(of: Tensor([], shape: [0, 2]), labels: []) == 0)
  }

  @Test func everyPointNeedsALabel() throws {
    let points = try Tensor([1, 2, 3], shape: [3, 1])
    for labels in [[0, 1], [0, 1, 3], [0, -1, 1]] {
      #expect(throws: ShapeError.self) { try correlationRatio(of: points, labels: labels) }
    }
  }
}
