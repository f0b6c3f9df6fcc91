import Mathematics
import Testing

@Suite struct IntrinsicDimensionTests {
  @Test func estimatesAreTheFormulasOverExactNeighbours() throws {
    // With d from sklearn's kneighbors over the scattered points (300 × 3, seed 3), mu = np.sort(np.log(d[:,1]/d[:,0])):
    // 299/mu.sum(); k=270, y=-np.log(1-np.arange(1,271)/300): (mu[:k]@y)/(mu[:k]@mu[:k]).
    let points = try scatter(300, 3, seed: 3)
    let twoNN = try TwoNN(of: points, cores: 2)
    #expect(abs(twoNN.maximumLikelihood - 1.9784232523936267) <= 1e-13)
    #expect(abs(twoNN.regression - 2.0188393082328853) <= 1e-13)
    #expect(twoNN.pointCount == 300 && twoNN.duplicates == 0)
    // inv = np.log(d[:,9:10]/d[:,:9]).sum(1): np.mean(9/inv), np.mean(8/inv), 1/np.mean(inv/9).
    let published = try LevinaBickel(of: points, neighbours: 10)
    #expect(abs(published.dimension - 2.099457064210031) <= 1e-13)
    #expect(published.local.count == 300)
    let unbiased = try LevinaBickel(of: points, neighbours: 10, factor: .unbiased)
    #expect(abs(unbiased.dimension - 1.8661840570755832) <= 1e-13)
    let inverses = try LevinaBickel(of: points, neighbours: 10, averaging: .inverses)
    #expect(abs(inverses.dimension - 1.879628252473277) <= 1e-13)
  }

  @Test(arguments: [1, 2, 5])
  func normalPointsHaveTheDimensionOfTheirSpace(dimension: Int) throws {
    // Within 4 deviations d / √n of the likelihood's estimate, n = 1000, with 2 % for the edges of the cloud.
    let points = try clusters(1, of: 1000, width: dimension, seed: 7)
    let tolerance = Double(dimension) * (4 / 1000.0.squareRoot() + 0.02)
    let estimate = try TwoNN(of: points)
    #expect(abs(estimate.maximumLikelihood - Double(dimension)) <= tolerance)
    #expect(abs(estimate.regression - Double(dimension)) <= tolerance)
    let local = try LevinaBickel(of: points, neighbours: 20, averaging: .inverses).dimension
    #expect(abs(local - Double(dimension)) <= tolerance)
  }

  @Test func copiesAreLeftOutAndCounted() throws {
    let points = try scatter(100, 2, seed: 8)
    let rows = (0..<100).map { [points[$0, 0], points[$0, 1]] }
    let once = try TwoNN(of: points)
    let twice = try TwoNN(of: Tensor(rows + rows))
    #expect(twice.duplicates == 100 && twice.pointCount == 100)
    #expect(twice.maximumLikelihood == once.maximumLikelihood)
    #expect(try LevinaBickel(of: Tensor(rows + rows[0..<7]), neighbours: 5).duplicates == 7)
  }

  @Test func tooFewPointsAreAnError() throws {
    #expect(throws: GeometryError.self) { try TwoNN(of: Tensor([[0], [1]])) }
    #expect(throws: GeometryError.self) { try TwoNN(of: Tensor.zeros([50, 2])) }
    #expect(throws: GeometryError.self) { try TwoNN(of: Tensor.zeros([0, 2])) }
    #expect(throws: GeometryError.self) { try TwoNN(of: Tensor([[0], [1], [.nan]])) }
    #expect(throws: GeometryError.self) { try TwoNN(of: Tensor([[0], [1], [3]]), droppedShare: .nan) }
    #expect(throws: GeometryError.self) { try LevinaBickel(of: scatter(20, 2, seed: 1)) }
    #expect(throws: GeometryError.self) { try LevinaBickel(of: scatter(20, 2, seed: 1), neighbours: 2) }
    #expect(throws: GeometryError.self) { try LevinaBickel(of: scatter(20, 2, seed: 1), neighbours: .max) }
    // Equally far neighbours say that the dimension is without bound.
    let corners = try Tensor([[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    #expect(try TwoNN(of: corners).maximumLikelihood == .infinity)
  }

  @Test func severalNumbersOfNeighboursAreOneSearch() throws {
    let points = try scatter(200, 3, seed: 3)
    let estimates = try LevinaBickel.estimates(of: points, neighbours: [5, 12, 30])
    #expect(estimates.count == 3)
    for (estimate, count) in zip(estimates, [5, 12, 30]) {
      #expect(try estimate == LevinaBickel(of: points, neighbours: count))
      #expect(estimate.standardError > 0 && estimate.standardError < estimate.dimension / 5)
    }
  }

  @Test func theUnbiasedFactorIsTheEstimateOfTheKthRatio() throws {
    // Sharma and Kaplan 2022, B.13: the mean of (k − 2) / ((k − 1) ln μ_k − Σ_{1<j<k} ln μ_j) with μ_j = r_j / r_1.
    let (points, k) = (try scatter(150, 3, seed: 2), 6)
    let distances = try nearestNeighbours(of: points, count: k).distances
    let local = (0..<150).map { row in
      let ratios = (0..<k).map { Double.log(distances[row, $0] / distances[row, 0]) }
      return Double(k - 2) / (Double(k - 1) * ratios[k - 1] - ratios[1..<k - 1].reduce(0, +))
    }
    let estimate = try LevinaBickel(of: points, neighbours: k, factor: .unbiased)
    #expect(abs(estimate.dimension - mean(local)) <= 1e-12)
  }

  @Test func manyDimensionsAreUnderestimated() throws {
    // 5000 points of NumPy's default_rng(0) in a cube of 20 dimensions give 15.940 and 15.598; the standard errors are
    // 0.22 and 0.05 here; two samples differ by more than one is off.
    var generator = Xoshiro256StarStar(seed: 1)
    let points = try PointCloud.cube.points(5000, dimension: 20, using: &generator)
    let twoNN = try TwoNN(of: points, cores: 2)
    #expect(abs(twoNN.maximumLikelihood - 15.940) <= 6 * twoNN.standardError)
    let local = try LevinaBickel(of: points, cores: 2)
    #expect(abs(local.dimension - 15.598) <= 6 * local.standardError)
  }
}
