import LessonFormat

/// Finds figures that say nothing to those who cannot see them.
///
/// Plots make their words from their data; an experiment of one's own may draw something else and forget them.
struct AlternativeChecker {
  let lesson: Lesson
  let directives: [DirectiveRun]

  /// A mistake for each directive that shows such a figure.
  func errors() -> [LessonError] {
    zip(lesson.directives, directives).compactMap { directive, run in
      guard directive.display.showsOutput, let place = firstMuteFigure(of: run, directive.display) else {
        return nil
      }
      return LessonError(
        .experiment, at: .span(directive.name.span),
        "its figure \(place + 1) has no description, so it says nothing to those who cannot see it",
        help: place == 0
          ? "add fig-alt: and what the figure shows, or let the experiment describe it"
          : "let the experiment describe it")
    }
  }

  /// The first figure without words; those of the author are for the first one.
  private func firstMuteFigure(of run: DirectiveRun, _ display: DisplayOptions) -> Int? {
    let displays = run.run?.outcome.displays ?? []
    let descriptions = displays.compactMap {
      if case .figure(let figure) = $0 { figure.description } else { nil }
    }
    return descriptions.enumerated().first { index, description in
      !description.contains { $0.isLetter || $0.isNumber }
        && (index > 0 || display.figureAlternative == nil)
    }?.offset
  }
}
