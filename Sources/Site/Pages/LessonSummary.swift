import Engine

/// What a lesson takes and what it proves, as the course's home tells it.
struct LessonSummary {
  private(set) var time = ReadingTime()
  private var claims = 0
  private var conditions = 0
  /// Lines of derivations that were proved or tested.
  private var steps = 0

  init() {}

  init(_ run: LessonRun, at lesson: Int, labels: LabelIndex) {
    time = ReadingTime(LessonProse(run, at: lesson, labels: labels))
    let tally = Tally(run)
    (claims, conditions) = (tally.claims, tally.conditions)
    for case .derivation(let derivation) in run.directives.flatMap({ $0.run?.outcome.displays ?? [] }) {
      steps += derivation.lines.count(where: \.isVerified)
    }
  }

  /// What is verified, in words: `12 claims, 2 conditions and 9 steps`; nil where nothing is.
  var proved: String? {
    let parts = [(claims, "claim"), (conditions, "condition"), (steps, "step")].filter { $0.0 > 0 }
    return parts.isEmpty ? nil : listed(parts.map { counted($0.0, $0.1) })
  }

  /// Whether exactly one thing is verified.
  var provesOne: Bool { claims + conditions + steps == 1 }

  static func + (left: LessonSummary, right: LessonSummary) -> LessonSummary {
    var sum = left
    sum.time = left.time + right.time
    sum.claims += right.claims
    sum.conditions += right.conditions
    sum.steps += right.steps
    return sum
  }
}

extension Derivation.Line {
  fileprivate var isVerified: Bool {
    switch verification {
    case .proved, .tested: true
    case .given, .premise, .unverified: false
    }
  }
}
