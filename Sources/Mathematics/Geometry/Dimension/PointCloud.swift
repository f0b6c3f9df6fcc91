/// A kind of cloud of random points whose dimension is known.
public enum PointCloud: String, Sendable, CaseIterable {
  /// Normally distributed about the origin, alike in all directions.
  case gaussian
  /// Uniform in a cube.
  case cube
  /// Uniform in a ball.
  case ball
  /// Uniform on the surface of a ball that has one coordinate more than the surface has dimensions.
  case sphere
  /// On a product of circles, each of which takes two coordinates.
  case torus

  /// How many coordinates the points of a cloud have.
  public func width(dimension: Int) -> Int {
    switch self {
    case .gaussian, .cube, .ball: dimension
    case .sphere: dimension + 1
    case .torus: 2 * dimension
    }
  }

  /// Random points, one a row.
  public func points<Generator: RandomNumberGenerator>(
    _ count: Int, dimension: Int, using generator: inout Generator
  ) throws -> Tensor {
    try GeometryError.require("the dimension", dimension, in: 1...100_000, for: "a cloud of points")
    try GeometryError.require("the number of points", count, in: 0...10_000_000, for: "a cloud of points")
    var numbers: [Double] = []
    numbers.reserveCapacity(count * width(dimension: dimension))
    for _ in 0..<count { numbers += point(dimension, using: &generator) }
    return try Tensor(numbers, shape: [count, width(dimension: dimension)])
  }

  private func point<Generator: RandomNumberGenerator>(
    _ dimension: Int, using generator: inout Generator
  ) -> [Double] {
    switch self {
    case .gaussian: (0..<dimension).map { _ in generator.normal() }
    case .cube: (0..<dimension).map { _ in generator.uniform() }
    case .ball:
      direction(dimension, using: &generator, length: Double.pow(generator.uniform(), 1 / Double(dimension)))
    case .sphere: direction(dimension + 1, using: &generator, length: 1)
    case .torus:
      (0..<dimension).flatMap { _ in
        let angle = 2 * Double.pi * generator.uniform()
        return [Double.cos(angle), Double.sin(angle)]
      }
    }
  }

  private func direction<Generator: RandomNumberGenerator>(
    _ width: Int, using generator: inout Generator, length: Double
  ) -> [Double] {
    let numbers = (0..<width).map { _ in generator.normal() }
    let scale = length / norm(numbers)
    return numbers.map { $0 * scale }
  }
}
