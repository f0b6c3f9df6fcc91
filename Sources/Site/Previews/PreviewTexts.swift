import Engine
import LessonFormat

/// What stands at labels that other lessons refer to, in a few words.
///
/// They are written beside each such reference, which costs less than loading anything when a reader asks.
struct PreviewTexts: Sendable {
  private static let bytes = 180

  private var texts: [Int: [String: String]] = [:]

  /// Reads the lessons that others refer to, and no others.
  init(_ course: CourseRun, runs: [LessonRun?]) {
    for (lesson, anchors) in Self.targets(course, runs: runs) {
      guard let run = runs[lesson] else { continue }
      let prose = LessonProse(run, at: lesson, labels: course.labels)
      texts[lesson] = prose.labelled.filter { anchors.contains($0.key) && !$0.value.isEmpty }
        .mapValues { $0.shortened(bytes: Self.bytes) }
    }
  }

  /// What stands at a place of a lesson; nil where it has no words of its own.
  subscript(lesson: Int, anchor: String) -> String? { texts[lesson]?[anchor] }

  /// The places that other lessons refer to, by lesson.
  private static func targets(_ course: CourseRun, runs: [LessonRun?]) -> [Int: Set<String>] {
    var targets: [Int: Set<String>] = [:]
    for (index, run) in runs.enumerated() {
      for reference in run?.lesson.references ?? [] {
        guard case .found(let target) = course.labels.resolve(reference, from: index), target.lesson != index
        else { continue }
        targets[target.lesson, default: []].insert(target.anchor)
      }
    }
    return targets
  }
}
