import LessonFormat
import SourceText

/// The bibliographies of a course: the one that `course.yml` names, and those of single lessons.
public struct Bibliographies: Sendable {
  /// A work of one of them.
  public struct Work: Sendable, Hashable {
    /// The bibliography's path from the course's folder.
    public var path: String
    /// The work's key in it.
    public var key: String
  }

  /// The bibliographies that could be read, by their paths from the course's folder.
  private(set) var files: [String: Bibliography] = [:]
  /// What is wrong with them, by their paths.
  private(set) var mistakes: [String: [Diagnostic]] = [:]
  /// Values that name what is no file of the course, by the lesson that they stand in; nil for `course.yml`.
  private(set) var unreadable: [Int?: Diagnostic] = [:]
  private var courses: String?
  private var lessons: [Int: String] = [:]

  /// Makes an empty collection.
  init() {}

  /// Reads what a course and its lessons name.
  init(of course: CourseFile, lessons: [Lesson], files: any CourseFiles) {
    if let source = course.file, let name = course.bibliography {
      courses = read(name.value, named: name, in: source, lesson: nil, files)
    }
    for (index, lesson) in lessons.enumerated() {
      guard let name = lesson.frontMatter.bibliography else { continue }
      do throws(FileProblem) {
        let path = try resolve(name.value, from: lesson.file.path)
        self.lessons[index] = read(path, named: name, in: lesson.file, lesson: index, files)
      } catch {
        unreadable[index] = Self.problem(error, with: name, in: lesson.file)
      }
    }
  }

  private mutating func read(
    _ path: String, named name: Spanned<String>, in source: SourceFile, lesson: Int?,
    _ courseFiles: any CourseFiles
  ) -> String? {
    guard files[path] == nil else { return path }
    do throws(FileProblem) {
      let file = SourceFile(path: path, bytes: try courseFiles.read(path))
      (files[path], mistakes[path]) = BibliographyReader.read(file)
      return path
    } catch {
      unreadable[lesson] = Self.problem(error, with: name, in: source)
      return nil
    }
  }

  private static func problem(
    _ problem: FileProblem, with name: Spanned<String>, in source: SourceFile
  ) -> Diagnostic {
    Diagnostic(.data, in: source, at: name.span, "\(name.value) \(problem.description)")
  }

  /// The paths of those that a lesson cites from: its own comes first.
  func paths(for lesson: Int) -> [String] {
    let all = [lessons[lesson], courses].compactMap(\.self)
    return all.first == all.last ? Array(all.prefix(1)) : all
  }

  /// Whether all that a lesson cites from could be read, so that a key that is missing is a mistake.
  func isComplete(for lesson: Int) -> Bool {
    unreadable[lesson] == nil && unreadable[nil] == nil
      && paths(for: lesson).allSatisfy { files[$0]?.isWhole == true }
  }

  /// The work that a key of a lesson means.
  public func work(_ key: String, in lesson: Int) -> Work? {
    paths(for: lesson).first { files[$0]?[key] != nil }.map { Work(path: $0, key: key) }
  }

  /// What is known of a work.
  public subscript(work: Work) -> BibliographyEntry? { files[work.path]?[work.key] }
}
