import CKernels

/// The linear least-squares problem that a nonlinear one looks like near a point.
struct LocalProblem {
  private let columns: Int
  private let scales: [Double]
  private let reduction: TriangularReduction
  private let values: JacobiDecomposition
  /// Uᵀ Qᵀ r: the deviations along each singular vector.
  private var along: [Double]
  private let deviationNorm: Double
  /// The coefficients that rest on a bound and would leave.
  let bounded: [Int]
  /// Singular values below this part of the largest say that the data do not determine a direction.
  static let leastPart = 1e-13

  init(_ search: LeastSquaresSearch, scales: inout [Double]) {
    let rows = search.problem.count
    columns = search.point.count
    var matrix = search.derivatives
    var deviations = search.deviations
    Self.reweigh(&matrix, &deviations, search.problem.huberThreshold)
    deviationNorm = plainNorm(deviations)
    var bounded: [Int] = []
    for index in 0..<columns {
      let column = Array(matrix[index * rows..<(index + 1) * rows])
      scales[index] = max(scales[index], plainNorm(column))
      let (slope, bounds, place) = (
        dot(column, deviations), search.problem.bounds[index], search.point[index]
      )
      guard (place <= bounds.lowerBound && slope >= 0) || (place >= bounds.upperBound && slope <= 0) else {
        continue
      }
      bounded.append(index)
      for row in 0..<rows { matrix[index * rows + row] = 0 }
    }
    self.bounded = bounded
    self.scales = scales.map { $0 > 0 ? $0 : 1 }
    reduction = TriangularReduction(matrix: &matrix, residuals: &deviations, columns: columns)
    var scaled = reduction.triangle
    for index in scaled.indices { scaled[index] /= self.scales[index / columns] }
    values = JacobiDecomposition(of: scaled, size: columns)
    along = Array(repeating: 0, count: columns)
    for index in 0..<columns where values.values[index] > 0 {
      for row in 0..<columns {
        along[index] +=
          values.scaledLeft[index * columns + row] * reduction.target[row] / values.values[index]
      }
    }
  }

  /// The products of a matrix' columns with those of another, or with the only column there is.
  private static func products(of matrix: [Double], with other: [Double], _ rows: Int) -> [Double] {
    guard rows > 0 else { return [] }
    let step = other.count == rows ? 0 : rows
    return matrix.withUnsafeBufferPointer { matrix in
      other.withUnsafeBufferPointer { other in
        stride(from: 0, to: matrix.count, by: rows).map { start in
          guard let first = matrix.baseAddress, let second = other.baseAddress else { return .nan }
          return vector_dot(first + start, second + (step == 0 ? 0 : start), rows)
        }
      }
    }
  }

  /// Huber's loss as squares with the same slope: beyond the threshold the loss is straight, so that its curvature,
  /// which weighs the row, is next to nothing; what is left of it keeps every coefficient determined.
  private static func reweigh(_ matrix: inout [Double], _ deviations: inout [Double], _ threshold: Double?) {
    guard let threshold else { return }
    let rows = deviations.count
    for row in 0..<rows where deviations[row].magnitude > threshold {
      let weight = (remainingCurvature * threshold / deviations[row].magnitude).squareRoot()
      deviations[row] = (deviations[row] < 0 ? -threshold : threshold) / weight
      for index in stride(from: row, to: matrix.count, by: rows) { matrix[index] *= weight }
    }
  }

  /// The curvature of Huber's loss beyond its threshold, as a part of that with which iterated weights would count it.
  private static let remainingCurvature = 0.1

  private var least: Double { Self.leastPart * (values.values.max() ?? 0) }

  /// How much of the deviations a change of coefficients could still take away.
  private var remaining: Double {
    plainNorm(zip(along, values.values).map { $1 > least ? $0 : 0 })
  }

  /// Whether next to nothing can be gained (Bates and Watts 1988, the relative offset).
  var isStationary: Bool { remaining <= 1e-7 * deviationNorm || deviationNorm == 0 }
  /// Whether so little can be gained that rounding can be what hinders it.
  var isNearlyStationary: Bool { remaining <= 1e-4 * deviationNorm }

  /// Whether the full step changes nothing but the last digits, as where the model fits to rounding.
  func isSmallStep(beside size: Double) -> Bool { plainNorm(scaledStep(0)) <= 1e-9 * size }

  /// The step of a damping factor, in units of the scales.
  private func scaledStep(_ damping: Double) -> [Double] {
    var step = Array(repeating: 0.0, count: columns)
    for index in 0..<columns {
      let value = values.values[index]
      guard value > least else { continue }
      let amount = -value * along[index] / (value * value + damping)
      for row in 0..<columns { step[row] += amount * values.right[index * columns + row] }
    }
    return step
  }

  /// The best step that is no longer than a radius: damped until it fits (Moré 1978, section 5).
  func step(within radius: Double) -> [Double] {
    var step = scaledStep(0)
    if plainNorm(step) > 1.1 * radius {
      var (low, high) = (0.0, plainNorm(zip(values.values, along).map { $0 * $1 }) / radius)
      var damping = high * 1e-3
      for _ in 0..<60 {
        step = scaledStep(damping)
        let length = plainNorm(step)
        if (length - radius).magnitude <= 0.1 * radius { break }
        if length > radius { low = damping } else { high = damping }
        // The reciprocal of the length is nearly linear in the damping.
        let next = damping + length * (length - radius) / (radius * slope(damping, length))
        damping = next > low && next < high ? next : max((low * high).squareRoot(), 1e-3 * high)
      }
    }
    return zip(step, scales).map { $0 / $1 }
  }

  /// −d length / d damping, times the length over itself.
  private func slope(_ damping: Double, _ length: Double) -> Double {
    var sum = 0.0
    for index in 0..<columns where values.values[index] > least {
      let value = values.values[index]
      let square = value * value + damping
      let amount = value * along[index] / square
      sum += amount * amount / square
    }
    return sum / length
  }

  /// By how much the linear problem's sum of squares falls, or half of it for Huber's loss, by a step.
  func reduction(by step: [Double]) -> Double {
    var change = Array(repeating: 0.0, count: columns)
    for column in 0..<columns {
      for row in 0...column { change[row] += reduction.triangle[column * columns + row] * step[column] }
    }
    return -dot(change, zip(change, reduction.target).map { $0 + 2 * $1 })
  }

  /// The coefficients that can be changed together without any effect.
  var undetermined: [Int] {
    var found: Set<Int> = []
    for index in 0..<columns where values.values[index] <= least {
      let vector = (0..<columns).map { values.right[index * columns + $0].magnitude }
      let largest = vector.max() ?? 0
      for (row, part) in vector.enumerated() where part > 1e-3 * largest && !bounded.contains(row) {
        found.insert(row)
      }
    }
    return found.sorted()
  }

  /// The inverse of JᵀJ, row by row; rows and columns of bounded coefficients are zero.
  var inverseCurvature: [Double]? {
    guard undetermined.isEmpty else { return nil }
    var inverse = Array(repeating: 0.0, count: columns * columns)
    for index in 0..<columns where values.values[index] > least {
      let square = values.values[index] * values.values[index]
      for row in 0..<columns {
        for column in 0..<columns {
          let part = values.right[index * columns + row] * values.right[index * columns + column] / square
          inverse[row * columns + column] += part / scales[row] / scales[column]
        }
      }
    }
    return inverse
  }
}
