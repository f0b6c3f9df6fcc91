/// The last few steps of a search and how the slope changed along them, which together tell the curvature.
final class CurvatureHistory {
  private let dimension: Int
  private let capacity: Int
  private let block: TensorStorage
  private var count = 0
  private var next = 0

  init(dimension: Int, capacity: Int) {
    self.dimension = dimension
    self.capacity = max(capacity, 1)
    block = TensorStorage(count: self.capacity * (2 * dimension + 1))
  }

  var isEmpty: Bool { count == 0 }

  func clear() { count = 0 }

  private func step(_ slot: Int) -> UnsafeMutablePointer<Double> { block.numbers + slot * 2 * dimension }
  private func change(_ slot: Int) -> UnsafeMutablePointer<Double> { step(slot) + dimension }
  private var weights: UnsafeMutablePointer<Double> { block.numbers + capacity * 2 * dimension }

  /// Keeps a step, unless the slope did not rise along it: then it tells nothing about a minimum.
  func append(
    from point: UnsafePointer<Double>, _ slope: UnsafePointer<Double>,
    to newPoint: UnsafePointer<Double>, _ newSlope: UnsafePointer<Double>
  ) {
    var rise = 0.0
    var square = 0.0
    for index in 0..<dimension {
      let difference = newSlope[index] - slope[index]
      step(next)[index] = newPoint[index] - point[index]
      change(next)[index] = difference
      rise += step(next)[index] * difference
      square += difference * difference
    }
    guard rise > 1e-16 * square else { return }
    next = (next + 1) % capacity
    count = min(count + 1, capacity)
  }

  /// Multiplies a vector by the inverse of the curvature, among the free coordinates (Nocedal 1980, two loops).
  func multiply(_ vector: UnsafeMutablePointer<Double>, among isFree: UnsafePointer<Bool>) {
    var scale = 0.0
    for age in 0..<count {
      let slot = (next - 1 - age + capacity) % capacity
      let rise = product(step(slot), change(slot), isFree)
      // Without the fixed coordinates a step may say nothing any more.
      guard rise > 0 else {
        weights[slot] = .nan
        continue
      }
      if scale == 0 { scale = rise / product(change(slot), change(slot), isFree) }
      weights[slot] = product(step(slot), vector, isFree) / rise
      add(-weights[slot], change(slot), to: vector, isFree)
    }
    if scale > 0 { for index in 0..<dimension { vector[index] *= scale } }
    for age in stride(from: count - 1, through: 0, by: -1) {
      let slot = (next - 1 - age + capacity) % capacity
      guard !weights[slot].isNaN else { continue }
      let rise = product(step(slot), change(slot), isFree)
      let correction = product(change(slot), vector, isFree) / rise
      add(weights[slot] - correction, step(slot), to: vector, isFree)
    }
  }

  private func product(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ isFree: UnsafePointer<Bool>
  ) -> Double {
    var sum = 0.0
    for index in 0..<dimension where isFree[index] { sum += left[index] * right[index] }
    return sum
  }

  private func add(
    _ scale: Double, _ vector: UnsafePointer<Double>, to sum: UnsafeMutablePointer<Double>,
    _ isFree: UnsafePointer<Bool>
  ) {
    for index in 0..<dimension where isFree[index] { sum[index] += scale * vector[index] }
  }
}
