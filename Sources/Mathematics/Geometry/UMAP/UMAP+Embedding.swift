import CKernels

extension UMAP {
  /// Single precision counts points exactly up to here, which is far beyond what exact neighbours are found for.
  private static let mostPoints = 1 << 24
  private static let mostEpochs = 1_000_000

  /// Lays points out.
  ///
  /// - Parameters:
  ///   - points: One point a row, at least as many as `neighbours`.
  ///   - onFrame: Is shown the beginning and the layout after every epoch; positions that are not looked at cost
  ///     nothing. What it throws ends the work.
  /// - Returns: A row of coordinates for each point.
  public func embed(_ points: Tensor, onFrame: (Frame) throws -> Void = { _ in }) throws -> Tensor {
    try points.requirePoints(in: "UMAP")
    try validate(pointCount: points.shape[0])
    try validateStart(pointCount: points.shape[0])
    let curve = try curve ?? LayoutCurve(minimumDistance: minimumDistance, spread: spread)
    let graph = try neighbourGraph(of: points)
    var generator = Xoshiro256StarStar(seed: seed)
    let positions = try initialPositions(graph, of: points, using: &generator)
    var optimizer = LayoutOptimizer(
      graph, positions: positions, dimensions: dimensions, negativeSampleRate: negativeSampleRate,
      using: &generator)
    let epochs = epochCount(points.shape[0])
    try onFrame(frame(optimizer, after: 0, of: epochs))
    for epoch in 0..<epochs {
      // The reference implementation, too, takes the first two epochs at the full rate.
      let rest = 1 - Double(max(0, epoch - 1)) / Double(epochs)
      optimizer.run(epoch: epoch, forces: forces(curve, rate: learningRate * rest))
      try onFrame(frame(optimizer, after: epoch + 1, of: epochs))
    }
    return frame(optimizer, after: epochs, of: epochs).positions
  }

  /// The weighted graph of neighbours that is laid out: symmetric, without the edges that no epoch would visit.
  private func neighbourGraph(of points: Tensor) throws -> SparseGraph {
    let nearest = try nearestNeighbours(of: points, count: neighbours - 1, cores: cores)
    let graph = SparseGraph(nearest, localConnectivity: localConnectivity, cores: cores)
      .united(mixRatio: setOperationMixRatio)
    let count = epochCount(points.shape[0])
    let visits = count > 10 ? count : defaultEpochs(points.shape[0])
    return graph.droppingEdges(below: (graph.weights.max() ?? 0) / Double(visits))
  }

  private func initialPositions(
    _ graph: SparseGraph, of points: Tensor, using generator: inout Xoshiro256StarStar
  ) throws -> [Float] {
    let layout = InitialLayout(graph, of: points, dimensions: dimensions)
    switch start {
    case .spectral:
      let positions = try layout.spectral(using: &generator)
      return layout.stretched(layout.shaken(positions, using: &generator))
    case .principalComponents:
      let positions = try layout.principal()
      return layout.stretched(layout.shaken(positions, using: &generator))
    case .random:
      return layout.stretched(
        (0..<points.shape[0] * dimensions).map { _ in generator.uniform(from: -10, to: 10) })
    case .positions(let positions):
      // Shaken like the others: points that coincided before could never part.
      return layout.stretched(layout.shaken(positions.values, using: &generator))
    }
  }

  private func forces(_ curve: LayoutCurve, rate: Double) -> LayoutForces {
    LayoutForces(
      a: Float(curve.a), b: Float(curve.b), repulsion: Float(repulsionStrength),
      negatives: Float(negativeSampleRate), rate: Float(rate))
  }

  private func frame(_ optimizer: LayoutOptimizer, after epoch: Int, of epochs: Int) -> Frame {
    Frame(epoch: epoch, epochs: epochs, coordinates: optimizer.positions, dimensions: dimensions)
  }

  private func epochCount(_ points: Int) -> Int { epochs ?? defaultEpochs(points) }

  private func defaultEpochs(_ points: Int) -> Int { points <= 10_000 ? 500 : 200 }

  private func validateStart(pointCount: Int) throws {
    guard case .positions(let positions) = start else { return }
    try positions.requirePoints(in: "UMAP's start")
    guard positions.shape == [pointCount, dimensions] else {
      throw ShapeError(
        "UMAP", positions.shape, [pointCount, dimensions],
        "the start needs a row of coordinates for each point")
    }
  }

  private func validate(pointCount: Int) throws {
    let name = "UMAP"
    try GeometryError.require("neighbours", neighbours, in: 2...Self.mostPoints, for: name)
    guard pointCount >= neighbours else {
      throw GeometryError.tooFewPoints(operation: name, found: pointCount, needed: neighbours)
    }
    guard pointCount <= Self.mostPoints else {
      throw GeometryError.parameter(
        operation: name, name: "the number of points", found: "\(pointCount)",
        allowed: "at most \(Self.mostPoints)")
    }
    try GeometryError.require("dimensions", dimensions, in: 1...64, for: name)
    try GeometryError.require("epochs", epochs ?? 1, in: 0...Self.mostEpochs, for: name)
    try GeometryError.require(
      "local connectivity", localConnectivity, in: 0...Double(neighbours - 1), for: name)
    try GeometryError.require("set operation mix ratio", setOperationMixRatio, in: 0...1, for: name)
    try GeometryError.require("learning rate", learningRate, in: 0...1e6, for: name)
    try GeometryError.require("repulsion strength", repulsionStrength, in: 0...1e6, for: name)
    try GeometryError.require("negative sample rate", negativeSampleRate, in: 0...1000, for: name)
    if let curve {
      try GeometryError.require("curve's a", curve.a, in: 1e-6...1e6, for: name)
      try GeometryError.require("curve's b", curve.b, in: 1e-3...10, for: name)
    }
  }
}
