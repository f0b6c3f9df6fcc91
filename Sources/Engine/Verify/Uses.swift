/// What uses the results of each directive of a course: other directives, and what lessons say.
public struct Uses: Sendable {
  /// A claim or an inserted value.
  public struct ClaimPlace: Sendable, Hashable {
    /// The lesson, by its index in the course.
    public var lesson: Int
    /// The claim, by its index in the lesson.
    public var claim: Int
  }

  private var directives: [DirectivePlace: Set<DirectivePlace>] = [:]
  private var claims: [DirectivePlace: [ClaimPlace]] = [:]

  /// Finds the uses in a plan, and in what came of the lessons that were verified.
  init(plan: Plan, lessons: some Sequence<(Int, LessonRun)>) {
    for step in plan.steps.indices {
      let user = plan.directive(of: step)
      for needed in plan.steps[step].dependencies {
        let used = plan.directive(of: needed)
        if used != user { directives[used, default: []].insert(user) }
      }
    }
    for (lesson, run) in lessons {
      for (index, claim) in run.claims.enumerated() {
        for used in claim.provenance.directives {
          claims[used, default: []].append(ClaimPlace(lesson: lesson, claim: index))
        }
      }
    }
  }

  /// The directives that need what a directive gives, in the order of the course.
  public func directives(using place: DirectivePlace) -> [DirectivePlace] {
    directives[place, default: []].sorted()
  }

  /// The claims and inserted values that need what a directive gives, in the order of the course.
  public func claims(using place: DirectivePlace) -> [ClaimPlace] { claims[place, default: []] }

  /// Whether anything uses what a directive gives.
  public func isUsed(_ place: DirectivePlace) -> Bool { directives[place] != nil || claims[place] != nil }
}
