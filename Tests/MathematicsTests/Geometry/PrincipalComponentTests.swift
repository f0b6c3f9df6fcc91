import Mathematics
import Testing

@Suite struct PrincipalComponentTests {
  private let rows: [[Double]] = [[1, 2, 0.5], [2, 1, 0.25], [4, 3, 8], [3, 7, 1.5]]

  @Test func componentsAreThoseOfScikitLearn() throws {
    // p = sklearn.decomposition.PCA().fit(X); the signs of the third direction are turned here, its largest entry is.
    let parts = try PrincipalComponents(of: Tensor(rows))
    let directions = try Tensor([
      [0.30058880255688225, 0.15364554667239894, 0.9412966683066283],
      [0.1268103602794263, 0.9717379248087162, -0.19910936194526596],
      [0.9452859378533154, -0.1792162143227795, -0.27260969208850555],
    ])
    #expect(zip(parts.components.values, directions.values).allSatisfy { abs($0 - $1) <= 2e-15 })
    let variances = [14.828947713292266, 6.945932977173385, 0.24074430953434464]
    #expect(zip(parts.explainedVariance, variances).allSatisfy { abs($0 - $1) <= 1e-14 })
    let ratios = [0.6735646938613947, 0.3155001494244831, 0.01093515671412212]
    #expect(zip(parts.explainedVarianceRatio, ratios).allSatisfy { abs($0 - $1) <= 1e-15 })
    #expect(parts.centre == Tensor([2.5, 3.25, 2.5625]))
  }

  @Test(arguments: [(4, 9), (9, 4), (6, 6)])
  func projectionIsUndone(rows: Int, columns: Int) throws {
    let points = try scatter(rows, columns, seed: 3)
    let parts = try PrincipalComponents(of: points)
    let coordinates = try parts.project(points)
    let back = try parts.reconstruct(coordinates)
    #expect(zip(back.values, points.values).allSatisfy { abs($0 - $1) <= 4e-15 })
    // The coordinates' variances are those explained.
    let covariance = try covarianceMatrix(coordinates)
    for axis in 0..<min(rows, columns) {
      #expect(abs(covariance[axis, axis] - parts.explainedVariance[axis]) <= 4e-15)
    }
    let first = try PrincipalComponents(of: points, count: 1)
    #expect(first.components.shape == [1, columns])
    #expect(first.explainedVarianceRatio[0] == parts.explainedVarianceRatio[0])
  }

  @Test func smallVariancesKeepTheirDigits() throws {
    // Two directions at right angles with deviations 1 and 1e-9: squared in a covariance, the second would be lost.
    let points = try Tensor([[1, 1e-9], [1, -1e-9], [-1, 1e-9], [-1, -1e-9]])
    let variances = try PrincipalComponents(of: points).explainedVariance
    #expect(abs(variances[1] / (4e-18 / 3) - 1) <= 1e-6)
  }

  @Test func manyPointsHaveTheSameDirectionsAsFew() throws {
    // 200 points are decomposed by their covariance; the singular values of the centred points are the reference.
    let points = try scatter(200, 4, seed: 8)
    let parts = try PrincipalComponents(of: points)
    let means = (0..<4).map { column in compensatedSum((0..<200).map { points[$0, column] }) / 200 }
    let reference = try (points - Tensor(means)).singularValueDecomposition()
    for index in 0..<4 {
      let variance = reference.values[index] * reference.values[index] / 199
      #expect(abs(parts.explainedVariance[index] / variance - 1) <= 1e-13)
      let cosine = (0..<4).reduce(0) { $0 + parts.components[index, $1] * reference.right[index, $1] }
      #expect(abs(abs(cosine) - 1) <= 1e-13)
    }
    // A deviation of 1e-9 beside one of 1, over 40 points.
    let thin = try Tensor((0..<40).map { [$0 % 2 == 0 ? 1 : -1, $0 % 4 < 2 ? 1e-9 : -1e-9] })
    #expect(abs(try PrincipalComponents(of: thin).explainedVariance[1] / (40e-18 / 39) - 1) <= 1e-6)
  }

  @Test func hostilePointsAreErrorsOrHonestNumbers() throws {
    #expect(throws: GeometryError.self) { try PrincipalComponents(of: Tensor([[1, 2]])) }
    #expect(throws: GeometryError.self) { try PrincipalComponents(of: Tensor([[1], [.infinity]])) }
    #expect(throws: ShapeError.self) { try PrincipalComponents(of: Tensor(rows), count: 4) }
    #expect(throws: ShapeError.self) { try PrincipalComponents(of: Tensor(rows), count: -1) }
    let parts = try PrincipalComponents(of: Tensor(rows))
    #expect(throws: ShapeError.self) { try parts.project(Tensor([[1, 2]])) }
    #expect(throws: ShapeError.self) { try parts.reconstruct(Tensor([[1, 2]])) }
    let constant = try PrincipalComponents(of: Tensor(repeating: 3, shape: [5, 2]))
    #expect(constant.explainedVariance == [0, 0])
    #expect(constant.explainedVarianceRatio.allSatisfy { $0.isNaN })
    let huge = try PrincipalComponents(of: Tensor([[0x1p600, 0], [0, 0], [-0x1p600, 0]]))
    #expect(huge.components[0, 0] == 1)
    #expect(huge.explainedVarianceRatio == [1, 0])
    #expect(try PrincipalComponents(of: Tensor.zeros([3, 0])).explainedVariance == [])
  }
}
