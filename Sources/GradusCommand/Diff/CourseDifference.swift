import Engine

/// What moved between two runs of a course.
struct CourseDifference {
  /// Something that is on both sides and not the same.
  struct Move {
    var lesson: String
    var line: Int
    var kind: ComparedItem.Kind
    var name: String
    var old: ChangeSide
    var new: ChangeSide
    var relative: Double
  }

  /// Something that is on one side only.
  struct Single {
    var lesson: String
    var line: Int
    var kind: String
    var name: String
  }

  /// The moves, those that moved most first, then in order of place.
  private(set) var moves: [Move] = []
  private(set) var added: [Single] = []
  private(set) var removed: [Single] = []
  /// Lessons that have another path.
  private(set) var renamed: [(old: String, new: String)] = []
  /// How many moves within very large values are not listed.
  private(set) var omitted = 0
  /// How many things were compared.
  private(set) var compared = 0

  var isEmpty: Bool { moves.isEmpty && added.isEmpty && removed.isEmpty && omitted == 0 }

  init(from old: CourseRun, to new: CourseRun) {
    for pair in LessonPairs(old.runs, new.runs).pairs {
      compare(pair.old.map { old.runs[$0] }, pair.new.map { new.runs[$0] })
    }
    let order = Dictionary(new.runs.enumerated().map { ($1.lesson.file.path, $0) }) { first, _ in first }
    moves.sort { left, right in
      if left.relative != right.relative { return left.relative > right.relative }
      let places = (order[left.lesson] ?? 0, order[right.lesson] ?? 0)
      return places.0 == places.1
        ? (left.line, left.name) < (right.line, right.name) : places.0 < places.1
    }
  }

  private mutating func compare(_ old: LessonRun?, _ new: LessonRun?) {
    guard let old else {
      if let path = new?.lesson.file.path {
        added.append(Single(lesson: path, line: 1, kind: "lesson", name: path))
      }
      return
    }
    let oldPath = old.lesson.file.path
    guard let new else {
      removed.append(Single(lesson: oldPath, line: 1, kind: "lesson", name: oldPath))
      return
    }
    let path = new.lesson.file.path
    if path != oldPath { renamed.append((oldPath, path)) }
    var before = Dictionary(ComparedItem.all(of: old).map { ($0.identity, $0) }) { first, _ in first }
    for item in ComparedItem.all(of: new) {
      if let other = before.removeValue(forKey: item.identity) {
        compare(other, item, in: path)
      } else {
        added.append(single(item, in: path))
      }
    }
    removed += before.values.sorted { ($0.line, $0.identity.name) < ($1.line, $1.identity.name) }.map {
      single($0, in: oldPath)
    }
  }

  private func single(_ item: ComparedItem, in lesson: String) -> Single {
    Single(lesson: lesson, line: item.line, kind: item.identity.kind.rawValue, name: item.identity.name)
  }

  // MARK: One thing on both sides

  private mutating func compare(_ old: ComparedItem, _ new: ComparedItem, in lesson: String) {
    compared += 1
    switch (old.content, new.content) {
    case (.value(let old), .value(let value)):
      let comparison = ValueComparison(old, value)
      omitted += comparison.omitted
      for change in comparison.changes {
        move(new, in: lesson, at: change.path, change.old, change.new, change.relative)
      }
    case (.figure(let old), .figure(let drawing)):
      if old != drawing { move(new, in: lesson, .words("as it was drawn"), .words("drawn differently")) }
    case (.table(let old), .table(let table)):
      if old != table { move(new, in: lesson, .words("as it was printed"), .words("printed differently")) }
    case (.derivation(let old), .derivation(let derivation)): compare(old, derivation, new, in: lesson)
    case (.missing, .missing): break
    case (.missing, let content):
      move(new, in: lesson, .words("not computed"), .words(Self.words(for: content)))
    case (let content, .missing):
      move(new, in: lesson, .words(Self.words(for: content)), .words("not computed"))
    default: move(new, in: lesson, .words(Self.words(for: old.content)), .words(Self.words(for: new.content)))
    }
  }

  private static func words(for content: ComparedItem.Content) -> String {
    switch content {
    case .value(let value): value.formatted()
    case .figure: "a figure"
    case .table: "a table"
    case .derivation: "a derivation"
    case .missing: "not computed"
    }
  }

  /// A derivation moved where its lines did; each that is not what it was is told.
  private mutating func compare(
    _ old: Derivation, _ new: Derivation, _ item: ComparedItem, in lesson: String
  ) {
    for index in 0..<max(old.lines.count, new.lines.count) {
      let (before, after) = (line(index, of: old), line(index, of: new))
      guard before != after else { continue }
      move(
        item, in: lesson, at: ", line \(index + 1)", .words(before ?? "nothing"), .words(after ?? "nothing"))
    }
    if old.premises != new.premises {
      let sides = [old, new].map { ChangeSide.words($0.premises.joined(separator: ", ")) }
      move(item, in: lesson, at: ", its premises", sides[0], sides[1])
    }
  }

  private func line(_ index: Int, of derivation: Derivation) -> String? {
    guard derivation.lines.indices.contains(index) else { return nil }
    let line = derivation.lines[index]
    return (line.left.map { "\($0) = " } ?? "") + line.right
  }

  private mutating func move(
    _ item: ComparedItem, in lesson: String, at path: String = "", _ old: ChangeSide, _ new: ChangeSide,
    _ relative: Double = .infinity
  ) {
    moves.append(
      Move(
        lesson: lesson, line: item.line, kind: item.identity.kind, name: item.identity.name + path, old: old,
        new: new, relative: relative))
  }
}
