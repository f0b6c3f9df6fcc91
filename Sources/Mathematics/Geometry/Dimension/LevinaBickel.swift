/// The intrinsic dimension of points by the distances to their k nearest neighbours.
///
/// Levina and Bickel 2004, "Maximum likelihood estimation of intrinsic dimension".
public struct LevinaBickel: Sendable, Equatable {
  /// What the sum of the logarithms of a point's k − 1 ratios is the inverse of.
  public enum Factor: Sendable {
    /// k − 1: the likeliest dimension, as published.
    case maximumLikelihood
    /// k − 2: without bias for a single point.
    case unbiased
  }

  /// How the points' dimensions become one.
  public enum Averaging: Sendable {
    /// The mean of the dimensions, as published.
    case dimensions
    /// The inverse of the mean of the inverses: all points' likelihoods together (MacKay and Ghahramani 2005).
    case inverses
  }

  /// The dimension of all points.
  public let dimension: Double
  /// The dimension at each point that was used; infinite where all neighbours are equally far.
  public let local: [Double]
  /// The number of points that were left out as copies of others: a distance of 0 says nothing of the dimension.
  public let duplicates: Int

  /// Estimates the dimension.
  ///
  /// - Parameters:
  ///   - points: One point a row, more than k distinct ones.
  ///   - neighbours: How many neighbours are looked at: k, from 3.
  ///   - factor: k − 1 or k − 2.
  ///   - averaging: What is averaged over the points.
  ///   - cores: The most cores to use; the result is the same for any number.
  public init(
    of points: Tensor, neighbours: Int = 20, factor: Factor = .maximumLikelihood,
    averaging: Averaging = .dimensions, cores: Int = 1
  ) throws {
    let distances = try Self.distances(of: points, neighbours: [neighbours], cores: cores)
    self.init(distances, neighbours: neighbours, factor: factor, averaging: averaging)
  }

  /// Estimates the dimension for several numbers of neighbours, which are searched for only once.
  public static func estimates(
    of points: Tensor, neighbours: [Int], factor: Factor = .maximumLikelihood,
    averaging: Averaging = .dimensions, cores: Int = 1
  ) throws -> [LevinaBickel] {
    let distances = try Self.distances(of: points, neighbours: neighbours, cores: cores)
    return neighbours.map {
      LevinaBickel(distances, neighbours: $0, factor: factor, averaging: averaging)
    }
  }

  private static func distances(
    of points: Tensor, neighbours: [Int], cores: Int
  ) throws -> NeighbourDistances {
    let name = "Levina and Bickel's estimate"
    for count in neighbours { try GeometryError.require("neighbours", count, in: 3...(1 << 40), for: name) }
    return try NeighbourDistances(of: points, neighbours: neighbours.max() ?? 3, cores: cores, in: name)
  }

  private init(
    _ distances: NeighbourDistances, neighbours: Int, factor: Factor, averaging: Averaging
  ) {
    let terms = Double(factor == .unbiased ? neighbours - 2 : neighbours - 1)
    let inverses = distances.logarithms.map { logarithms in
      compensatedSum(logarithms.prefix(neighbours - 1).map { logarithms[neighbours - 1] - $0 }) / terms
    }
    local = inverses.map { 1 / $0 }
    duplicates = distances.duplicates
    dimension = averaging == .dimensions ? mean(local) : 1 / mean(inverses)
  }

  /// The standard error of the estimate as if the points' dimensions were independent; infinite where one is.
  ///
  /// Neighbouring points share neighbours, and yet repeated samples of a thousand normal points in 2 to 10 dimensions
  /// spread by 0.9 to 1.2 times it.
  public var standardError: Double {
    guard local.allSatisfy(\.isFinite) else { return .infinity }
    return (variance(local) / Double(local.count)).squareRoot()
  }
}
