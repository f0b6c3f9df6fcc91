/// Where a search for a minimum has ended, and why.
public struct Minimum: Sendable, Hashable {
  /// Why a search ended.
  public enum Verdict: Sendable, Hashable, CustomStringConvertible {
    /// The slope is as flat as was asked for.
    case converged
    /// No step makes the value smaller by more than rounding does.
    case limitOfArithmetic
    /// The last step lowered the value by no more than was asked to end the search; the slope may still be steep.
    case smallDecrease
    /// The limit of steps was reached while the value still fell.
    case stepLimit
    /// The value or its slope is not finite at the start.
    case impossibleStart

    /// Whether the search ended where it was asked to, or where rounding made it.
    public var isSuccess: Bool { self == .converged || self == .limitOfArithmetic || self == .smallDecrease }

    /// What a person would want to know.
    public var description: String {
      switch self {
      case .converged: "converged: the slope is as flat as was asked for"
      case .limitOfArithmetic: "ended where rounding hides any further decrease"
      case .smallDecrease: "stopped: the last step lowered the value by no more than was asked for"
      case .stepLimit: "stopped at the limit of steps; the value was still falling"
      case .impossibleStart: "the value or its slope is not finite at the start"
      }
    }
  }

  /// The point.
  public let point: [Double]
  /// The value there.
  public let value: Double
  /// The largest entry of the slope, leaving out what a bound holds back.
  public let slope: Double
  /// Why the search ended.
  public let verdict: Verdict
  /// How many steps were taken.
  public let steps: Int
  /// How often the value and its slope were computed.
  public let evaluations: Int
}
