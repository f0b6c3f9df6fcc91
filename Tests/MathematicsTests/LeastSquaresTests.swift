import Mathematics
import Testing

/// Searches for least squares on problems whose minima are known in closed form.
@Suite struct LeastSquaresTests {
  private let everywhere = -Double.infinity...Double.infinity

  /// A problem given by its deviations and their gradients, row by row.
  private func problem(
    count: Int, bounds: [ClosedRange<Double>], huberThreshold: Double? = nil,
    _ row: @escaping (_ row: Int, _ point: [Double]) -> (Double, [Double])
  ) -> LeastSquaresProblem {
    LeastSquaresProblem(count: count, bounds: bounds, huberThreshold: huberThreshold) {
      point, deviations, derivatives in
      for index in 0..<count {
        let (deviation, gradient) = row(index, point)
        deviations[index] = deviation
        guard let derivatives else { continue }
        for (column, slope) in gradient.enumerated() { derivatives[column * count + index] = slope }
      }
    }
  }

  /// Rosenbrock's valley (1960): 10 (b − a²) and 1 − a vanish at (1, 1).
  private func valley(_ bounds: [ClosedRange<Double>]) -> LeastSquaresProblem {
    problem(count: 2, bounds: bounds) { row, point in
      row == 0 ? (10 * (point[1] - point[0] * point[0]), [-20 * point[0], 10]) : (1 - point[0], [-1, 0])
    }
  }

  @Test(arguments: [[-1.2, 1], [5, -30], [-1000, 1000], [1, 1], [0, 0]])
  func theValleyIsFollowed(_ start: [Double]) {
    let minimum = valley([everywhere, everywhere]).minimum(from: start)
    #expect(minimum.verdict == .converged && minimum.objective < 1e-28)
    #expect(abs(minimum.point[0] - 1) < 1e-13 && abs(minimum.point[1] - 1) < 1e-13)
    #expect(minimum.undetermined == [] && minimum.bounded == [])
  }

  /// With a ≤ 1/2 the minimum has a = 1/2 and b = 1/4.
  @Test func boundsAreKept() {
    let minimum = valley([-2...0.5, everywhere]).minimum(from: [7, 7])
    #expect(minimum.verdict == .converged && minimum.bounded == [0] && minimum.point[0] == 0.5)
    #expect(abs(minimum.point[1] - 0.25) < 1e-9)
  }

  /// A straight line through (0, 1), (1, 3), (2, 4): slope 3/2, intercept 7/6; (XᵀX)⁻¹ = [[5, −3], [−3, 3]] / 6.
  @Test(arguments: [true, false])
  func straightLines(_ isLinear: Bool) throws {
    let y = [1.0, 3, 4]
    let line = problem(count: 3, bounds: [everywhere, everywhere]) { row, point in
      (y[row] - point[0] - point[1] * Double(row), [-1, -Double(row)])
    }
    let minimum = line.minimum(from: [1e6, -1e6], isLinear: isLinear)
    #expect(abs(minimum.point[0] - 7.0 / 6) < 1e-14 && abs(minimum.point[1] - 1.5) < 1e-14)
    #expect(abs(minimum.objective - 1.0 / 6) < 1e-14)
    let inverse = try #require(minimum.inverseCurvature)
    for (found, expected) in zip(inverse, [5.0 / 6, -0.5, -0.5, 0.5]) {
      #expect(abs(found - expected) < 1e-14)
    }
  }

  /// Only the sum of the coefficients matters, and the third not at all.
  @Test func whatIsNotDeterminedIsNamed() {
    let sum = problem(count: 4, bounds: [everywhere, everywhere, everywhere]) { row, point in
      (Double(row) - point[0] - point[1], [-1, -1, 0])
    }
    let minimum = sum.minimum(from: [1, 2, 3])
    #expect(minimum.undetermined == [0, 1, 2] && minimum.inverseCurvature == nil)
    #expect(abs(minimum.point[0] + minimum.point[1] - 1.5) < 1e-12 && minimum.point[2] == 3)
  }

  /// Of 0, 1, 2 and 100, with a threshold of 1, Huber's centre c has (0 − c) + (1 − c) + (2 − c) + 1 = 0 where no
  /// deviation of the first three is beyond it; 4/3 is too far from 0, so −1 + (1 − c) + (2 − c) + 1 = 0.
  @Test func hubersCentre() {
    let numbers = [0.0, 1, 2, 100]
    let centre = problem(count: 4, bounds: [everywhere], huberThreshold: 1) { row, point in
      (numbers[row] - point[0], [-1])
    }
    for start in [0.0, 50, -1e6] {
      let minimum = centre.minimum(from: [start])
      #expect(minimum.verdict == .converged && abs(minimum.point[0] - 1.5) < 1e-9, "\(minimum.point)")
      // 1·(1.5 − ½) + ½/4 + ½/4 + 1·(98.5 − ½)
      #expect(abs(minimum.objective - 99.25) < 1e-9)
    }
  }

  @Test func impossibleStartsAndStepLimits() {
    let root = problem(count: 1, bounds: [everywhere]) { _, point in
      (Double.sqrt(point[0]) - 2, [0.5 / Double.sqrt(point[0])])
    }
    #expect(root.minimum(from: [-1]).verdict == .impossibleStart)
    #expect(abs(root.minimum(from: [9]).point[0] - 4) < 1e-12)
    // From 100 the full step is below 0, where there is no root.
    #expect(abs(root.minimum(from: [100]).point[0] - 4) < 1e-12)
    #expect(valley([everywhere, everywhere]).minimum(from: [-1.2, 1], stepLimit: 3).verdict == .stepLimit)
    let nothing = problem(count: 0, bounds: []) { _, _ in (0, []) }
    #expect(nothing.minimum(from: []).verdict == .converged)
  }
}
