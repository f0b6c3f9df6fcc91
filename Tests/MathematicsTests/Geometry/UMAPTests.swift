import Mathematics
import Testing

@Suite struct UMAPTests {
  @Test func curveIsThatOfTheReferenceImplementation() throws {
    // umap.umap_.find_ab_params(spread, min_dist), whose curve_fit stops at relative changes of 1.5e-8.
    let cases = [
      (1.0, 0.1, 1.5769434602697652, 0.8950608778515733),
      (1.0, 0.0, 1.93280839734315, 0.7904949732233831),
      (1.0, 0.5, 0.5830300203414425, 1.3341669924314914),
      (2.0, 0.25, 0.41627349667013186, 0.9218551324072873),
    ]
    for (spread, minimum, a, b) in cases {
      let curve = try LayoutCurve(minimumDistance: minimum, spread: spread)
      #expect(abs(curve.a / a - 1) <= 5e-7)
      #expect(abs(curve.b / b - 1) <= 5e-7)
    }
    #expect(throws: GeometryError.self) { try LayoutCurve(minimumDistance: 2, spread: 1) }
    #expect(throws: GeometryError.self) { try LayoutCurve(minimumDistance: .nan, spread: 1) }
    #expect(throws: GeometryError.self) { try LayoutCurve(minimumDistance: 0, spread: 0) }
  }

  @Test func clustersStayApart() throws {
    let points = try clusters(4, of: 40, width: 10, seed: 1)
    let layout = try UMAP().embed(points)
    #expect(layout.shape == [160, 2])
    // sklearn.manifold.trustworthiness(X, umap.UMAP(random_state=42).fit_transform(X), n_neighbors=10) is 0.96105.
    #expect(try abs(trustworthiness(of: layout, for: points, neighbours: 10) - 0.96105) <= 0.01)
    let nearest = try nearestNeighbours(of: layout, count: 5)
    for point in 0..<160 { #expect(nearest.indices(of: point).allSatisfy { $0 / 40 == point / 40 }) }
  }

  @Test func seedAloneDecidesTheBits() throws {
    let points = try scatter(150, 3, seed: 2)
    var method = UMAP()
    method.epochs = 30
    let first = try method.embed(points)
    method.cores = 2
    #expect(try bits(method.embed(points)) == bits(first))
    method.seed = 43
    #expect(try bits(method.embed(points)) != bits(first))
  }

  @Test func aLayoutCanBeginWhereAnotherEnded() throws {
    let points = try clusters(4, of: 20, width: 10, seed: 1)
    let first = try UMAP().embed(points)
    var method = UMAP()
    method.start = .positions(first)
    method.epochs = 0
    // Without an epoch it is the start, each axis stretched to reach from 0 to 10 as in the reference implementation.
    let begun = try method.embed(points)
    for axis in 0..<2 {
      let (from, to) = ((0..<80).map { first[$0, axis] }, (0..<80).map { begun[$0, axis] })
      let (low, high) = (from.min() ?? 0, from.max() ?? 0)
      #expect(zip(from, to).allSatisfy { (10 * ($0 - low) / (high - low) - $1).magnitude < 0.01 })
    }
    method.epochs = nil
    let again = try method.embed(points)
    #expect(try trustworthiness(of: again, for: points) > 0.95)
    method.start = .positions(try scatter(79, 2, seed: 1))
    #expect(throws: ShapeError.self) { try method.embed(points) }
    method.start = .positions(try scatter(80, 3, seed: 1))
    #expect(throws: ShapeError.self) { try method.embed(points) }
    method.start = .positions(try Tensor(Array(repeating: Double.nan, count: 160), shape: [80, 2]))
    #expect(throws: GeometryError.self) { try method.embed(points) }
  }

  @Test func framesLeadFromTheBeginningToTheResult() throws {
    let points = try scatter(130, 3, seed: 3)
    var method = UMAP()
    method.epochs = 12
    var frames: [UMAP.Frame] = []
    let layout = try method.embed(points) { frames.append($0) }
    #expect(frames.map(\.epoch) == Array(0...12))
    #expect(frames.allSatisfy { $0.epochs == 12 })
    #expect(frames.last?.positions == layout)
    // The beginning is stretched to reach from 0 to 10 along each axis.
    let beginning = try #require(frames.first).positions.values
    #expect(beginning.min() == 0 && beginning.max() == 10)
    struct Enough: Error {}
    #expect(throws: Enough.self) { try method.embed(points) { if $0.epoch == 3 { throw Enough() } } }
  }

  @Test func spectralBeginningOfARingIsARing() throws {
    // The first two eigenvectors of a cycle are the cosine and the sine of the angle, whatever the phase.
    for count in [60, 400] {
      let ring = try Tensor(
        (0..<count).map { index in
          let angle = 2 * Double.pi * Double(index) / Double(count)
          return [Double.cos(angle), Double.sin(angle)]
        })
      var method = UMAP()
      method.epochs = 0
      let start = try method.embed(ring)
      for point in 0..<count {
        let radius = norm([start[point, 0] - 5, start[point, 1] - 5])
        #expect(radius > 4.5 && radius < 5.5)
      }
    }
  }

  @Test(arguments: [1, 3, 7])
  func layoutsHaveTheDimensionsAskedFor(dimensions: Int) throws {
    var method = UMAP()
    method.dimensions = dimensions
    method.epochs = 20
    for start in [UMAP.Start.spectral, .principalComponents, .random] {
      method.start = start
      let layout = try method.embed(scatter(140, 5, seed: 4))
      #expect(layout.shape == [140, dimensions])
      #expect(layout.values.allSatisfy { $0.isFinite })
    }
  }

  @Test func duplicatesAndConstantsAreLaidOut() throws {
    var method = UMAP()
    method.epochs = 20
    method.neighbours = 4
    for points in [Tensor.zeros([30, 3]), Tensor.zeros([4, 0]), try clusters(9, of: 5, width: 2, seed: 5)] {
      let layout = try method.embed(points)
      #expect(layout.values.allSatisfy { $0.isFinite })
    }
    method.setOperationMixRatio = 0
    #expect(try method.embed(scatter(40, 2, seed: 1)).values.allSatisfy { $0.isFinite })
    method.localConnectivity = 2.5
    method.negativeSampleRate = 0
    #expect(try method.embed(scatter(40, 2, seed: 1)).values.allSatisfy { $0.isFinite })
  }

  @Test func impossibleParametersAreErrors() throws {
    let points = try scatter(20, 2, seed: 1)
    let mistakes: [(inout UMAP) -> Void] = [
      { $0.neighbours = 1 }, { $0.neighbours = 21 }, { $0.neighbours = .max }, { $0.dimensions = 0 },
      { $0.dimensions = 65 }, { $0.epochs = -1 }, { $0.epochs = .max }, { $0.minimumDistance = -1 },
      { $0.spread = .infinity }, { $0.localConnectivity = .nan }, { $0.localConnectivity = 15 },
      { $0.setOperationMixRatio = 1.5 }, { $0.learningRate = -1 }, { $0.repulsionStrength = .nan },
      { $0.negativeSampleRate = -1 }, { $0.curve = LayoutCurve(a: 0, b: 1) },
    ]
    for mistake in mistakes {
      var method = UMAP()
      mistake(&method)
      #expect(throws: GeometryError.self) { try method.embed(points) }
    }
    #expect(throws: ShapeError.self) { try UMAP().embed(Tensor([1, 2])) }
    #expect(throws: GeometryError.self) { try UMAP().embed(Tensor.zeros([0, 2])) }
  }
}
