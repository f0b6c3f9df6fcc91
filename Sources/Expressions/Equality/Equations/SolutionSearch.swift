/// Looks for solutions of an equation by moving one unknown while the others rest at numbers of no account.
///
/// Simple numbers may solve it; where the difference of both sides changes its sign on the way between two of them, the
/// place is bisected; and where it comes near 0 without that, its least size is looked for. Since the others rest at
/// random, no solution is found by the accident of, say, a factor that is 0: what is found has breadth among the
/// solutions.
struct SolutionSearch {
  let algebra: Algebra
  private let left: NodeID
  private let right: NodeID
  private let assumptions: [NodeID]
  private let order: EvaluationOrder
  private let symbols: [NodeID]
  private let moved: [NodeID]
  private let landmarks: [Double]
  /// Parts that may still be evaluated.
  private var budget = 60_000

  /// - Parameter others: formulas that will be looked at where solutions are found, so that their unknowns need numbers.
  init(
    of sides: (NodeID, NodeID), in algebra: Algebra, assuming assumptions: [NodeID], beside others: [NodeID]
  ) {
    (left, right) = sides
    (self.algebra, self.assumptions) = (algebra, assumptions)
    order = EvaluationOrder(of: [left, right] + assumptions, in: algebra)
    symbols = algebra.symbols(of: [left, right] + assumptions + others).map(\.id)
    let own = algebra.symbols(of: [left, right]).map(\.id)
    moved = own.isEmpty ? Array(symbols.prefix(1)) : own
    let numbers = algebra.reachable(from: [left, right] + assumptions + others)
      .compactMap(algebra.rational).map(\.double)
    landmarks = Array(numbers.filter { $0.magnitude < 1e5 }.uniqued.prefix(8))
  }

  /// Solutions, from the simplest on as far as they are exact.
  mutating func solutions() -> [Solution] {
    guard !moved.isEmpty else { return difference(at: [:]) == .zero ? [Solution(exactly: [:])] : [] }
    var source = RestingPoints(symbols: symbols, bounds: algebra.bounds)
    var found: [Solution] = []
    for _ in 0..<(symbols.count == 1 ? 1 : 4) {
      let base = source.next()
      for symbol in moved where budget > 0 && found.count < 24 {
        found += solutions(along: symbol, from: base)
      }
    }
    return found
  }

  private mutating func solutions(along symbol: NodeID, from base: [NodeID: Rational]) -> [Solution] {
    var way = Way(base: base, symbol: symbol)
    let stops = stops(of: symbol).compactMap { stop in
      Rational(grid: stop).map { (place: stop, height: difference(at: way.point($0))) }
    }
    var found = stops.filter { $0.height == .zero }.prefix(4).compactMap { stop in
      Rational(decimal: stop.place).map { Solution(exactly: way.point($0)) }
    }
    for (first, second) in zip(stops, stops.dropFirst()) where found.count < 8 {
      guard let low = first.height.number, let high = second.height.number, (low < 0) != (high < 0) else {
        continue
      }
      way.ends = (first.place, second.place)
      found += bisected(way, low).map { [$0] } ?? []
    }
    for index in stops.indices.dropFirst().dropLast() where found.count < 8 {
      let near = (index - 1...index + 1).compactMap { stops[$0].height.number }
      guard near.count == 3, near.allSatisfy({ ($0 < 0) == (near[0] < 0) }),
        near[1].magnitude <= near[0].magnitude, near[1].magnitude <= near[2].magnitude
      else { continue }
      way.ends = (stops[index - 1].place, stops[index + 1].place)
      found += touching(way, near[1].magnitude).map { [$0] } ?? []
    }
    return found
  }

  /// Numbers that an unknown takes one after the other, in order.
  private func stops(of symbol: NodeID) -> [Double] {
    let bounds = algebra.bounds[symbol] ?? Bounds()
    let sizes = [0, 0.01, 0.1, 0.25, 0.5, 0.75, 1, 1.4, 2, 3, 4, 5.5, 7, 10, 20, 50, 150, 1000, 50_000]
    var numbers = sizes + sizes.map { -$0 } + landmarks.flatMap { [$0, -$0, $0 + 0.5, $0 - 0.5] }
    if let lower = bounds.lower?.double {
      let width = bounds.upper.map { $0.double - lower }
      numbers +=
        width.map { width in (0...12).map { lower + width * Double($0) / 12 } }
        ?? sizes.map { lower + $0 }
    } else if let upper = bounds.upper?.double {
      numbers += sizes.map { upper - $0 }
    }
    let admitted = numbers.filter { number in
      Rational(decimal: number).map { bounds.contains($0) } ?? false
    }
    return Set(admitted.map { $0 == 0 ? 0 : $0 }).sorted()
  }
}

// Along one unknown.
extension SolutionSearch {
  /// The left side less the right at a point.
  private enum Height: Equatable {
    case number(Double)
    case zero
    /// An assumption does not hold, or a value lacks or cannot be told.
    case none

    var number: Double? { if case .number(let number) = self { number } else { nil } }
  }

  /// A line on which one unknown moves, and between which numbers.
  private struct Way {
    let base: [NodeID: Rational]
    let symbol: NodeID
    var ends = (0.0, 0.0)

    func point(_ number: Rational) -> [NodeID: Rational] {
      var point = base
      point[symbol] = number
      return point
    }
  }

  private mutating func difference(at point: [NodeID: Rational]) -> Height {
    guard budget > 0 else { return .none }
    budget -= order.ids.count
    let evaluator = BallEvaluator<DoubleDouble>(algebra: algebra, order, at: point)
    guard assumptions.allSatisfy({ evaluator[$0] == .truth(true) }),
      let first = evaluator[left].ball, let second = evaluator[right].ball
    else { return .none }
    let apart = first - second
    if apart.lowerMagnitude > 0 { return .number(apart.value.high) }
    let size = max(first.value.high.magnitude, second.value.high.magnitude)
    return apart.isExactZero || apart.radius <= 1e-20 * max(1, size) ? .zero : .none
  }

  private mutating func bisected(_ way: Way, _ low: Double) -> Solution? {
    var (first, second) = way.ends
    var (low, high) = (low, 0.0)
    let start = low.magnitude
    for _ in 0..<70 {
      guard let place = Rational(grid: first / 2 + second / 2) else { break }
      let middle = place.double
      guard middle > first, middle < second else { break }
      switch difference(at: way.point(place)) {
      case .none: return nil
      case .zero: return Solution(exactly: way.point(simple(near: middle, way) ?? place))
      case .number(let number) where (number < 0) == (low < 0): (first, low) = (middle, number)
      case .number(let number): (second, high) = (middle, number)
      }
    }
    // At a pole or a jump the sign changes too, and the size does not shrink.
    guard min(low.magnitude, high.magnitude) <= 1e-5 * start else { return nil }
    return solution(between: first, second, way)
  }

  /// Where the difference is smallest in size between two numbers, if it is 0 there to all appearance.
  private mutating func touching(_ way: Way, _ start: Double) -> Solution? {
    var (first, second) = way.ends
    for _ in 0..<60 {
      let (left, right) = (first + (second - first) * 0.4, first + (second - first) * 0.6)
      guard right > left, let lower = Rational(grid: left), let upper = Rational(grid: right) else { break }
      let (low, high) = (difference(at: way.point(lower)), difference(at: way.point(upper)))
      if low == .zero { return Solution(exactly: way.point(simple(near: left, way) ?? lower)) }
      if high == .zero { return Solution(exactly: way.point(simple(near: right, way) ?? upper)) }
      guard let low = low.number?.magnitude, let high = high.number?.magnitude else { return nil }
      if low < high { second = right } else { first = left }
      if min(low, high) < 1e-11 * start { return solution(between: first, second, way) }
    }
    return nil
  }

  /// The simple number between two, if it is the solution; nothing if both sides have no value at it.
  private mutating func solution(between first: Double, _ second: Double, _ way: Way) -> Solution? {
    if let near = Rational(simplestNear: (first + second) / 2, within: max(second - first, 1e-12)) {
      switch difference(at: way.point(near)) {
      case .zero: return Solution(exactly: way.point(near))
      case .none: return nil
      case .number: break
      }
    }
    let middle = first / 2 + second / 2
    // As near as this, doubled digits still leave many behind where sides cancel, or are divided by what vanishes.
    let width = max(second - first, 0x1p-34 * max(1, middle.magnitude))
    let places = [-3, -1, 1, 2].compactMap { Rational(grid: middle + $0 * width) }
    return Solution(near: places.map(way.point))
  }

  private mutating func simple(near number: Double, _ way: Way) -> Rational? {
    guard let near = Rational(simplestNear: number, within: 1e-12),
      difference(at: way.point(near)) == .zero
    else { return nil }
    return near
  }
}

extension Rational {
  /// A number to 48 bits after the point, which is exact in every arithmetic; nil where it is too large.
  init?(grid number: Double) {
    guard number.magnitude < 0x1p60,
      let exact = try? Rational(Int128((number * 0x1p48).rounded()), over: 1 << 48)
    else { return nil }
    self = exact
  }

  /// The first convergent of a number's continued fraction within a distance, with a denominator up to 1000.
  init?(simplestNear number: Double, within distance: Double) {
    guard number.magnitude < 1e6 else { return nil }
    var (rest, last, current) = (number, (1.0, 0.0), (number.rounded(.down), 1.0))
    for _ in 0..<12 where current.1 <= 1000 {
      if (current.0 / current.1 - number).magnitude <= distance {
        guard let found = try? Rational(Int128(current.0), over: Int128(current.1)) else { return nil }
        self = found
        return
      }
      rest = 1 / (rest - rest.rounded(.down))
      guard rest.isFinite, rest < 1e9 else { return nil }
      let whole = rest.rounded(.down)
      (last, current) = (current, (whole * current.0 + last.0, whole * current.1 + last.1))
    }
    return nil
  }
}
