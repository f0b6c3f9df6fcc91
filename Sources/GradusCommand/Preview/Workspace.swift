import Engine
import LessonFormat
import Site
import SourceText
import Synchronization
import Typesetting

/// A course that is run again after every edit.
///
/// What has not changed is remembered: lessons that were read, outcomes of experiments, formulas; and a
/// page is rendered only when somebody looks at it.
final class Workspace: Sendable {
  private struct State {
    var version = 0
    var site: Site?
    /// The site of the last run in which nothing was wrong.
    var lastGoodSite: Site?
    /// The lessons as they were last read, by their paths.
    var lessons: [String: Lesson] = [:]
    /// Pages that wait for the next version.
    var waiting: [AsyncStream<Void>.Continuation] = []
  }

  private let session: Session
  private let location: CourseLocation
  private let excluded: Set<String>
  private let engine: Engine
  private let typesetter: Typesetter
  private let theme: Theme
  private let state = Mutex(State())

  init(
    session: Session, cells: any CellRunner, location: CourseLocation, installation: Installation,
    excluded: Set<String>
  ) throws {
    self.session = session
    self.location = location
    theme = try ThemeLoader(installation: installation).load()
    self.excluded = excluded
    typesetter = session.typesetter(installation)
    engine = session.engine(typesetter, cells: cells, store: MemoryStore(below: session.store)) { _ in }
  }

  /// How often the course has changed since the preview began.
  var version: Int { state.withLock(\.version) }

  /// Reads, runs and verifies the course as it is now.
  func update() async throws -> Report {
    let files = DiskCourseFiles(root: location.root, excluded: excluded)
    let reader = CourseReader(files: files, workers: session.workers) { self.read($0) }
    let course =
      if case .some(let lessons, _) = location.part {
        await reader.readLessons(lessons)
      } else {
        await reader.readCourse(includesDrafts: true)
      }
    let run = await engine.run(course, files: files)
    let preview = state.withLock { state in
      Preview(version: state.version + 1, hasLastGood: state.lastGoodSite != nil)
    }
    // The preview is its author's, who writes the solutions too.
    let site = Site(run: run, theme: theme, typesetter: typesetter, for: .teacher, preview: preview)
    let waiting = state.withLock { state in
      state.site = site
      if run.isRight { state.lastGoodSite = site }
      state.version = preview.version
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.finish() }
    return Report(entries: [Report.Entry(location: location, run: run)])
  }

  /// Waits until the course has changed since a version, or until patience runs out.
  func waitForChange(since version: Int, patience: Duration) async {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    let isCurrent = state.withLock { state in
      if state.version == version { state.waiting.append(continuation) }
      return state.version == version
    }
    guard isCurrent else { return }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for await _ in stream {} }
      group.addTask { try? await Task.sleep(for: patience) }
      await group.next()
      group.cancelAll()
    }
  }

  /// The bytes of a path of the site; nil where there is none.
  ///
  /// - Parameter isLastGood: whether the page is to be as it was when last nothing was wrong.
  func render(_ path: String, isLastGood: Bool = false) throws -> [UInt8]? {
    guard let site = state.withLock({ isLastGood ? $0.lastGoodSite ?? $0.site : $0.site }) else { return nil }
    if let bytes = site.render(path) { return bytes }
    guard site.copiedFiles.contains(path) else { return nil }
    return try? DiskCourseFiles(root: location.root).read(path)
  }

  private func read(_ file: SourceFile) -> Lesson {
    let known = state.withLock { $0.lessons[file.path] }
    if let known, known.file.bytes == file.bytes { return known }
    let lesson = LessonReader().read(file)
    state.withLock { $0.lessons[file.path] = lesson }
    return lesson
  }
}

/// Outcomes in memory before those on disk.
final class MemoryStore: ResultStore {
  private let below: any ResultStore
  private let known = Mutex<[String: [UInt8]]>([:])

  init(below: any ResultStore) {
    self.below = below
  }

  func load(_ key: String) -> [UInt8]? {
    if let bytes = known.withLock({ $0[key] }) { return bytes }
    guard let bytes = below.load(key) else { return nil }
    known.withLock { $0[key] = bytes }
    return bytes
  }

  func save(_ bytes: [UInt8], for key: String) {
    known.withLock { $0[key] = bytes }
    below.save(bytes, for: key)
  }
}
