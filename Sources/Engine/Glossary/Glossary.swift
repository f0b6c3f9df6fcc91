import LessonFormat
import SourceText

/// The terms of a course, in the order of its lessons.
///
/// A term whose directive is not shown is in no glossary: nothing could lead to it.
public struct Glossary: Sendable {
  /// A term and where it is defined.
  public struct Entry: Sendable {
    /// The lesson, by its index in the course.
    public var lesson: Int
    /// The directive, by its index in the lesson.
    public var directive: Int
    /// The term.
    public var term: Term
  }

  /// Every term that is defined first under its name.
  public private(set) var entries: [Entry] = []
  /// What is defined again, with the entry that came first.
  private(set) var repetitions: [(entry: Entry, first: Entry)] = []
  private var labels: [String: Int] = [:]
  private var words: [String: Int] = [:]

  /// Collects the terms of a course.
  public init(_ course: Course) {
    for (index, lesson) in course.lessons.enumerated() {
      for (place, directive) in lesson.directives.enumerated() where directive.display.showsOutput {
        guard let term = directive.term else { continue }
        add(Entry(lesson: index, directive: place, term: term))
      }
    }
  }

  /// Two terms are one where their labels are the same, or their words in any case of letters.
  private mutating func add(_ entry: Entry) {
    let folded = entry.term.words.lowercased()
    if let first = labels[entry.term.label] ?? words[folded] {
      repetitions.append((entry, entries[first]))
      return
    }
    labels[entry.term.label] = entries.count
    words[folded] = entries.count
    entries.append(entry)
  }
}

extension Glossary {
  /// What the terms' labels lead to, by lesson and label.
  var targets: [Int: [String: LabelIndex.Target]] {
    entries.reduce(into: [:]) { targets, entry in
      let label = entry.term.label
      targets[entry.lesson, default: [:]][label] = LabelIndex.Target(
        lesson: entry.lesson, kind: .term, number: nil, anchor: label, title: entry.term.words)
    }
  }
}
