/// A point of the plane, such as a model's compute and its loss.
public struct PlanePoint: Hashable, Sendable {
  /// How far to the right.
  public var x: Double
  /// How far up.
  public var y: Double

  /// Makes a point.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

extension [PlanePoint] {
  /// The indices of the finite points from left to right; of those at one x, the lowest alone.
  var lowestInOrder: [Int] {
    let sorted = indices.filter { self[$0].x.isFinite && self[$0].y.isFinite }.sorted { left, right in
      let (a, b) = (self[left], self[right])
      return a.x != b.x ? a.x < b.x : a.y != b.y ? a.y < b.y : left < right
    }
    return sorted.enumerated().filter { $0 == 0 || self[sorted[$0 - 1]].x != self[$1].x }.map(\.element)
  }
}
