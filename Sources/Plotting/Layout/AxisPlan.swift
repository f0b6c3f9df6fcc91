/// How one axis turns into a scale once the room for it is known.
struct AxisPlan {
  let axis: Axis
  let direction: Direction
  let content: AxisContent

  init(_ chart: Chart, _ direction: Direction) {
    let axis = direction == .horizontal ? chart.x : chart.y
    self.axis = axis
    self.direction = direction
    content = AxisContent(chart.panels, direction, isLogarithmic: axis.scale == .logarithmic)
  }

  /// Shares of the axis to keep free beyond the data at its two ends.
  struct Headroom {
    var below = 0.0
    var above = 0.0
  }

  /// The scale for an axis that is to be cut into at most so many pieces.
  func scale(pieces: Int, headroom: Headroom = Headroom()) -> Scale {
    if axis.scale == .category || !content.names.isEmpty { return .category(content.names) }
    if axis.scale == .logarithmic { return .logarithmic(logarithmicInterval) }
    let interval = linearInterval(headroom)
    let isWhole = axis.scale == .steps || content.isWhole(within: axis.range)
    guard axis.range == nil, isRounded else { return isWhole ? .steps(interval) : .linear(interval) }
    let rounded = RoundStep(cutting: interval, atMost: pieces, wholeNumbers: isWhole).extending(interval)
    return isWhole ? .steps(rounded) : .linear(rounded)
  }

  /// Whether the axis ends at ticks: values do, while a line fills its panel from side to side.
  private var isRounded: Bool {
    !content.hasGrid && (direction == .vertical || content.hasBars)
  }

  private func linearInterval(_ headroom: Headroom) -> Interval {
    if let range = axis.range { return Interval(spanning: range.lowerBound, range.upperBound) }
    guard var lower = content.lower, var upper = content.upper else { return Interval(spanning: 0, 1) }
    if axis.includesZero || content.hasBars {
      lower = min(lower, 0)
      upper = max(upper, 0)
    }
    let interval = Interval(spanning: lower, upper)
    // Points at the very edge would be cut in half.
    let margin = content.hasPoints && !content.hasGrid ? 0.03 : 0
    return interval.padded(
      below: lower < 0 || !content.hasBars ? headroom.below + margin : 0,
      above: upper > 0 || !content.hasBars ? headroom.above + margin : 0)
  }

  private var logarithmicInterval: Interval {
    if let range = axis.range {
      return Interval(spanningPositive: range.lowerBound, range.upperBound)
    }
    guard let lower = content.lower, let upper = content.upper else {
      return Interval(spanningPositive: 1, 10)
    }
    let interval = Interval(spanningPositive: lower, upper)
    let isTight = content.hasGrid || (direction == .horizontal && !content.hasPoints)
    return isTight ? interval : interval.paddedLogarithmically(0.03)
  }
}
