import Engine

/// What a lesson takes and what it proves, as the course's home tells it.
struct LessonSummary {
  private(set) var time = ReadingTime()
  private var tally = Tally()

  init() {}

  init(_ run: LessonRun, at lesson: Int, labels: LabelIndex) {
    time = ReadingTime(LessonProse(run, at: lesson, labels: labels))
    tally = Tally(run)
  }

  /// What is verified, in words: `12 claims, 2 conditions and 9 steps`; nil where nothing is.
  var proved: String? {
    let parts = [
      (tally.claims.held, "claim"), (tally.conditions.held, "condition"), (tally.steps, "step"),
    ].filter { $0.0 > 0 }
    return parts.isEmpty ? nil : listed(parts.map { counted($0.0, $0.1) })
  }

  /// Whether exactly one thing is verified.
  var provesOne: Bool { tally.proved + tally.steps == 1 }

  static func + (left: LessonSummary, right: LessonSummary) -> LessonSummary {
    var sum = left
    sum.time = left.time + right.time
    sum.tally = left.tally + right.tally
    return sum
  }
}
