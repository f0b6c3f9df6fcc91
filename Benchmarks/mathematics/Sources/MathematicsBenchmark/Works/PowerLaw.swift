import Glibc
import Mathematics

/// A power law with a floor, y = a x^b + c, through 50 points from 200 starts; the answer is the least sum of squares
/// and how many starts reach it.
func powerLaw(repetitions: Int) throws -> Measurement {
  let x = (0..<50).map { pow(10, 4 * Double($0) / 49) }
  let y = zip(x, uniform(50, seed: 3)).map { 3 * pow($0, -0.4) + 0.5 + 0.01 * $1 }
  let logarithms = x.map { log($0) }
  let starts = (0..<200).map { index in
    [
      pow(10, uniform(200, seed: 4)[index]), -1.05 + uniform(200, seed: 5)[index],
      1 + uniform(200, seed: 6)[index],
    ]
  }
  return try Measurement(repetitions: repetitions) {
    let survey = try leastSquares(from: starts, tolerance: 1e-6) { curve(logarithms, y) }.survey
    return [survey?.objectives.min() ?? .nan, Double(survey?.reached ?? 0)]
  }
}

private func curve(_ logarithms: [Double], _ y: [Double]) -> FitProblem {
  FitProblem(points: 50, coefficients: 3) { point, values, derivatives in
    // x^b by the vector units.
    for row in 0..<50 { values[row] = point[1] * logarithms[row] }
    VectorLoops.exponential(values, into: values, count: 50)
    if let derivatives {
      for row in 0..<50 {
        derivatives[row] = values[row]
        derivatives[50 + row] = point[0] * values[row] * logarithms[row]
        derivatives[100 + row] = 1
      }
    }
    for row in 0..<50 { values[row] = point[0] * values[row] + point[2] - y[row] }
  }
}
