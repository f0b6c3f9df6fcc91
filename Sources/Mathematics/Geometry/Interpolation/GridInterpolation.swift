/// Piecewise-linear interpolation on a regular grid over the unit cube, each cell cut into d! simplices.
///
/// The cut is Kuhn's (1960, "Some combinatorial lemmas in topology"): within a cell a place belongs to the simplex along
/// whose edges one walks from the lowest corner to the highest, the axis with the largest remainder first.
public struct GridInterpolation: Sendable {
  /// The number of coordinates.
  public let dimension: Int
  /// How many intervals an axis has.
  public let intervals: Int
  /// Whether opposite sides of the cube are one.
  public let isPeriodic: Bool

  /// Makes a grid.
  ///
  /// - Parameters:
  ///   - dimension: The number of coordinates, from 1 to 16.
  ///   - intervals: How many intervals an axis has, at least 1.
  ///   - isPeriodic: Whether opposite sides of the cube are one, so that the last point of an axis is the first.
  public init(dimension: Int, intervals: Int, isPeriodic: Bool = false) throws {
    try GeometryError.require(
      "the number of coordinates", dimension, in: 1...16, for: "interpolation on a grid")
    try GeometryError.require(
      "the number of intervals", intervals, in: 1...(1 << 40), for: "interpolation on a grid")
    (self.dimension, self.intervals, self.isPeriodic) = (dimension, intervals, isPeriodic)
  }

  /// The vertices around a place, d + 1 of them with their coordinates one after the other, and their weights.
  public func vertices(around place: [Double]) -> (coordinates: [Double], weights: [Double]) {
    let scaled = place.map { $0 * Double(intervals) }
    // The upper side of the cube belongs to the last cell.
    var corner = scaled.map { min($0.rounded(.down), Double(intervals - 1)) }
    let remainders = zip(scaled, corner).map { $0 - $1 }
    let walk = (0..<dimension).sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    var (coordinates, weights) = (corner, [1 - remainders[walk[0]]])
    for (step, axis) in walk.enumerated() {
      corner[axis] += 1
      coordinates += corner
      weights.append(remainders[axis] - (step + 1 < dimension ? remainders[walk[step + 1]] : 0))
    }
    return (coordinates.map { reduced($0) / Double(intervals) }, weights)
  }

  private func reduced(_ index: Double) -> Double {
    isPeriodic && index == Double(intervals) ? 0 : index
  }
}
