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
    try GeometryError.require(
      "neighbours", neighbours, in: 3...(1 << 40), for: "Levina and Bickel's estimate")
    let distances = try NeighbourDistances(
      of: points, neighbours: neighbours, cores: cores, in: "Levina and Bickel's estimate")
    let terms = Double(factor == .unbiased ? neighbours - 2 : neighbours - 1)
    let inverses = distances.logarithms.map { logarithms in
      compensatedSum(logarithms.dropLast().map { logarithms[neighbours - 1] - $0 }) / terms
    }
    local = inverses.map { 1 / $0 }
    duplicates = distances.duplicates
    dimension = averaging == .dimensions ? mean(local) : 1 / mean(inverses)
  }
}
