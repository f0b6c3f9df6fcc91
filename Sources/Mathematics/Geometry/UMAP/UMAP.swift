/// A layout of points in few dimensions that keeps neighbours together: uniform manifold approximation and projection.
///
/// McInnes, Healy and Melville 2018, "UMAP: Uniform Manifold Approximation and Projection for Dimension Reduction"
/// (arXiv 1802.03426), whose sections are named here; the defaults are those of the reference implementation,
/// umap-learn. Neighbours are found exactly. The same seed gives the same layout, bit for bit, on any number of cores.
///
/// ```swift
/// let layout = try UMAP().embed(points)  // a row of two coordinates for each row
/// ```
public struct UMAP: Sendable {
  /// Where a layout begins (section 4.2).
  public enum Start: Sendable {
    /// At the first eigenvectors of the graph's normalised Laplacian.
    case spectral
    /// At the first principal components of the points.
    case principalComponents
    /// Anywhere between −10 and 10.
    case random
    /// Where an earlier layout of the same things has them: a row of coordinates for each point.
    case positions(Tensor)
  }

  /// How many points count as near a point, itself among them (k of section 3.1): 15; from 2.
  ///
  /// Few show fine structure, many the whole.
  public var neighbours = 15
  /// The number of coordinates of the layout (d of section 4.2): 2; from 1 to 64.
  public var dimensions = 2
  /// How close together points may lie (min-dist of section 5): 0.1; from 0 to the spread.
  public var minimumDistance = 0.1
  /// The scale of the layout (section 5): 1.
  public var spread = 1.0
  /// The curve between distance and nearness; by default it is fitted to the minimum distance and the spread.
  public var curve: LayoutCurve?
  /// How many neighbours are taken to be joined to a point for certain (section 3.1): 1; from 0 to below `neighbours`.
  public var localConnectivity = 1.0
  /// 1 joins points that either holds for near, 0 those that both do (section 3.1): 1.
  public var setOperationMixRatio = 1.0
  /// How often all edges are gone through (n-epochs of section 4.2): by default 500 up to 10,000 points, else 200.
  public var epochs: Int?
  /// The largest step, which falls to 0 (α of algorithm 5): 1.
  public var learningRate = 1.0
  /// The weight of repulsion against attraction (γ): 1.
  public var repulsionStrength = 1.0
  /// How many points repel for one that attracts (n-neg-samples of section 4.2): 5.
  public var negativeSampleRate = 5
  /// Where the layout begins: by the spectrum.
  public var start = Start.spectral
  /// Where the random numbers begin: 42.
  public var seed: UInt64 = 42
  /// The most cores to use for what can be computed side by side: 1.
  public var cores = 1

  /// Makes a method with the default parameters.
  public init() {}

  /// The layout at one moment.
  public struct Frame: Sendable {
    /// How many epochs have been run: 0 for the beginning.
    public let epoch: Int
    /// How many will have been run at the end.
    public let epochs: Int
    let coordinates: [Float]
    let dimensions: Int

    /// The positions: a row for each point.
    public var positions: Tensor {
      var positions = Tensor(uninitialized: [coordinates.count / dimensions, dimensions])
      positions.withMutableNumbers { numbers in
        for (place, coordinate) in coordinates.enumerated() { numbers[place] = Double(coordinate) }
      }
      return positions
    }
  }
}
