/// A value marked on an axis.
package struct Tick: Sendable, Hashable {
  /// The value.
  package let value: Double
  /// What is written beside it; empty for a minor tick.
  package let label: String

  /// Makes a tick.
  package init(_ value: Double, _ label: String = "") {
    self.value = value
    self.label = label
  }

  /// Whether it carries a label.
  package var isMajor: Bool { !label.isEmpty }
}

extension Scale {
  /// Ticks that cut the axis into at most so many pieces (a logarithmic one may get minor ticks besides).
  package func ticks(atMost pieces: Int) -> [Tick] {
    switch self {
    case .linear(let interval):
      return linearTicks(interval, RoundStep(cutting: interval, atMost: pieces))
    case .steps(let interval):
      return linearTicks(interval, RoundStep(cutting: interval, atMost: pieces, wholeNumbers: true))
    case .logarithmic(let interval):
      return LogarithmicTicks(interval, atMost: pieces).ticks
    case .category(let names):
      return names.enumerated().map { Tick(Double($0.offset + 1), $0.element) }
    }
  }
}

/// The multiples of a step with labels; the ends of an interval that holds none.
func linearTicks(_ interval: Interval, _ step: RoundStep) -> [Tick] {
  let values = step.multiples(within: interval)
  guard !values.isEmpty else {
    return [interval.lower, interval.upper].map { Tick($0, NumberText.short($0)) }
  }
  return zip(values, tickLabels(values, decimals: step.decimals)).map { Tick($0, $1) }
}

/// One label a value, all with the same number of decimals, or all with powers of ten where digits grow too many.
private func tickLabels(_ values: [Double], decimals: Int) -> [String] {
  let largest = values.map(\.magnitude).max() ?? 0
  let exponent = DecimalDigits(largest).exponent
  let plainIsLong = exponent >= 7 || exponent < -4 || decimals > 6
  guard plainIsLong && largest > 0 else { return values.map { NumberText.fixed($0, decimals: decimals) } }
  let digits = values.map { DecimalDigits($0).rounded(toSignificant: 12).digits.count }
  let needed = max(1, digits.max() ?? 1) - 1
  return values.map { NumberText.scientific($0, decimals: needed) }
}
