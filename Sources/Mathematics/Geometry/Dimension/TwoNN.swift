/// The intrinsic dimension of points by the distances to their two nearest neighbours.
///
/// Facco, d'Errico, Rodriguez and Laio 2017, "Estimating the intrinsic dimension of datasets by a minimal neighborhood
/// information": where the density is constant over the second distance, the ratio μ = r₂ / r₁ follows
/// P(μ ≤ t) = 1 − t^−d whatever the density is. Beyond a dimension of some 15 the estimates are too low, as no sample is
/// large enough.
public struct TwoNN: Sendable, Equatable {
  /// The likeliest dimension without bias: (n − 1) / Σ ln μ; infinite if no ratio is above 1.
  public let maximumLikelihood: Double
  /// The slope of −ln(1 − F(μ)) against ln μ through the origin, the largest ratios dropped; infinite likewise.
  public let regression: Double
  /// The logarithms of the ratios μ, in increasing order: one for each point that was used.
  public let logarithms: [Double]
  /// The number of points that were used.
  public var pointCount: Int { logarithms.count }
  /// The number of points that were left out as copies of others: a distance of 0 says nothing of the dimension.
  public let duplicates: Int

  /// Estimates the dimension.
  ///
  /// - Parameters:
  ///   - points: One point a row, at least three distinct ones.
  ///   - droppedShare: Which share of the points, those of the largest ratios, the regression leaves out: 0.1.
  ///   - cores: The most cores to use; the result is the same for any number.
  public init(of points: Tensor, droppedShare: Double = 0.1, cores: Int = 1) throws {
    try GeometryError.require("dropped share", droppedShare, in: 0...0.99, for: "TwoNN")
    let distances = try NeighbourDistances(of: points, neighbours: 2, cores: cores, in: "TwoNN")
    let ratios = distances.logarithms.map { $0[1] - $0[0] }.sorted()
    logarithms = ratios
    duplicates = distances.duplicates
    maximumLikelihood = Double(ratios.count - 1) / compensatedSum(ratios)
    // The empirical distribution is i / n, so that the last point, at infinity, is never used.
    let kept = max(1, min(ratios.count - 1, Int(Double(ratios.count) * (1 - droppedShare))))
    let heights = (1...kept).map { -Double.log(1 - Double($0) / Double(ratios.count)) }
    let used = Array(ratios.prefix(kept))
    regression = dot(used, heights) / dot(used, used)
  }

  /// −ln(1 − i / n), the height of the i-th ratio of n: a straight line of slope d through the origin if the law holds.
  ///
  /// The last is infinite.
  public var heights: [Double] {
    (1...pointCount).map { -Double.log(1 - Double($0) / Double(pointCount)) }
  }

  /// The standard error of the likeliest dimension, d / √(n − 2), as if the ratios were independent.
  ///
  /// Repeated samples of a thousand normal points in 2 to 10 dimensions spread by 1.0 to 1.4 times it.
  public var standardError: Double { maximumLikelihood / Double(max(1, pointCount - 2)).squareRoot() }
}
