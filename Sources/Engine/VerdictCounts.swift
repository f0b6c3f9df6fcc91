/// How many claims or conditions held, failed, and were not run.
public struct VerdictCounts: Sendable, Hashable {
  /// Those that hold.
  public private(set) var held = 0
  /// Those that do not hold, and claims whose text cannot be read.
  public private(set) var failed = 0
  /// Those whose expression could not be evaluated.
  public private(set) var notRun = 0

  /// Makes counts of nothing.
  public init() {}

  /// How many there are.
  public var count: Int { held + failed + notRun }

  /// The counts of two together.
  public static func + (left: VerdictCounts, right: VerdictCounts) -> VerdictCounts {
    var sum = left
    sum.held += right.held
    sum.failed += right.failed
    sum.notRun += right.notRun
    return sum
  }

  /// Counts a claim; inserted values are none, but one whose shape cannot be read is a mistake all the same.
  mutating func count(_ claim: ClaimRun) {
    switch claim.verdict {
    case .held: held += 1
    case .failed: failed += 1
    case .notRun where !claim.isInsertion: notRun += 1
    case .notRun, .inserted: break
    }
  }

  mutating func count(_ fact: Fact) {
    switch fact.holds {
    case true?: held += 1
    case false?: failed += 1
    case nil: notRun += 1
    }
  }
}
