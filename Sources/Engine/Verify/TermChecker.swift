import LessonFormat

/// Finds terms that the course defines more than once.
struct TermChecker {
  let course: Course
  let glossary: Glossary

  /// What is wrong with a lesson's terms.
  func errors(of index: Int) -> [LessonError] {
    glossary.repetitions.filter { $0.entry.lesson == index }.map { entry, first in
      let file = course.lessons[first.lesson].file
      let line = file.line(of: first.term.name.span.start)
      let place = first.lesson == index ? "on line \(line)" : "in \(file.path) on line \(line)"
      return LessonError(
        .duplicateName, at: .span(entry.term.name.span),
        "the term \(excerpt(entry.term.words)) is defined already, \(place)",
        help: "refer to it as @\(first.term.label), or name this one otherwise")
    }
  }
}
