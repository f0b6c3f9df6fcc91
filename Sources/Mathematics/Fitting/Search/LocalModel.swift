import CKernels

/// The objective near a point, as a quadratic in the coefficients that are free to move.
final class LocalModel {
  /// The derivatives in units of ``scales``, weighted and factorised.
  let factors: PivotedQR
  /// What steps are measured in, so that units do not matter: the greatest length that each column of derivatives has
  /// had (Moré 1978), but see ``limitScales()``.
  let scales: UnsafeMutablePointer<Double>
  /// The slope of the residuals that carry no curvature, in the order of the factors' columns and in units of scales.
  let looseSlope: UnsafeMutablePointer<Double>
  /// The largest cosine between a column of derivatives and the residuals: 0 at a minimum.
  private(set) var slopeCosine = 0.0
  /// The coefficients that a bound holds.
  private(set) var held: [Int] = []

  private let points: Int
  private let coefficients: Int
  private let slope: UnsafeMutablePointer<Double>
  // Each column's length here, the greatest that it has had, and the greatest size of its coefficient so far.
  private let lengths: UnsafeMutablePointer<Double>
  private let longest: UnsafeMutablePointer<Double>
  private let sizes: UnsafeMutablePointer<Double>
  // The derivative of each residual's loss; the same without the residuals that carry curvature; roots of curvatures.
  private let influence: UnsafeMutablePointer<Double>
  private let loose: UnsafeMutablePointer<Double>
  private let roots: UnsafeMutablePointer<Double>
  private let free: UnsafeMutablePointer<Int>
  private let block: TensorStorage
  /// How much curvature a residual past Huber's threshold is given: from 1, that of a parabola that touches its loss
  /// from above (iteratively reweighted squares), to 0, its own.
  private var outerCurvature = 1.0

  init(points: Int, coefficients: Int) {
    self.points = points
    self.coefficients = coefficients
    factors = PivotedQR(rows: points, columns: coefficients)
    block = TensorStorage(count: 6 * coefficients + 3 * points)
    scales = block.numbers
    looseSlope = scales + coefficients
    slope = looseSlope + coefficients
    lengths = slope + coefficients
    longest = lengths + coefficients
    sizes = longest + coefficients
    influence = sizes + coefficients
    loose = influence + points
    roots = loose + points
    free = .allocate(capacity: max(coefficients, 1))
    free.initialize(repeating: 0, count: max(coefficients, 1))
    held.reserveCapacity(coefficients)
  }

  deinit { free.deallocate() }

  func forgetScales() {
    for index in 0..<coefficients { (longest[index], sizes[index]) = (0, 0) }
    outerCurvature = 1
  }

  /// Takes the curvature past Huber's threshold for what it is once the search makes small progress.
  func adaptCurvature(_ progress: Double) { outerCurvature = progress < 0.1 ? 0 : 1 }

  /// The coefficient that a column of the factors stands for.
  func coefficient(at place: Int) -> Int { free[factors.order[place]] }

  func length(of point: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for index in 0..<coefficients { sum += (point[index] * scales[index]) * (point[index] * scales[index]) }
    return sum.squareRoot()
  }

  func length(ofTaken step: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for place in 0..<factors.count { sum += step[place] * step[place] }
    return sum.squareRoot()
  }

  /// Describes the objective at the point of a search.
  func describe(_ search: FitSearch) {
    weigh(search.residuals, search.problem.loss, search.multiplicities)
    let strength = vector_dot(influence, influence, points).squareRoot()
    slopeCosine = 0
    held.removeAll(keepingCapacity: true)
    var count = 0
    for index in 0..<coefficients {
      let column = search.derivatives + index * points
      lengths[index] = vector_norm(column, points)
      longest[index] = max(longest[index], lengths[index] > 0 ? lengths[index] : .leastNormalMagnitude)
      sizes[index] = max(sizes[index], search.point[index].magnitude)
      slope[index] = vector_dot(column, influence, points)
      if isHeld(index, search) {
        held.append(index)
        continue
      }
      free[count] = index
      count += 1
      if lengths[index] > 0, strength > 0 {
        slopeCosine = max(slopeCosine, slope[index].magnitude / lengths[index] / strength)
      }
    }
    limitScales()
    factorize(search, count)
  }

  /// Gives a coefficient on which the residuals hardly depend here no more than 32 times the freedom, beside its size,
  /// of the one on which they depend most: a bold step would carry it to where they do not depend on it at all.
  private func limitScales() {
    var largest = 0.0
    for index in 0..<coefficients { largest = max(largest, longest[index] * sizes[index]) }
    for index in 0..<coefficients {
      let least = largest / 32 / (sizes[index] > 0 ? sizes[index] : 1)
      scales[index] = least.isFinite ? max(longest[index], least) : longest[index]
    }
  }

  private func isHeld(_ index: Int, _ search: FitSearch) -> Bool {
    guard let bound = search.problem.bounds?[index] else { return false }
    if bound.lowerBound == bound.upperBound { return true }
    let value = search.point[index]
    return slope[index] > 0 ? value <= bound.lowerBound : value >= bound.upperBound
  }

  private func factorize(_ search: FitSearch, _ count: Int) {
    let isPlain = search.problem.loss == .squares && search.multiplicities == nil
    for place in 0..<count {
      let source = search.derivatives + free[place] * points
      let target = factors.matrix + place * points
      let scale = scales[free[place]]
      if isPlain {
        for row in 0..<points { target[row] = source[row] / scale }
      } else {
        for row in 0..<points { target[row] = source[row] * roots[row] / scale }
      }
    }
    if isPlain {
      factors.side.update(from: search.residuals, count: points)
    } else {
      for row in 0..<points { factors.side[row] = roots[row] > 0 ? influence[row] / roots[row] : 0 }
    }
    factors.factorize(columns: count)
    for place in 0..<count {
      let index = coefficient(at: place)
      looseSlope[place] =
        isPlain ? 0 : vector_dot(search.derivatives + index * points, loose, points) / scales[index]
    }
  }

  /// Sets each residual's influence and curvature.
  private func weigh(_ residuals: UnsafePointer<Double>, _ loss: FitLoss, _ counts: [Double]?) {
    guard case .huber(let delta) = loss else {
      for row in 0..<points {
        let count = counts?[row] ?? 1
        (influence[row], loose[row], roots[row]) = (count * residuals[row], 0, count.squareRoot())
      }
      return
    }
    for row in 0..<points {
      let (residual, count) = (residuals[row], counts?[row] ?? 1)
      let size = residual.magnitude
      let isInner = size <= delta
      influence[row] = count * (isInner ? residual : residual < 0 ? -delta : delta)
      let curvature = isInner ? count : count * outerCurvature * delta / size
      loose[row] = curvature > 0 ? 0 : influence[row]
      roots[row] = curvature.squareRoot()
    }
  }

  /// The sum of the losses: halved for squares, so that its slope is that of every other loss.
  func loss(_ residuals: UnsafePointer<Double>, _ loss: FitLoss, _ counts: [Double]?) -> Double {
    guard case .huber(let delta) = loss else {
      for row in 0..<points { influence[row] = (counts?[row] ?? 1) * residuals[row] }
      return vector_dot(influence, residuals, points) / 2
    }
    for row in 0..<points {
      let size = residuals[row].magnitude
      let inner = min(size, delta)
      influence[row] = (counts?[row] ?? 1) * inner * (size - inner / 2)
    }
    return vector_sum(influence, points)
  }
}
