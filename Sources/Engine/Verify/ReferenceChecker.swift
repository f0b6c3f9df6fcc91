import LessonFormat
import SourceText

/// Finds references that lead nowhere, and labels that are given twice.
struct ReferenceChecker {
  let course: Course
  let labels: LabelIndex
  let suggestions: Suggestions

  /// What is wrong with a lesson's labels and references.
  func errors(of index: Int) -> [LessonError] {
    let lesson = course.lessons[index]
    return duplicates(in: lesson, at: index)
      + lesson.references.compactMap { unresolved($0, in: lesson, at: index) }
  }

  private func duplicates(in lesson: Lesson, at index: Int) -> [LessonError] {
    var seen: [String: Label] = [:]
    let drawn = Set(labels.numbering(of: index).directiveLabelNames)
    return lesson.labels.compactMap { label in
      if let first = seen[label.name] {
        return duplicate(label, in: lesson, "on line \(lesson.file.line(of: first.span.start))")
      }
      seen[label.name] = label
      if drawn.contains(label.name) { return duplicate(label, in: lesson, "by a directive of this lesson") }
      guard let other = labels.earlierWriter(of: label.name, than: index) else { return nil }
      return duplicate(label, in: lesson, "in \(course.lessons[other].file.path)")
    }
  }

  private func duplicate(_ label: Label, in lesson: Lesson, _ place: String) -> LessonError {
    LessonError(
      .reference, at: .span(label.span), "the label \(label.name) is taken, \(place)",
      help: "give it another name")
  }

  private func unresolved(_ reference: Reference, in lesson: Lesson, at index: Int) -> LessonError? {
    switch labels.resolve(reference, from: index) {
    case .found, .unknown: return nil
    case .missing:
      return LessonError(
        .reference, at: .span(reference.span), "nothing is labelled \(reference.name)",
        help: suggestions.didYouMean(reference.name, among: labels.names, before: "@")
          ?? missingHelp(reference))
    case .ambiguous(let lessons):
      let paths = lessons.map { course.lessons[$0].file.path }.joined(separator: " and ")
      return LessonError(
        .reference, at: .span(reference.span), "\(reference.name) may be in \(paths)",
        help: "give one of them a label of its own")
    }
  }

  private func missingHelp(_ reference: Reference) -> String? {
    switch reference.kind {
    case .figure: "a directive that draws, or an image with {#\(reference.name)} behind it, gives one"
    case .table:
      "a directive that prints a table, or a line “: caption {#\(reference.name)}” below one, gives one"
    case .equation: "{#\(reference.name)} behind the closing $$ gives one"
    case .section: "{#\(reference.name)} at the end of a heading gives one"
    case .exercise: "a directive {exercise} of this name gives one"
    case .term: "a directive {term} of this name gives one"
    }
  }
}
