/// Searches for the minimum of a smooth function with its slope, in a space of any dimension, within bounds.
///
/// L-BFGS (Liu and Nocedal 1989): the curvature is guessed from the last few steps. The step length meets the strong
/// conditions of Wolfe. A coordinate that its bound holds back is left out of a step, and a step ends where it meets a
/// bound (an active set, as in Bertsekas 1982).
///
/// A search keeps its memory, so that many starts allocate once.
/// ```swift
/// let search = QuasiNewtonSearch(dimension: 2)
/// let minimum = search.minimum(from: [-1.2, 1]) { x, slope in
///   let (a, b) = (1 - x[0], x[1] - x[0] * x[0])
///   slope[0] = -2 * a - 400 * b * x[0]
///   slope[1] = 200 * b
///   return a * a + 100 * b * b
/// }
/// print(minimum.point)  // [1.0, 1.0] but for rounding
/// ```
public final class QuasiNewtonSearch {
  /// Computes the value at a point, and sets the slope there.
  public typealias Objective = (
    _ point: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>
  ) -> Double

  /// How many coordinates a point has.
  public let dimension: Int
  /// Where each coordinate must stay; all numbers unless set.
  public let bounds: [ClosedRange<Double>]?
  /// The search ends where no entry of the slope is larger.
  public var slopeTolerance = 1e-10
  /// The search ends where a step lowers the value by no more than this part of it, twice in a row.
  public var valueTolerance = 4e-16
  /// The search ends where a step lowers the value by no more than this; never for that reason where it is 0.
  ///
  /// It is no part of the value but an amount, so that the same search of a function divided by a constant ends sooner.
  public var decreaseTolerance = 0.0
  /// The most steps.
  public var stepLimit = 10_000

  private let history: CurvatureHistory
  private let line: LineSearch
  // Places in one block: the point, its slope, the slope without what bounds hold back, the direction.
  private let block: TensorStorage
  private var point: UnsafeMutablePointer<Double> { block.numbers }
  private var slope: UnsafeMutablePointer<Double> { block.numbers + dimension }
  private var direction: UnsafeMutablePointer<Double> { block.numbers + 2 * dimension }
  private let isFree: UnsafeMutablePointer<Bool>

  /// Prepares searches.
  ///
  /// - Parameter memory: From how many steps the curvature is guessed.
  /// - Precondition: There is a bound for each coordinate, if there are any.
  public init(dimension: Int, bounds: [ClosedRange<Double>]? = nil, memory: Int = 10) {
    precondition(bounds.map { $0.count == dimension } ?? true, "a bound for each coordinate")
    self.dimension = dimension
    self.bounds = bounds
    history = CurvatureHistory(dimension: dimension, capacity: memory)
    line = LineSearch(dimension: dimension)
    block = TensorStorage(count: 3 * dimension)
    isFree = .allocate(capacity: max(dimension, 1))
    isFree.initialize(repeating: true, count: max(dimension, 1))
  }

  deinit { isFree.deallocate() }

  /// Searches from a start, which is first moved within the bounds.
  ///
  /// - Precondition: The start has the search's dimension.
  public func minimum(from start: [Double], of objective: Objective) -> Minimum {
    precondition(start.count == dimension, "a start of the search's dimension")
    history.clear()
    for index in 0..<dimension { point[index] = bounds?[index].clamping(start[index]) ?? start[index] }
    var state = State(value: objective(point, slope), evaluations: 1)
    guard state.value.isFinite && (0..<dimension).allSatisfy({ slope[$0].isFinite }) else {
      return result(state, .impossibleStart)
    }
    while true {
      if flatness() <= slopeTolerance { return result(state, .converged) }
      if state.lastDecrease <= decreaseTolerance && decreaseTolerance > 0 {
        return result(state, .smallDecrease)
      }
      if state.idleSteps >= 2 { return result(state, .limitOfArithmetic) }
      if state.steps == stepLimit { return result(state, .stepLimit) }
      guard advance(&state, objective) else { return result(state, .limitOfArithmetic) }
    }
  }

  private struct State {
    var value: Double
    var evaluations: Int
    var steps = 0
    // Steps in a row that did not lower the value noticeably.
    var idleSteps = 0
    // By how much the last step lowered the value.
    var lastDecrease = Double.infinity
  }

  private func result(_ state: State, _ verdict: Minimum.Verdict) -> Minimum {
    Minimum(
      point: Array(UnsafeBufferPointer(start: point, count: dimension)), value: state.value,
      slope: flatness(), verdict: verdict, steps: state.steps, evaluations: state.evaluations)
  }

  /// The largest entry of the slope along coordinates that no bound holds back.
  private func flatness() -> Double {
    var largest = 0.0
    for index in 0..<dimension {
      isFree[index] = !isHeld(index, towards: -slope[index])
      if isFree[index] { largest = max(largest, slope[index].magnitude) }
    }
    return largest
  }

  private func isHeld(_ index: Int, towards change: Double) -> Bool {
    guard let bound = bounds?[index] else { return false }
    return change < 0 ? point[index] <= bound.lowerBound : point[index] >= bound.upperBound
  }

  /// Takes a step; false where no direction leads down.
  private func advance(_ state: inout State, _ objective: Objective) -> Bool {
    while true {
      let fall = chooseDirection()
      guard fall < 0 else { return false }
      let first = history.isEmpty ? min(1, 1 / (-fall).squareRoot()) : 1
      let start = LineSearch.Start(
        point: point, slope: slope, direction: direction, value: state.value, fall: fall)
      let found = line.search(start, first: first, limit: longestStep(), objective)
      state.evaluations += found.evaluations
      guard found.isLower else {
        if history.isEmpty { return false }
        // The guess of the curvature may be what misleads: once more along the slope itself.
        history.clear()
        continue
      }
      accept(found, &state)
      return true
    }
  }

  private func accept(_ found: LineSearch.Found, _ state: inout State) {
    history.append(from: point, slope, to: line.point, line.slope)
    point.update(from: line.point, count: dimension)
    slope.update(from: line.slope, count: dimension)
    moveOntoBounds()
    let decrease = state.value - found.value
    let isIdle = decrease <= valueTolerance * max(state.value.magnitude, found.value.magnitude)
    state.idleSteps = isIdle ? state.idleSteps + 1 : 0
    state.lastDecrease = decrease
    state.value = found.value
    state.steps += 1
  }

  /// The quasi-Newton direction among the free coordinates; gives the slope along it.
  private func chooseDirection() -> Double {
    for index in 0..<dimension { direction[index] = isFree[index] ? -slope[index] : 0 }
    let steepest = -(0..<dimension).reduce(0) { $0 + direction[$1] * direction[$1] }
    history.multiply(direction, among: isFree)
    var fall = 0.0
    for index in 0..<dimension {
      if isHeld(index, towards: direction[index]) { direction[index] = 0 }
      fall += direction[index] * slope[index]
    }
    if fall < 0 || history.isEmpty { return fall }
    history.clear()
    for index in 0..<dimension { direction[index] = isFree[index] ? -slope[index] : 0 }
    return steepest
  }

  /// How far a step may go before it meets a bound.
  private func longestStep() -> Double {
    guard let bounds else { return .infinity }
    var limit = Double.infinity
    for index in 0..<dimension where direction[index] != 0 {
      let end = direction[index] < 0 ? bounds[index].lowerBound : bounds[index].upperBound
      limit = min(limit, (end - point[index]) / direction[index])
    }
    return limit
  }

  /// Undoes the rounding by which a step may have missed a bound.
  private func moveOntoBounds() {
    guard let bounds else { return }
    for index in 0..<dimension { point[index] = bounds[index].clamping(point[index]) }
  }
}

extension ClosedRange<Double> {
  func clamping(_ number: Double) -> Double { Swift.min(Swift.max(number, lowerBound), upperBound) }
}
