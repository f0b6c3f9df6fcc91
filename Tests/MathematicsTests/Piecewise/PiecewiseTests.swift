import Mathematics
import Testing

@Suite struct PiecewiseTests {
  private func points(_ pairs: [(Double, Double)]) -> [PlanePoint] { pairs.map { PlanePoint($0.0, $0.1) } }

  @Test func theHullOfRandomPointsLiesBelowThemAllAndIsConvex() {
    var generator = Xoshiro256StarStar(seed: 5)
    let cloud = (0..<500).map { _ in PlanePoint(generator.uniform(), generator.normal()) }
    let hull = lowerHull(of: cloud).map { cloud[$0] }
    #expect(hull.count > 3)
    for (left, right) in zip(hull, hull.dropFirst()) {
      #expect(left.x < right.x)
      for point in cloud where point.x >= left.x && point.x <= right.x {
        let line = left.y + (right.y - left.y) * (point.x - left.x) / (right.x - left.x)
        #expect(point.y >= line - 1e-12)
      }
    }
    let slopes = zip(hull, hull.dropFirst()).map { ($1.y - $0.y) / ($1.x - $0.x) }
    #expect(zip(slopes, slopes.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func pointsOnALineAreLeftOutExactly() {
    // 0.1, 0.2 and 0.3 are not on a line in binary: 0.1 + 0.2 > 0.3, so that the middle one is above it by a hair.
    #expect(lowerHull(of: points([(0, 0), (1, 1), (2, 2), (3, 3)])) == [0, 3])
    #expect(lowerHull(of: points([(0, 0.1), (1, 0.2), (2, 0.3)])) == [0, 2])
    // Half an ulp of 1 below the line: the products agree to their last digit and only exact arithmetic sees it.
    let below = 1.0.nextDown
    #expect(lowerHull(of: points([(0, 0), (1, below), (2, 2)])) == [0, 1, 2])
  }

  @Test func ofPointsAboveEachOtherTheLowestCounts() {
    #expect(lowerHull(of: points([(1, 5), (1, 2), (0, 3), (2, 2), (1, 2)])) == [2, 1, 3])
  }

  @Test func whatIsNotFiniteIsLeftOut() {
    let hostile = points([(.nan, 0), (0, 1), (1, .infinity), (2, 0), (-.infinity, -5)])
    #expect(lowerHull(of: hostile) == [1, 3])
    #expect(frontier(of: hostile) == [1, 3])
  }

  @Test func noneAndOnePoint() {
    #expect(lowerHull(of: []).isEmpty && frontier(of: []).isEmpty)
    #expect(lowerHull(of: points([(1, 1)])) == [0] && frontier(of: points([(1, 1)])) == [0])
  }

  @Test func theFrontierIsWhereNothingCheaperIsAsGood() {
    var generator = Xoshiro256StarStar(seed: 9)
    let runs = (0..<300).map { _ in PlanePoint(generator.uniform(), generator.uniform()) }
    let best = Set(frontier(of: runs))
    for (index, run) in runs.enumerated() {
      let isDominated = runs.enumerated().contains { other in
        other.offset != index && other.element.x <= run.x && other.element.y <= run.y
      }
      #expect(best.contains(index) == !isDominated)
    }
  }

  @Test func hullsTurnNoSharperThanTheirFrontier() {
    // For a falling convex curve, hull and frontier are the curve itself.
    let curve = (1...50).map { PlanePoint(Double($0), 1 / Double($0)) }
    #expect(lowerHull(of: curve) == Array(0..<50))
    #expect(frontier(of: curve) == Array(0..<50))
  }

  @Test func aRisingSequenceIsItsOwnIsotonicFit() {
    #expect(isotonicFit([1, 2, 2, 7]) == [1, 2, 2, 7])
    #expect(isotonicFit([]) == [])
    #expect(isotonicFit([4]) == [4])
  }

  @Test func aFallingSequenceBecomesItsMean() {
    #expect(isotonicFit([4, 3, 2, 1]) == [2.5, 2.5, 2.5, 2.5])
    #expect(isotonicFit([3, 0], weights: [1, 2]) == [1, 1])
  }

  @Test func theIsotonicFitIsTheNearestRisingSequence() {
    // The minimum is marked by its conditions (Barlow et al. 1972): within each flat stretch the residuals add up to 0,
    // and those of every beginning of it to no less.
    var generator = Xoshiro256StarStar(seed: 2)
    let values = (0..<400).map { Double($0) / 100 + generator.normal() }
    let weights = values.map { _ in 0.5 + generator.uniform() }
    let fit = isotonicFit(values, weights: weights)
    #expect(zip(fit, fit.dropFirst()).allSatisfy { $0 <= $1 })
    var start = 0
    var stretches = 0
    while start < fit.count {
      let end = fit[start...].firstIndex { $0 != fit[start] } ?? fit.count
      var sum = 0.0
      for index in start..<end {
        sum += weights[index] * (values[index] - fit[index])
        #expect(sum > -1e-11)
      }
      #expect(abs(sum) < 1e-11)
      stretches += 1
      start = end
    }
    #expect(stretches > 10)
  }
}
