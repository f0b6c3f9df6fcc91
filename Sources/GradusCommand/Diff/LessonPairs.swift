import Engine
import LessonFormat

/// Which lesson of a course is which of another revision: by path, or else by what most of its lines say.
struct LessonPairs {
  /// Indices of runs; nil for a lesson that is on one side only.
  private(set) var pairs: [(old: Int?, new: Int?)] = []

  /// Of a renamed lesson at least this share of the lines is what it was.
  private static let leastShared = 0.5

  init(_ old: [LessonRun], _ new: [LessonRun]) {
    let places = Dictionary(old.indices.map { (old[$0].lesson.file.path, $0) }) { first, _ in first }
    var partners = new.map { places[$0.lesson.file.path] }
    let known = Set(partners.compactMap(\.self))
    var left = old.indices.filter { !known.contains($0) }
    let oldLines = Dictionary(uniqueKeysWithValues: left.map { ($0, Self.lines(of: old[$0].lesson)) })
    for index in new.indices where partners[index] == nil && !left.isEmpty {
      let lines = Self.lines(of: new[index].lesson)
      let likeness = left.map { Self.share(of: oldLines[$0] ?? [:], in: lines) }
      guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }),
        likeness[best] >= Self.leastShared
      else { continue }
      partners[index] = left.remove(at: best)
    }
    pairs = new.indices.map { (partners[$0], $0) } + left.map { ($0, nil) }
  }

  /// How often each line stands in a lesson.
  private static func lines(of lesson: Lesson) -> [String: Int] {
    let file = lesson.file
    let lines = (1...file.lineCount).map { file.text(in: file.span(ofLine: $0)) }
    return Dictionary(lines.filter { !$0.isEmpty }.map { ($0, 1) }, uniquingKeysWith: +)
  }

  private static func share(of old: [String: Int], in new: [String: Int]) -> Double {
    let shared = old.reduce(0) { $0 + min($1.value, new[$1.key] ?? 0) }
    let most = max(old.values.reduce(0, +), new.values.reduce(0, +))
    return most == 0 ? 0 : Double(shared) / Double(most)
  }
}
