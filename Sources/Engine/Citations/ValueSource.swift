import Expressions
import LessonFormat

/// Works from which values come, as a directive names them: `source: "@brown2020"`.
public struct ValueSource: Sendable, Hashable, Comparable {
  /// The lesson of the directive, by its index in the course.
  public var lesson: Int
  /// The directive, by its index in the lesson.
  public var directive: Int
  /// What it says, by its index among the lesson's citations.
  public var citation: Int

  /// Orders by place in the course.
  public static func < (left: ValueSource, right: ValueSource) -> Bool {
    (left.lesson, left.directive, left.citation) < (right.lesson, right.directive, right.citation)
  }
}

extension Plan {
  /// Beyond so many sources of one value nobody reads.
  private static let mostSources = 20

  /// What directives name as the source of their own values.
  func ownSource(of step: Step, in course: Course) -> ValueSource? {
    course.lessons[step.lesson].directives[step.directive].citedSource.map {
      ValueSource(lesson: step.lesson, directive: step.directive, citation: $0)
    }
  }

  /// Finds the sources of all steps: they travel with values, whatever is computed from them.
  mutating func traceSources(in course: Course) {
    guard course.lessons.contains(where: { $0.directives.contains { $0.citedSource != nil } }) else { return }
    for index in steps.indices {
      var sources = Set(steps[index].dependencies.flatMap { steps[$0].sources })
      if let own = ownSource(of: steps[index], in: course) { sources.insert(own) }
      steps[index].sources = Array(sources.sorted().prefix(Self.mostSources))
    }
  }

  /// The sources of the values of some steps together.
  func sources(of steps: some Sequence<Int>) -> [ValueSource] {
    Array(Set(steps.flatMap { self.steps[$0].sources }).sorted().prefix(Self.mostSources))
  }

  /// What the value of an expression comes from.
  func provenance(
    of expression: Expression, _ resolution: NameResolver.Resolution, in course: Course
  ) -> Provenance {
    var provenance = Provenance(
      names: resolution.meanings.keys.sorted(), directives: directives(behind: resolution.dependencies),
      sources: sources(of: resolution.dependencies))
    guard case .path = expression.form, !provenance.sources.isEmpty else { return provenance }
    provenance.isQuoted = resolution.dependencies.allSatisfy { ownSource(of: steps[$0], in: course) != nil }
    return provenance
  }
}

extension ParameterDescription {
  /// What `gradus explain` says of the option that directives with facts have.
  static let source = ParameterDescription(
    name: SourceReader.key, type: "keys of the bibliography", isRequired: false,
    help: "Where the values come from: \"@brown2020, table 3\", with a semicolon between several.")
}
