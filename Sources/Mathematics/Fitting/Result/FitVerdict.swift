/// Why a search for coefficients ended.
public enum FitVerdict: Hashable, Sendable, CustomStringConvertible {
  /// The slope is flat, and another step would move no coefficient noticeably.
  case converged
  /// No step lowers the objective by more than rounding does, though the slope is not quite flat.
  case limitOfArithmetic
  /// The limit of iterations was reached while the objective still fell.
  case iterationLimit
  /// The data do not determine these coefficients, counted from 0: at the end, changing them together changes nothing.
  case undetermined([Int])
  /// These coefficients, counted from 0, grew without end.
  case diverged([Int])
  /// No step lowers the objective though its slope is steep: the derivatives are wrong, or the model has no value
  /// nearby.
  case stuck
  /// The residuals, their derivatives or the sum of losses are not finite at the start.
  case notFiniteAtStart
  /// There are fewer points than coefficients.
  case tooFewPoints(points: Int, coefficients: Int)

  /// Whether the coefficients are a minimum as good as the arithmetic allows.
  public var isSuccess: Bool { self == .converged || self == .limitOfArithmetic }

  /// What a person would want to know, with coefficients counted from 0.
  public var description: String { description(names: nil) }

  /// What a person would want to know, with the coefficients by name.
  public func description(names: [String]?) -> String {
    switch self {
    case .converged: return "converged: no step makes the fit noticeably better"
    case .limitOfArithmetic: return "ended where rounding hides any further improvement"
    case .iterationLimit: return "stopped at the limit of iterations; the fit was still improving"
    case .undetermined(let places): return "the data do not determine \(Self.list(places, names))"
    case .diverged(let places): return "diverged: \(Self.list(places, names)) grew without end"
    case .stuck:
      return "stuck: no step makes the fit better though its slope is steep; "
        + "the derivatives may be wrong, or the model has no value nearby"
    case .notFiniteAtStart:
      return "the residuals, their derivatives or the sum of losses are not finite at the start"
    case .tooFewPoints(let points, let coefficients):
      if coefficients == 0 { return "there is no coefficient to search for" }
      return "\(points) points cannot determine \(coefficients) coefficients"
    }
  }

  private static func list(_ places: [Int], _ names: [String]?) -> String {
    let parts = places.map { place in
      guard let names, names.indices.contains(place) else { return "coefficient \(place)" }
      return names[place]
    }
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "any coefficient" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
