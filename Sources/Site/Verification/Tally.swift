import Engine

/// How many claims, conditions and steps hold, and how many do not.
struct Tally: Hashable {
  var claims = VerdictCounts()
  var conditions = VerdictCounts()
  /// Lines of derivations that follow, by algebra and by tests.
  var provedSteps = 0
  var testedSteps = 0
  /// Lines that nobody has verified but their author.
  var unverifiedSteps = 0

  init() {}

  /// Counts those of a lesson, in which inserted values claim nothing.
  init(_ run: LessonRun) {
    claims = run.claimCounts
    conditions = run.conditionCounts
    for line in run.directives.indices.flatMap({ run.derivationLines(of: $0) }) {
      switch line.verification {
      case .proved: provedSteps += 1
      case .tested: testedSteps += 1
      case .unverified: unverifiedSteps += 1
      case .given, .premise: break
      }
    }
  }

  /// How many claims and conditions hold.
  var proved: Int { claims.held + conditions.held }

  /// How many lines of derivations follow.
  var steps: Int { provedSteps + testedSteps }

  /// What holds, in words: `12 claims and 2 conditions are verified`.
  var words: String {
    let parts = [
      claims.held > 0 ? counted(claims.held, "claim") : nil,
      conditions.held > 0 ? counted(conditions.held, "condition") : nil,
    ]
    return "\(listed(parts.compactMap(\.self))) \(proved == 1 ? "is" : "are") verified"
  }

  /// What a lesson's page says at its foot; nil where there is nothing to say.
  var sentence: String? {
    guard proved > 0, proved == claims.count + conditions.count else { return nil }
    return "On this page \(words)."
  }

  static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum.claims = left.claims + right.claims
    sum.conditions = left.conditions + right.conditions
    sum.provedSteps += right.provedSteps
    sum.testedSteps += right.testedSteps
    sum.unverifiedSteps += right.unverifiedSteps
    return sum
  }
}

extension Tally {
  /// The counts that a reader is told, with their names; what did not happen is left out.
  var totals: [(label: String, count: Int)] {
    let all = [
      ("claims hold", claims.held), ("conditions hold", conditions.held), ("steps follow", steps),
      ("steps are not verified", unverifiedSteps), ("claims fail", claims.failed),
      ("conditions fail", conditions.failed), ("not run", claims.notRun + conditions.notRun),
    ]
    return all.filter { $0.1 > 0 || $0.0 == "claims hold" }.map { (label: $0.0, count: $0.1) }
  }
}
