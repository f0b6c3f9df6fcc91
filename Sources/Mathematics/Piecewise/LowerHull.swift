/// The points below which no straight line between two others passes, from left to right: their lower convex hull.
///
/// Andrew's monotone chain (1979); whether three points turn left is decided exactly, however near they are to a line.
/// Points on a line between two others are left out, and so are those that are not finite.
///
/// ```swift
/// let points = [PlanePoint(0, 3), PlanePoint(1, 1), PlanePoint(2, 1.5), PlanePoint(3, 0)]
/// print(lowerHull(of: points))  // [0, 1, 3]
/// ```
/// - Returns: The indices of the points, by rising x.
public func lowerHull(of points: [PlanePoint]) -> [Int] {
  var hull: [Int] = []
  for index in points.lowestInOrder {
    while hull.count >= 2,
      !turnsLeft(points[hull[hull.count - 2]], points[hull[hull.count - 1]], points[index])
    {
      hull.removeLast()
    }
    hull.append(index)
  }
  return hull
}

/// The points that are as low as it gets for what they cost: none further left is as low.
///
/// For runs of training, x their compute and y their loss, it is the compute-efficient frontier: where the loss of the
/// best run falls with compute.
///
/// ```swift
/// let runs = [PlanePoint(1, 3), PlanePoint(2, 3.5), PlanePoint(3, 2), PlanePoint(4, 2)]
/// print(frontier(of: runs))  // [0, 2]
/// ```
/// - Returns: The indices of the points, by rising x and falling y.
public func frontier(of points: [PlanePoint]) -> [Int] {
  var lowest = Double.infinity
  return points.lowestInOrder.filter { index in
    defer { lowest = min(lowest, points[index].y) }
    return points[index].y < lowest
  }
}

/// Whether the way from a over b to c turns left: (b − a) × (c − a) > 0.
private func turnsLeft(_ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint) -> Bool {
  let (left, right) = ((b.x - a.x) * (c.y - a.y), (b.y - a.y) * (c.x - a.x))
  let difference = left - right
  // Shewchuk 1997: a difference above this bound has the right sign in spite of rounding.
  let bound = 3.3306690738754716e-16 * (left.magnitude + right.magnitude)
  if difference.magnitude > bound && difference.isFinite { return difference > 0 }
  return exactCross(a, b, c) > 0
}

/// The sign of (b − a) × (c − a), from an exact sum of products.
private func exactCross(_ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint) -> Int {
  // a.x b.y − a.x c.y − b.x a.y + b.x c.y + c.x a.y − c.x b.y, all products exact as two doubles.
  let factors = [(a.x, b.y), (-a.x, c.y), (-b.x, a.y), (b.x, c.y), (c.x, a.y), (-c.x, b.y)]
  let terms = factors.flatMap { left, right in
    let product = left * right
    return [product, (-product).addingProduct(left, right)]
  }
  let sum = exactSum(terms)
  return sum > 0 ? 1 : sum < 0 ? -1 : 0
}

/// A number with the sign of the exact sum of some numbers: its largest part (Shewchuk 1997, growing an expansion).
private func exactSum(_ terms: [Double]) -> Double {
  var expansion: [Double] = []
  for term in terms {
    var carried = term
    var grown: [Double] = []
    for part in expansion {
      let sum = carried + part
      let taken = sum - carried
      let error = (carried - (sum - taken)) + (part - taken)
      if error != 0 { grown.append(error) }
      carried = sum
    }
    if carried != 0 { grown.append(carried) }
    expansion = grown
  }
  return expansion.last ?? 0
}
