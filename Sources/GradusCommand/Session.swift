import CLinux
import Catalogue
import Engine
import Glibc
import LessonFormat
import Site
import SourceText
import Synchronization
import Typesetting

/// All that commands share: where things are, what is kept between runs, how a course is run.
struct Session: Sendable {
  let environment: [String: String]
  let folder: String
  let workers: Int

  /// Gathers what is shared.
  ///
  /// - Parameter workers: how many steps run at once; without it, as many as there are processors.
  init(workers: Int? = nil) {
    environment = Dictionary(
      uniqueKeysWithValues: environmentEntries().map { ($0.name, $0.value) })
    folder = Disk.currentFolder
    self.workers = max(1, workers ?? Int(gradus_processor_count()))
  }

  /// The directives there are.
  static let registry = Registry(Catalogue.experiments + AddedExperiments.all)

  /// Where outcomes are kept.
  var store: any ResultStore {
    CacheFolder(environment: environment).map { DiskStore(folder: $0.results) } ?? NoResultStore()
  }

  /// What was noted of the results of a course.
  func journal(of location: CourseLocation) -> DiskJournal? {
    CacheFolder(environment: environment).map { DiskJournal(folder: $0.journal, course: location.root) }
  }

  /// Sets mathematics and code, and remembers what it has set.
  func typesetter(_ installation: Installation) -> Typesetter {
    let digests = FileDigests(store: store)
    let cache = CacheFolder(environment: environment)
    return Typesetter(
      sources: { try installation.typesettingSources() },
      version: installation.typesettingFiles.map(digests.digest).joined(separator: " "),
      store: cache.map { DiskFragmentStore(folder: $0.fragments) },
      programs: cache.map { DiskFragmentStore(folder: $0.programs) }, engines: workers)
  }

  /// An engine that keeps its outcomes in a store, the one on disk unless another is given.
  func engine(
    _ typesetter: Typesetter, cells: any CellRunner, checksTwice: Bool = false,
    store kept: (any ResultStore)? = nil, journal: (any RunJournal)? = nil,
    executor: (any RunExecutor)? = nil,
    progress: @escaping @Sendable (Progress) -> Void
  ) -> Engine {
    let start = ContinuousClock.now
    return Engine(
      registry: Self.registry, store: kept ?? store, typesetter: typesetter, cells: cells,
      checksTwice: checksTwice, journal: journal, executor: executor,
      program: FileDigests(store: store).digest(of: Installation.program),
      workers: workers, clock: { start.duration(to: .now) }, progress: progress)
  }

  /// Reads, runs and verifies what a location asks for.
  func run(
    _ location: CourseLocation, engine: Engine, excluding excluded: Set<String> = []
  ) async -> CourseRun {
    let (course, files, selection) = await read(location, excluding: excluded)
    return await engine.run(course, files: files, selection: selection)
  }

  /// Reads a course with what a location asks for of it; nil stands for all of its lessons.
  func read(
    _ location: CourseLocation, excluding excluded: Set<String> = []
  ) async -> (Course, DiskCourseFiles, selection: Set<Int>?) {
    let files = DiskCourseFiles(root: location.root, excluded: excluded)
    let reader = CourseReader(files: files, workers: workers)
    guard case .some(let named, let folders) = location.part else {
      return (await reader.readCourse(), files, nil)
    }
    guard location.hasCourseFile else {
      return (await reader.readLessons(named), files, nil)
    }
    let inFolders = lessons(in: folders, of: files)
    let asked = Set(named + inFolders)
    let course = await reader.readCourse(extra: named + inFolders.filter { !named.contains($0) })
    let selection = course.lessons.indices.filter { index in
      let lesson = course.lessons[index]
      return asked.contains(lesson.file.path)
        && (!lesson.frontMatter.isDraft || named.contains(lesson.file.path))
    }
    return (course, files, Set(selection))
  }

  /// The Markdown files with front matter in some folders of a course; other Markdown is no lesson.
  private func lessons(in folders: [String], of files: DiskCourseFiles) -> [String] {
    guard !folders.isEmpty else { return [] }
    return files.markdownFiles().filter { path in
      folders.contains { isPath(path, inside: $0) }
        && (try? files.read(path))?.starts(with: Array("---".utf8)) == true
    }
  }
}

/// The variables of the environment.
private func environmentEntries() -> [(name: String, value: String)] {
  var entries: [(name: String, value: String)] = []
  for name in [
    "HOME", "XDG_CACHE_HOME", "TERM", "NO_COLOR", "CI", "PATH", "SWIFT", "TMPDIR", "XDG_CONFIG_HOME",
  ] {
    if let value = getenv(name) { entries.append((name, String(cString: value))) }
  }
  return entries
}
