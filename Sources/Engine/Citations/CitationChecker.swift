import LessonFormat
import SourceText

/// Finds citations of works that no bibliography has, and works that nobody cites.
struct CitationChecker {
  let course: Course

  private var bibliographies: Bibliographies { course.bibliographies }

  /// What is wrong with a lesson's citations.
  func errors(of lesson: Int, suggestions: Suggestions) -> [LessonError] {
    let items = course.lessons[lesson].citations.flatMap(\.items)
    guard bibliographies.isComplete(for: lesson) else { return [] }
    return items.filter { bibliographies.work($0.key.value, in: lesson) == nil }
      .map { unknown($0.key, in: lesson, suggestions) }
  }

  private func unknown(_ key: Spanned<String>, in lesson: Int, _ suggestions: Suggestions) -> LessonError {
    let paths = bibliographies.paths(for: lesson)
    guard !paths.isEmpty else {
      let place = course.file.file == nil ? "the front matter" : "course.yml"
      return LessonError(
        .citation, at: .span(key.span), "\(key.value) cannot be cited: there is no bibliography",
        help: "name one with bibliography: in \(place); write \\@ for an @ that is text")
    }
    let known = paths.flatMap { bibliographies.files[$0].map { Array($0.keys) } ?? [] }
    return LessonError(
      .citation, at: .span(key.span), "\(paths.joined(separator: " and ")) has no work \(key.value)",
      help: suggestions.didYouMean(key.value, among: known, before: "@") ?? "write \\@ for an @ that is text")
  }

  /// What is wrong with the bibliographies that some lessons cite from.
  ///
  /// Of all lessons together also the works that none of them cites.
  func diagnostics(for selection: Set<Int>?) -> [Diagnostic] {
    let lessons = selection ?? Set(course.lessons.indices)
    var paths = Set(lessons.flatMap { bibliographies.paths(for: $0) })
    if selection == nil { paths.formUnion(bibliographies.files.keys) }
    var found = paths.sorted().flatMap { bibliographies.mistakes[$0, default: []] }
    for lesson in lessons.sorted().map(Optional.some) + [nil] {
      if let problem = bibliographies.unreadable[lesson] { found.append(problem) }
    }
    return selection == nil && course.file.file != nil ? found + unused() : found
  }

  /// A work that nobody cites harms no reader: a warning, unless the course says otherwise.
  private func unused() -> [Diagnostic] {
    var cited: Set<Bibliographies.Work> = []
    for (index, lesson) in course.lessons.enumerated() {
      for item in lesson.citations.flatMap(\.items) {
        if let work = bibliographies.work(item.key.value, in: index) { cited.insert(work) }
      }
    }
    return bibliographies.files.sorted { $0.key < $1.key }.flatMap { path, bibliography in
      bibliography.entries.compactMap { entry -> Diagnostic? in
        let key = entry.key.value
        let isCited = cited.contains(.init(path: path, key: key)) || course.keysInDrafts.contains(key)
        guard !isCited else { return nil }
        return Diagnostic(
          .citation, in: bibliography.file, at: entry.key.span, "no lesson cites \(key)",
          help: "cite it, [@\(key)], or take it out", severity: .warning)
      }
    }
  }
}
