/// The two directions of a panel.
enum Direction: Sendable {
  case horizontal, vertical

  /// What the axis is called in messages and descriptions.
  var name: String { self == .horizontal ? "horizontal" : "vertical" }
}

/// What the marks of all panels put on one axis: names, and the least and greatest values.
struct AxisContent {
  private(set) var names: [String] = []
  private(set) var lower: Double?
  private(set) var upper: Double?
  /// Whether bars start from zero on this axis.
  private(set) var hasBars = false
  /// Whether marks must fill the axis from end to end, as a grid of cells does.
  private(set) var hasGrid = false
  /// Whether bars or cells stand at whole numbers only, between which ticks would mean nothing.
  private var hasWholePositions = false
  private var hasFractions = false
  /// Whether points could touch the end of the axis.
  private(set) var hasPoints = false

  private let direction: Direction
  private let isLogarithmic: Bool
  private var knownNames: Set<String> = []

  init(_ panels: [Panel], _ direction: Direction, isLogarithmic: Bool) {
    self.direction = direction
    self.isLogarithmic = isLogarithmic
    for panel in panels {
      for mark in panel.marks { include(mark) }
    }
  }

  /// Whether only whole numbers make sense as ticks: years and counts have no halves.
  ///
  /// Where a range is given, it decides and not the data, so that charts of one range have the same ticks.
  func isWhole(within range: ClosedRange<Double>?) -> Bool {
    if let range {
      let ends = [range.lowerBound, range.upperBound]
      return hasWholePositions || (ends.allSatisfy { $0 == $0.rounded() } && ends[1] / 2 - ends[0] / 2 >= 1.5)
    }
    guard let lower, let upper else { return false }
    return hasWholePositions || (!hasFractions && upper / 2 - lower / 2 >= 1.5)
  }

  private mutating func include(_ mark: Mark) {
    let isHorizontal = direction == .horizontal
    switch mark {
    case .line(let line): include(isHorizontal ? line.x : line.y)
    case .area(let area): include(isHorizontal ? area.x : area.lower + area.upper)
    case .points(let points):
      include(isHorizontal ? points.x : points.y)
      hasPoints = hasPoints || !points.x.isEmpty
    case .bars(let bars): include(bars)
    case .text(let text): include([isHorizontal ? text.x : text.y])
    case .heatMap(let map):
      include(isHorizontal ? map.x : map.y, cells: isHorizontal ? map.columnCount : map.rowCount)
      hasGrid = true
    case .contour(let contour):
      include(isHorizontal ? contour.x : contour.y)
      hasGrid = true
    case .regions(let regions):
      include(isHorizontal ? regions.x : regions.y)
      hasGrid = true
    case .rule(let rule):
      switch (rule.place, isHorizontal) {
      case (.x(let value), true), (.y(let value), false): include([value])
      default: break
      }
    }
  }

  private mutating func include(_ bars: Bars) {
    let isAcross = (bars.orientation == .vertical) == (direction == .horizontal)
    guard isAcross else {
      include(bars.values)
      hasBars = hasBars || !bars.values.isEmpty
      return
    }
    include(bars.positions, cells: bars.positions.count)
  }

  private mutating func include(_ positions: Positions, cells: Int) {
    switch positions {
    case .numbers(let numbers):
      let areCentres = numbers.count == cells && numbers.count > 1
      hasWholePositions = areCentres && numbers.allSatisfy { $0 == $0.rounded() }
      include(CellEdges.edges(of: numbers, cells: cells, isLogarithmic: isLogarithmic))
    case .categories(let newNames):
      for name in newNames where knownNames.insert(name).inserted { names.append(name) }
    }
  }

  private mutating func include(_ values: [Double]) {
    for value in values where value.isFinite && (value > 0 || !isLogarithmic) {
      hasFractions = hasFractions || value != value.rounded()
      lower = min(lower ?? value, value)
      upper = max(upper ?? value, value)
    }
  }
}

/// Where the cells of a row begin and end.
enum CellEdges {
  /// The edges of cells whose edges or centres are given; beside centres they lie halfway between neighbours.
  static func edges(of positions: [Double], cells: Int, isLogarithmic: Bool) -> [Double] {
    let finite = positions.filter { $0.isFinite && ($0 > 0 || !isLogarithmic) }.sorted()
    guard positions.count == cells, let first = finite.first, let last = finite.last else { return positions }
    guard finite.count > 1 else {
      return isLogarithmic ? [first / 2, first * 2] : [first - 0.5, first + 0.5]
    }
    let middles = zip(finite, finite.dropFirst()).map { left, right in
      isLogarithmic ? left.squareRoot() * right.squareRoot() : left / 2 + right / 2
    }
    let (second, beforeLast) = (middles[0], middles[middles.count - 1])
    let start = isLogarithmic ? first / second * first : first - (second - first)
    let end = isLogarithmic ? last / beforeLast * last : last + (last - beforeLast)
    return [start] + middles + [end]
  }
}
