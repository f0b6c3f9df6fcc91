import LessonFormat
import SourceText

/// Reads a course: its file, then every lesson that a part names, side by side.
public struct CourseReader: Sendable {
  private let files: any CourseFiles
  private let workers: Int
  private let readLesson: @Sendable (SourceFile) -> Lesson

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - files: the course's files.
  ///   - workers: how many lessons are read at once.
  ///   - readLesson: reads one lesson; a preview remembers the lessons that have not changed here.
  public init(
    files: any CourseFiles, workers: Int,
    readLesson: @escaping @Sendable (SourceFile) -> Lesson = { LessonReader().read($0) }
  ) {
    self.files = files
    self.workers = workers
    self.readLesson = readLesson
  }

  /// Reads the course whose file is `course.yml`.
  ///
  /// - Parameters:
  ///   - extra: lessons that were asked for by name and belong to the course even where no part names them.
  ///   - includesDrafts: whether drafts that a part names take part.
  public func readCourse(extra: [String] = [], includesDrafts: Bool = false) async -> Course {
    let source: SourceFile
    do {
      source = SourceFile(path: "course.yml", bytes: try files.read("course.yml"))
    } catch {
      return unreadableCourse(error)
    }
    var (file, diagnostics) = CourseFileReader.read(source)
    file.file = source
    let named = file.parts.flatMap(\.lessons)
    let known = Set(named.map(\.value))
    let paths = named.map(\.value) + extra.filter { !known.contains($0) }
    let read = await concurrentMap(paths, workers: workers) { readFile($0) }
    for (entry, result) in zip(named, read) {
      guard case .failure(let problem) = result else { continue }
      diagnostics.append(
        Diagnostic(.course, in: source, at: entry.span, "the lesson \(entry.value) \(problem.description)"))
    }
    for (path, result) in zip(paths, read).dropFirst(named.count) {
      guard case .failure(let problem) = result else { continue }
      diagnostics.append(unreadable(path, problem))
    }
    diagnostics += strays(besides: known)
    var course = assemble(
      file, paths: paths, read: read, keepingDrafts: includesDrafts ? Set(paths) : Set(extra),
      diagnostics: diagnostics)
    course.experimentFiles = experimentFiles()
    return course
  }

  /// The folder of a course's own experiments.
  private static let experimentFolder = "Experiments"

  /// The Swift files in `Experiments`, in order of their names.
  public func experimentFiles() -> [SourceFile] {
    files.names(in: Self.experimentFolder).filter { $0.hasSuffix(".swift") }.compactMap { name in
      let path = "\(Self.experimentFolder)/\(name)"
      return (try? files.read(path)).map { SourceFile(path: path, bytes: $0) }
    }
  }

  /// Reads lessons that stand alone, each a course of one when there is only one.
  public func readLessons(_ paths: [String]) async -> Course {
    let read = await concurrentMap(paths, workers: workers) { readFile($0) }
    var file = CourseFile()
    file.parts = [CourseFile.Part(title: "", lessons: paths.map { Spanned($0, Span(at: 0)) })]
    let diagnostics = zip(paths, read).compactMap { path, result -> Diagnostic? in
      guard case .failure(let problem) = result else { return nil }
      return unreadable(path, problem)
    }
    return assemble(file, paths: paths, read: read, keepingDrafts: Set(paths), diagnostics: diagnostics)
  }

  private func unreadableCourse(_ problem: FileProblem) -> Course {
    let source = SourceFile(path: "course.yml", bytes: [])
    let diagnostic = Diagnostic(.course, in: source, at: Span(at: 0), "course.yml \(problem.description)")
    return Course(file: CourseFile(), parts: [], lessons: [], diagnostics: [diagnostic])
  }

  private func unreadable(_ path: String, _ problem: FileProblem) -> Diagnostic {
    let file = SourceFile(path: path, bytes: [])
    return Diagnostic(.course, in: file, at: Span(at: 0), "the lesson \(problem.description)")
  }

  private func readFile(_ path: String) -> Result<Lesson, FileProblem> {
    do throws(FileProblem) {
      return .success(readLesson(SourceFile(path: path, bytes: try files.read(path))))
    } catch {
      return .failure(error)
    }
  }

  private func assemble(
    _ file: CourseFile, paths: [String], read: [Result<Lesson, FileProblem>], keepingDrafts kept: Set<String>,
    diagnostics: [Diagnostic]
  ) -> Course {
    var lessons: [Lesson] = []
    var indices: [String: Int] = [:]
    var keysInDrafts: Set<String> = []
    for (path, result) in zip(paths, read) {
      guard case .success(let lesson) = result, indices[path] == nil else { continue }
      if lesson.frontMatter.isDraft, !kept.contains(path) {
        keysInDrafts.formUnion(lesson.citations.flatMap(\.items).map(\.key.value))
        continue
      }
      indices[path] = lessons.count
      lessons.append(lesson)
    }
    var parts = file.parts.map { part in
      Course.Part(title: part.title, lessons: part.lessons.compactMap { indices[$0.value] })
    }
    let placed = Set(parts.flatMap(\.lessons))
    let unplaced = lessons.indices.filter { !placed.contains($0) }
    if !unplaced.isEmpty { parts.append(Course.Part(title: "", lessons: unplaced)) }
    var course = Course(
      file: file, parts: parts.filter { !$0.lessons.isEmpty }, lessons: lessons, diagnostics: diagnostics)
    course.keysInDrafts = keysInDrafts
    course.bibliographies = Bibliographies(of: file, lessons: lessons, files: files)
    for (path, result) in zip(paths, read) where kept.contains(path) {
      if case .failure = result { course.unreadable.insert(path) }
    }
    return course
  }

  /// A Markdown file with front matter that no part names is an error at its first line, unless it is a draft.
  private func strays(besides named: Set<String>) -> [Diagnostic] {
    files.markdownFiles().compactMap { path in
      guard !named.contains(path), let bytes = try? files.read(path) else { return nil }
      let file = SourceFile(path: path, bytes: bytes)
      guard file.text(in: file.span(ofLine: 1)) == "---" else { return nil }
      guard !readLesson(file).frontMatter.isDraft else { return nil }
      return Diagnostic(
        .course, in: file, at: file.span(ofLine: 1), "no part of course.yml names this lesson",
        help: "add it to a part, or write draft: true in its front matter")
    }
  }
}
