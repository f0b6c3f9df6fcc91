/// The share of the variance of points that lies between groups: from 0 to 1.
///
/// η² = 1 − Σ |x − x̄ of its group|² / Σ |x − x̄|², Pearson's correlation ratio, for points of any width. Labels drawn at
/// random explain (g − 1) / (n − 1) of the variance of n points on average, g being the number of groups.
///
/// - Parameters:
///   - points: One point a row.
///   - labels: A number from 0 for each point; equal numbers are one group.
/// - Returns: The share; 0 where all points coincide and there is nothing to explain.
/// - Throws: ``ShapeError`` unless every point has a label from 0 to below the number of points.
public func correlationRatio(of points: Tensor, labels: [Int]) throws -> Double {
  guard points.rank == 2, labels.count == points.shape[0] else {
    throw ShapeError("correlation ratio", points.shape, [labels.count], "every point needs a label")
  }
  let (count, width) = (points.shape[0], points.shape[1])
  guard labels.allSatisfy({ $0 >= 0 && $0 < max(1, count) }) else {
    throw ShapeError("correlation ratio", points.shape, "labels are numbers from 0 to below \(count)")
  }
  let total = squaresAboutMeans(points, width, groups: [Int](repeating: 0, count: count))
  guard total > 0 else { return 0 }
  // Rounding may leave a little less than nothing.
  return max(0, 1 - squaresAboutMeans(points, width, groups: labels) / total)
}

/// The sum of the squared distances of all points from the mean of their group.
private func squaresAboutMeans(_ points: Tensor, _ width: Int, groups: [Int]) -> Double {
  let groupCount = (groups.max() ?? 0) + 1
  var sums = [Double](repeating: 0, count: groupCount * width)
  var counts = [Double](repeating: 0, count: groupCount)
  return points.withNumbers { numbers in
    // As seen from the first point: of points that coincide, nothing but zeros remains.
    for (point, group) in groups.enumerated() {
      counts[group] += 1
      for axis in 0..<width { sums[group * width + axis] += numbers[point * width + axis] - numbers[axis] }
    }
    var squares = 0.0
    for (point, group) in groups.enumerated() {
      for axis in 0..<width {
        let seen = numbers[point * width + axis] - numbers[axis]
        let deviation = seen - sums[group * width + axis] / counts[group]
        squares += deviation * deviation
      }
    }
    return squares
  }
}
