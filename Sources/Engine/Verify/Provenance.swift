/// A directive of a course.
public struct DirectivePlace: Sendable, Hashable, Comparable {
  /// The lesson, by its index in the course.
  public var lesson: Int
  /// The directive, by its index in the lesson.
  public var directive: Int

  /// Names a directive.
  public init(lesson: Int, directive: Int) {
    self.lesson = lesson
    self.directive = directive
  }

  /// Directives stand in the order of the course.
  public static func < (left: DirectivePlace, right: DirectivePlace) -> Bool {
    (left.lesson, left.directive) < (right.lesson, right.directive)
  }
}

/// What a value comes from.
public struct Provenance: Sendable, Hashable {
  /// The names of the lesson that its expression uses, in order.
  public var names: [String] = []
  /// The directives that gave them, in the order of the course, those of other lessons too.
  public var directives: [DirectivePlace] = []
  /// The works that facts behind it come from, in order.
  public var sources: [ValueSource] = []
  /// Whether it is such a fact itself, and nothing was computed.
  public var isQuoted = false
}

extension Plan {
  /// The directives that some steps belong to, in the order of the course.
  func directives(behind steps: some Sequence<Int>) -> [DirectivePlace] {
    Set(steps.map { directive(of: $0) }).sorted()
  }

  /// The directive that a step belongs to.
  func directive(of step: Int) -> DirectivePlace {
    DirectivePlace(lesson: steps[step].lesson, directive: steps[step].directive)
  }
}
