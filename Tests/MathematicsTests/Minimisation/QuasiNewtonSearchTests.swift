import Mathematics
import Testing

@Suite struct QuasiNewtonSearchTests {
  private func rosenbrock(_ x: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>, _ count: Int)
    -> Double
  {
    var value = 0.0
    for index in 0..<count { slope[index] = 0 }
    for index in 0..<count - 1 {
      let (a, b) = (1 - x[index], x[index + 1] - x[index] * x[index])
      slope[index] += -2 * a - 400 * b * x[index]
      slope[index + 1] += 200 * b
      value += a * a + 100 * b * b
    }
    return value
  }

  @Test(arguments: [2, 10, 100])
  func rosenbrocksValleyIsFollowedToItsEnd(_ dimension: Int) {
    // From 0 in every coordinate there is a path to the global minimum, 0 at (1, …, 1).
    let search = QuasiNewtonSearch(dimension: dimension)
    let start = [Double](repeating: 0, count: dimension)
    let minimum = search.minimum(from: start) { rosenbrock($0, $1, dimension) }
    #expect(minimum.verdict == .converged || minimum.verdict == .limitOfArithmetic)
    #expect(minimum.point.allSatisfy { abs($0 - 1) < 1e-8 }, "\(minimum)")
  }

  @Test func himmelblausFourMinimaAreFoundFromTheirQuadrants() {
    // The minima of (x² + y − 11)² + (x + y² − 7)², all 0: roots of a quartic, computed with 20 digits by mpmath.
    let minima = [
      [3, 2], [-2.8051180869527449, 3.1313125182505730], [-3.7793102533777469, -3.2831859912861694],
      [3.5844283403304917, -1.8481265269644036],
    ]
    let search = QuasiNewtonSearch(dimension: 2)
    for expected in minima {
      let start = expected.map { $0 < 0 ? -3.0 : 3.0 }
      let minimum = search.minimum(from: start) { x, slope in
        let (a, b) = (x[0] * x[0] + x[1] - 11, x[0] + x[1] * x[1] - 7)
        slope[0] = 4 * a * x[0] + 2 * b
        slope[1] = 2 * a + 4 * b * x[1]
        return a * a + b * b
      }
      // The value is a square, so that half of the digits of the point are lost at most; the slope finds the rest.
      #expect(zip(minimum.point, expected).allSatisfy { abs($0 - $1) < 1e-9 }, "\(minimum)")
    }
  }

  @Test func aBoundThatHoldsAMinimumBackIsMetExactly() {
    // Rosenbrock's function with x ≤ 0.5: the minimum lies at y = x² on the bound, where it is (1 − 0.5)² = 0.25.
    let search = QuasiNewtonSearch(dimension: 2, bounds: [-2...0.5, -2...2])
    let minimum = search.minimum(from: [-1.2, 1]) { rosenbrock($0, $1, 2) }
    #expect(minimum.point[0] == 0.5)
    #expect(abs(minimum.point[1] - 0.25) < 1e-9)
    #expect(abs(minimum.value - 0.25) < 1e-14)
  }

  @Test func aStartOutsideOfBoundsIsMovedWithin() {
    let search = QuasiNewtonSearch(dimension: 1, bounds: [1...2])
    let minimum = search.minimum(from: [100]) { x, slope in
      slope[0] = 2 * x[0]
      return x[0] * x[0]
    }
    #expect(minimum.point == [1] && minimum.value == 1 && minimum.verdict == .converged)
  }

  @Test func aFunctionWithoutAMinimumIsNotSaidToHaveOne() {
    let search = QuasiNewtonSearch(dimension: 1)
    search.stepLimit = 50
    let minimum = search.minimum(from: [0]) { x, slope in
      slope[0] = 1
      return x[0]
    }
    #expect(minimum.verdict != .converged)
    #expect(minimum.slope == 1)
  }

  @Test func aStartWithoutAValueIsReported() {
    let search = QuasiNewtonSearch(dimension: 1)
    let minimum = search.minimum(from: [0]) { _, slope in
      slope[0] = 1
      return .nan
    }
    #expect(minimum.verdict == .impossibleStart)
    #expect(minimum.steps == 0 && minimum.evaluations == 1)
  }

  @Test func aStepIntoNowhereIsShortened() {
    // −log x + x has its minimum at 1; from 10 a first guess of the curvature leads below 0, where there is no value.
    let search = QuasiNewtonSearch(dimension: 1)
    let minimum = search.minimum(from: [10]) { x, slope in
      slope[0] = 1 - 1 / x[0]
      return x[0] > 0 ? x[0] - Double.log(x[0]) : .nan
    }
    #expect(abs(minimum.point[0] - 1) < 1e-8)
  }

  @Test func aSearchUsedAgainForgetsItsLastRun() {
    let search = QuasiNewtonSearch(dimension: 2)
    let first = search.minimum(from: [-1.2, 1]) { rosenbrock($0, $1, 2) }
    _ = search.minimum(from: [5, 5]) { rosenbrock($0, $1, 2) }
    #expect(search.minimum(from: [-1.2, 1]) { rosenbrock($0, $1, 2) } == first)
  }

  @Test func anAmountEndsTheSearchOfASmallerFunctionSooner() {
    // The same valley, once as it is and once divided by a thousand: only what counts in its units differs.
    func minimum(dividedBy divisor: Double) -> Minimum {
      let search = QuasiNewtonSearch(dimension: 2)
      search.decreaseTolerance = 1e-4
      return search.minimum(from: [-1.2, 1]) { x, slope in
        let value = rosenbrock(x, slope, 2) / divisor
        for index in 0..<2 { slope[index] /= divisor }
        return value
      }
    }
    let (whole, part) = (minimum(dividedBy: 1), minimum(dividedBy: 1000))
    #expect(part.verdict == .smallDecrease && part.verdict.isSuccess)
    #expect(part.steps < whole.steps)
    #expect(1000 * part.value > whole.value)
  }
}
