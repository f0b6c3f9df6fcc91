import Engine
import LessonFormat

/// All that the script of the search needs to know of a course, as a script that sets one name.
///
/// Pages that are opened as files may load scripts and nothing else. Each section brings the beginning of its text, a
/// short course the whole; of the words behind it the index says only in which sections they are. So results show
/// where they are from, and the index of a long course stays small.
struct SearchIndex {
  /// The bytes of text in the index, over all sections.
  static let textBytes = 170_000
  /// What a section brings at least, so that a reader can tell what it is about.
  private static let fewestBytes = 40

  private var lessons: [(url: String, title: String, sections: [LessonProse.Section])] = []

  init() {}

  /// Adds a lesson behind those that were added before.
  mutating func add(_ sections: [LessonProse.Section], title: String, url: String) {
    // What cannot be found, and leads nowhere that the page's top does not, is left out.
    let kept = sections.enumerated().filter { $0 == 0 || !$1.heading.isEmpty || !$1.text.isEmpty }.map(
      \.element)
    lessons.append((url, title, kept))
  }

  /// The index as a script.
  func script() -> String {
    let limit = self.limit
    var words = WordIndex()
    let list = lessons.map { lesson -> JSON in
      let sections = lesson.sections.map { section -> JSON in
        let shown = section.text.beginning(bytes: limit)
        words.add(section.text[shown.endIndex...], besides: shown)
        return .list([.text(section.anchor), .text(section.heading), .text(String(shown))])
      }
      return .object(["url": .text(lesson.url), "title": .text(lesson.title), "sections": .list(sections)])
    }
    let (rest, common) = words.finish()
    let index = JSON.object(["lessons": .list(list), "words": .text(rest), "common": .text(common)])
    return "gradusIndex = \(index.serialized);\n"
  }

  /// The longest beginning that every section can have.
  private var limit: Int {
    let lengths = lessons.flatMap { $0.sections.map(\.text.utf8.count) }.sorted()
    var left = Self.textBytes
    for (place, length) in lengths.enumerated() {
      let share = left / (lengths.count - place)
      if length > share { return max(share, Self.fewestBytes) }
      left -= length
    }
    return Self.textBytes
  }
}
