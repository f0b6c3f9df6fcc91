/// Finds the step that is best for a local quadratic model within a radius.
///
/// The model is ½ |z + R p|² + h·p with R a triangle; the step solves (RᵀR + λ I) p = −(Rᵀz + h), where λ is 0 or such
/// that the step's length is the radius (Moré 1978, "The Levenberg–Marquardt algorithm: implementation and theory").
final class TrustRegion {
  /// The step, in the order of the triangle's columns.
  let step: UnsafeMutablePointer<Double>
  /// How much lower the model is at the end of the step.
  private(set) var reduction = 0.0
  /// The λ of the last step: where the next search for it begins.
  var damping = 0.0

  private let capacity: Int
  private var count = 0
  private let block: TensorStorage
  // The triangle with λ rotated into it, its right side, a row being rotated in, and room for a solution.
  private let damped: UnsafeMutablePointer<Double>
  private let side: UnsafeMutablePointer<Double>
  private let row: UnsafeMutablePointer<Double>
  private let helper: UnsafeMutablePointer<Double>

  init(coefficients: Int) {
    capacity = coefficients
    block = TensorStorage(count: coefficients * (coefficients + 4))
    damped = block.numbers
    side = damped + coefficients * coefficients
    row = side + coefficients
    helper = row + coefficients
    step = helper + coefficients
  }

  /// The part of the slope that no residual carries, h, in the order of the triangle's columns.
  typealias Slope = UnsafePointer<Double>

  /// Chooses the step for a factorised model.
  func solve(_ model: PivotedQR, slope: Slope, radius: Double) {
    count = model.count
    let isRegular = model.rank(tolerance: 1e-15) == count
    if isRegular {
      solve(model, slope, damping: 0)
      if length() <= 1.1 * radius {
        damping = 0
        return
      }
    }
    search(model, slope, radius, isRegular: isRegular)
  }

  /// Takes the whole step, whatever its length.
  func solveUndamped(_ model: PivotedQR, slope: Slope) {
    count = model.count
    solve(model, slope, damping: 0)
  }

  /// Hebden's iteration for λ with Moré's safeguards.
  private func search(_ model: PivotedQR, _ slope: Slope, _ radius: Double, isRegular: Bool) {
    var lower = 0.0
    if isRegular {
      let size = length()
      lower = (size - radius) / (radius * lengthSlope())
    }
    var upper = totalSlope(model, slope) / radius
    if !(upper > 0) { upper = .leastNormalMagnitude / min(radius, 0.1) }
    damping = min(max(damping, lower), upper)
    if damping == 0 { damping = max(1e-3 * upper, (lower * upper).squareRoot()) }
    for _ in 0..<10 {
      solve(model, slope, damping: damping)
      let excess = length() - radius
      if excess.magnitude <= 0.1 * radius || (lower == 0 && excess <= 0 && damping <= 1e-300) { return }
      if excess > 0 { lower = max(lower, damping) } else { upper = min(upper, damping) }
      let correction = excess / (radius * lengthSlope())
      damping = max(lower, damping + correction)
      if !(damping > 0 && damping <= upper) { damping = max(1e-3 * upper, (lower * upper).squareRoot()) }
    }
    solve(model, slope, damping: damping)
  }

  private func length() -> Double {
    var sum = 0.0
    for index in 0..<count { sum += step[index] * step[index] }
    return sum.squareRoot()
  }

  /// |R⁻ᵀ p|² / |p|², the part of the length's derivative by λ (Moré's φ′/φ).
  private func lengthSlope() -> Double {
    let size = length()
    for index in 0..<count { helper[index] = step[index] / size }
    solveTransposed(helper)
    var sum = 0.0
    for index in 0..<count { sum += helper[index] * helper[index] }
    return sum
  }

  private func totalSlope(_ model: PivotedQR, _ slope: Slope) -> Double {
    var sum = 0.0
    for column in 0..<count {
      var entry = slope[column]
      for row in 0...column { entry += model.triangle[column * capacity + row] * model.side[row] }
      sum += entry * entry
    }
    return sum.squareRoot()
  }

  private func solve(_ model: PivotedQR, _ slope: Slope, damping: Double) {
    for column in 0..<count {
      side[column] = model.side[column]
      for row in 0...column { damped[column * capacity + row] = model.triangle[column * capacity + row] }
    }
    if damping > 0 { for column in 0..<count { rotateIn(damping.squareRoot(), at: column) } }
    for index in 0..<count { helper[index] = slope[index] }
    solveTransposed(helper)
    for index in 0..<count { step[index] = -side[index] - helper[index] }
    solveUpper(step)
    measure(model, damping)
  }

  /// Rotates a row that has a single entry into the triangle (Givens).
  private func rotateIn(_ entry: Double, at start: Int) {
    for column in start..<count { row[column] = 0 }
    row[start] = entry
    var rowSide = 0.0
    for pivot in start..<count where row[pivot] != 0 {
      let diagonal = damped[pivot * capacity + pivot]
      let radius = (diagonal * diagonal + row[pivot] * row[pivot]).squareRoot()
      let (cosine, sine) = (diagonal / radius, row[pivot] / radius)
      for column in pivot..<count {
        let upper = damped[column * capacity + pivot]
        damped[column * capacity + pivot] = cosine * upper + sine * row[column]
        row[column] = cosine * row[column] - sine * upper
      }
      (side[pivot], rowSide) = (cosine * side[pivot] + sine * rowSide, cosine * rowSide - sine * side[pivot])
    }
  }

  private func solveUpper(_ vector: UnsafeMutablePointer<Double>) {
    for row in stride(from: count - 1, through: 0, by: -1) {
      vector[row] /= damped[row * capacity + row]
      for above in 0..<row { vector[above] -= damped[row * capacity + above] * vector[row] }
    }
  }

  private func solveTransposed(_ vector: UnsafeMutablePointer<Double>) {
    for row in 0..<count {
      for above in 0..<row { vector[row] -= damped[row * capacity + above] * vector[above] }
      vector[row] /= damped[row * capacity + row]
    }
  }

  /// ½ |R p|² + λ |p|²: the reduction at the solution, free of cancellation.
  private func measure(_ model: PivotedQR, _ damping: Double) {
    reduction = 0
    for row in 0..<count {
      var entry = 0.0
      for column in row..<count { entry += model.triangle[column * capacity + row] * step[column] }
      reduction += entry * entry / 2 + damping * step[row] * step[row]
    }
  }

  /// How much lower the model is at the end of another step.
  func reduction(_ model: PivotedQR, slope: Slope, at other: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for row in 0..<count {
      var entry = 0.0
      for column in row..<count { entry += model.triangle[column * capacity + row] * other[column] }
      sum -= entry * entry / 2 + entry * model.side[row] + slope[row] * other[row]
    }
    return sum
  }
}
