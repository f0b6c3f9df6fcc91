import Engine

/// How many claims and conditions hold, and how many do not.
struct Tally: Hashable {
  var claims = 0
  var conditions = 0
  var failed = 0
  var notRun = 0

  init() {}

  /// Counts those of a lesson, in which inserted values claim nothing.
  init(_ run: LessonRun) {
    for claim in run.claims + run.answers {
      switch claim.verdict {
      case .held: claims += 1
      case .failed: failed += 1
      case .notRun: notRun += claim.isInsertion ? 0 : 1
      case .inserted: break
      }
    }
    for fact in run.directives.flatMap(\.facts) {
      switch fact.holds {
      case true?: conditions += 1
      case false?: failed += 1
      case nil: notRun += 1
      }
    }
  }

  /// How many hold.
  var proved: Int { claims + conditions }

  /// What holds, in words: `12 claims and 2 conditions are verified`.
  var words: String {
    let parts = [
      claims > 0 ? counted(claims, "claim") : nil, conditions > 0 ? counted(conditions, "condition") : nil,
    ]
    return "\(listed(parts.compactMap(\.self))) \(proved == 1 ? "is" : "are") verified"
  }

  /// What a lesson's page says at its foot; nil where there is nothing to say.
  var sentence: String? {
    guard proved > 0, failed == 0, notRun == 0 else { return nil }
    return "On this page \(words)."
  }

  static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum.claims += right.claims
    sum.conditions += right.conditions
    sum.failed += right.failed
    sum.notRun += right.notRun
    return sum
  }
}
