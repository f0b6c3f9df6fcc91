import Glibc

/// A distance between ticks that a person would choose: 1, 2, 2.5 or 5 times a power of ten.
package struct RoundStep: Sendable, Hashable {
  let mantissa: Double
  let exponent: Int

  /// The smallest round step that cuts an interval into at most so many pieces.
  package init(cutting interval: Interval, atMost pieces: Int, wholeNumbers: Bool = false) {
    let count = Double(max(1, pieces))
    let least = interval.upper / count - interval.lower / count
    let start = least > 0 && least.isFinite ? Int(log10(least).rounded(.down)) : (least > 0 ? 308 : -323)
    let exponent = wholeNumbers ? max(0, start) : start
    // Whole numbers have no 2.5, but they have 25.
    let mantissas: [Double] = wholeNumbers && exponent == 0 ? [1, 2, 5] : [1, 2, 2.5, 5]
    let power = RoundStep.power(exponent)
    let mantissa = mantissas.first { mantissa in
      let isLongEnough = mantissa * power >= least * (1 - 1e-9)
      // Quarters read well by themselves, but 1.25, 1.5, 1.75 … tire the eye.
      return isLongEnough && (mantissa != 2.5 || least * count <= 5.01 * mantissa * power)
    }
    self.mantissa = mantissa ?? 1
    self.exponent = mantissa == nil ? exponent + 1 : exponent
  }

  /// The distance itself.
  package var size: Double { multiple(1) }

  /// How many digits after the decimal point its multiples need.
  var decimals: Int { max(0, -exponent + (mantissa == 2.5 ? 1 : 0)) }

  /// A whole multiple of the step, free of the noise that adding steps up would leave.
  func multiple(_ count: Double) -> Double {
    if exponent < 0 && exponent >= -300 { return count * mantissa / RoundStep.power(-exponent) }
    return count * mantissa * RoundStep.power(exponent)
  }

  /// The multiples of the step within an interval.
  package func multiples(within interval: Interval) -> [Double] {
    guard size > 0, size.isFinite else { return [] }
    let first = (interval.lower / size - 1e-9).rounded(.up)
    let last = (interval.upper / size + 1e-9).rounded(.down)
    guard last >= first, last - first <= 1_000 else { return [] }
    // Adding 0 turns −0 into 0.
    return (0...Int(last - first)).map { multiple(first + Double($0)) + 0 }
  }

  /// Further than this share of a step, an end is left where it is: the empty space would cost more than the tick
  /// at the end is worth.
  private static let farthest = 0.55

  /// The interval extended to the nearest multiples of the step, at each end where that takes little room.
  func extending(_ interval: Interval) -> Interval {
    let lower = multiple((interval.lower / size + 1e-9).rounded(.down))
    let upper = multiple((interval.upper / size - 1e-9).rounded(.up))
    guard lower.isFinite, upper.isFinite, upper > lower else { return interval }
    let extendsDown = interval.lower - lower <= size * Self.farthest
    let extendsUp = upper - interval.upper <= size * Self.farthest
    return Interval(
      spanning: extendsDown ? min(lower, interval.lower) : interval.lower,
      extendsUp ? max(upper, interval.upper) : interval.upper)
  }

  private static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }
}
