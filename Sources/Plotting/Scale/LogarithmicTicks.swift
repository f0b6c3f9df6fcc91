import Glibc

/// The ticks of a logarithmic axis: powers of ten, or their 1-2-5 multiples where there are few of them.
struct LogarithmicTicks {
  let ticks: [Tick]

  init(_ interval: Interval, atMost pieces: Int) {
    if interval.decades < 0.7 {
      ticks = LogarithmicTicks.linear(interval, pieces)
      return
    }
    let first = Int((log10(interval.lower) + 1e-9).rounded(.down))
    let last = Int((log10(interval.upper) + 1e-9).rounded(.up))
    if interval.decades < 2 && pieces >= 4 {
      ticks = LogarithmicTicks.multiples(interval, first...last, labelled: [1, 2, 5])
    } else {
      ticks = LogarithmicTicks.powers(interval, first...last, atMost: pieces)
    }
  }

  /// Where not even one power of ten is spanned, equal differences read best.
  private static func linear(_ interval: Interval, _ pieces: Int) -> [Tick] {
    let step = RoundStep(cutting: interval, atMost: pieces)
    return linearTicks(interval, step).filter { $0.value > 0 }
  }

  private static func multiples(
    _ interval: Interval, _ decades: ClosedRange<Int>, labelled: Set<Int>
  ) -> [Tick] {
    let isPlain = decades.lowerBound >= -4 && decades.upperBound <= 6
    return decades.flatMap { decade in
      (1...9).compactMap { digit -> Tick? in
        let value = Double(digit) * pow(10, Double(decade))
        let clean = decade < 0 && decade > -300 ? Double(digit) / pow(10, Double(-decade)) : value
        guard clean > 0, interval.containsLogarithmically(clean) else { return nil }
        guard labelled.contains(digit) else { return Tick(clean) }
        return Tick(clean, isPlain ? NumberText.short(clean) : NumberText.scientific(clean, decimals: 0))
      }
    }
  }

  private static func powers(_ interval: Interval, _ decades: ClosedRange<Int>, atMost pieces: Int) -> [Tick]
  {
    let count = max(1, interval.decades)
    let stride = max(1, Int((count / Double(max(1, pieces))).rounded(.up)))
    if stride == 1 && interval.decades <= 6 {
      let minor = multiples(interval, decades, labelled: [])
      return minor.map { tick in
        let exponent = log10(tick.value).rounded()
        let isPower = (log10(tick.value) - exponent).magnitude < 1e-9
        return isPower ? Tick(tick.value, label(Int(exponent), decades)) : tick
      }
    }
    return decades.compactMap { decade in
      let value = pow(10, Double(decade))
      guard decade.isMultiple(of: stride), value > 0, value.isFinite,
        interval.containsLogarithmically(value)
      else { return nil }
      return Tick(value, label(decade, decades))
    }
  }

  /// A few powers around 1 are read more easily in full.
  private static func label(_ decade: Int, _ decades: ClosedRange<Int>) -> String {
    let isPlain = decades.lowerBound >= -3 && decades.upperBound <= 4
    return isPlain ? NumberText.short(pow(10, Double(decade))) : NumberText.powerOfTen(decade)
  }
}

extension Interval {
  /// Whether a value above 0 lies within, with a slack for rounding.
  func containsLogarithmically(_ value: Double) -> Bool {
    let place = logarithmicFraction(value)
    return place >= -1e-9 && place <= 1 + 1e-9
  }
}
