import Engine
import FoundationEssentials
import Synchronization

/// What the named results of a course were made of when they were last run: one file a lesson.
///
/// A line begins with the state and the name, so that a check after which nothing has changed reads no JSON and
/// writes nothing.
final class DiskJournal: RunJournal {
  /// A note, with what had changed when it was made.
  struct Note: Codable {
    var record: RunRecord
    /// Nil for the first note.
    var changes: [String]?
  }

  private struct Line {
    var state: String
    var json: String
  }

  private struct Lesson {
    /// What was on disk when the lesson was first asked for.
    var earlier: [String: Line] = [:]
    var lines: [String: Line] = [:]
    var hasChanged = false
  }

  private let store: DiskStore
  private let course: String
  private let lessons = Mutex<[String: Lesson]>([:])

  init(folder: String, course: String) {
    store = DiskStore(folder: folder)
    self.course = course
  }

  func state(of name: String, in lesson: String) -> String? {
    lessons.withLock { read(lesson, &$0).lines[name]?.state }
  }

  func note(_ record: RunRecord, of name: String, in lesson: String) {
    let before = self.note(of: name, in: lesson)
    let note = Note(record: record, changes: before.map { record.changes(since: $0.record) })
    guard let json = try? JSONEncoder().encode(note) else { return }
    lessons.withLock { lessons in
      var changed = read(lesson, &lessons)
      changed.lines[name] = Line(state: record.state, json: String(decoding: json, as: UTF8.self))
      changed.hasChanged = true
      lessons[lesson] = changed
    }
  }

  /// What was noted last; nil where nothing was.
  func note(of name: String, in lesson: String) -> Note? {
    decode(lessons.withLock { read(lesson, &$0).lines[name] })
  }

  /// What was noted by an earlier command; nil where nothing was.
  func earlierNote(of name: String, in lesson: String) -> Note? {
    decode(lessons.withLock { read(lesson, &$0).earlier[name] })
  }

  private func decode(_ line: Line?) -> Note? {
    line.flatMap { try? JSONDecoder().decode(Note.self, from: Data($0.json.utf8)) }
  }

  /// Keeps what was noted for the next time.
  func save() {
    lessons.withLock { lessons in
      for (path, lesson) in lessons where lesson.hasChanged {
        let lines = lesson.lines.sorted { $0.key < $1.key }.map { name, line in
          "\(line.state)\t\(name)\t\(line.json)\n"
        }
        store.save(Array(lines.joined().utf8), for: key(of: path))
        lessons[path]?.hasChanged = false
      }
    }
  }

  private func read(_ path: String, _ lessons: inout [String: Lesson]) -> Lesson {
    if let known = lessons[path] { return known }
    var lesson = Lesson()
    let text = store.load(key(of: path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 2).map(String.init)
      if parts.count == 3 { lesson.lines[parts[1]] = Line(state: parts[0], json: parts[2]) }
    }
    lesson.earlier = lesson.lines
    lessons[path] = lesson
    return lesson
  }

  private func key(of lesson: String) -> String {
    var digest = Digest()
    digest.append("journal")
    digest.append(course)
    digest.append(lesson)
    return digest.key
  }
}
