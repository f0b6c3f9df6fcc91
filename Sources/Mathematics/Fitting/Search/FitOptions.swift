/// When a search for coefficients gives up, and how boldly it begins.
public struct FitOptions: Hashable, Sendable {
  /// The most steps taken or tried.
  public var iterationLimit: Int
  /// The length of the first step at most, as a multiple of the length of the start; both in units of the residuals'
  /// change.
  public var firstStep: Double

  /// The usual limits.
  public init(iterationLimit: Int = 2_000, firstStep: Double = 1) {
    self.iterationLimit = iterationLimit
    self.firstStep = firstStep
  }
}
