import LessonFormat
import SourceText

/// A course as its authors wrote it: every lesson read, nothing run yet.
public struct Course: Sendable {
  /// A part with its lessons.
  public struct Part: Sendable, Hashable {
    /// The part's title; empty for the one part of a lesson without a course.
    public var title: String
    /// Indices into the course's lessons, in order.
    public var lessons: [Int]

    /// Makes a part.
    public init(title: String, lessons: [Int]) {
      self.title = title
      self.lessons = lessons
    }
  }

  /// What `course.yml` says; the defaults for a lesson without a course.
  public var file: CourseFile
  /// The parts, in order.
  public var parts: [Part]
  /// The lessons, in the order of the course.
  public let lessons: [Lesson]
  /// The files in `Experiments`, in order: Swift code that gives experiments to all lessons.
  public var experimentFiles: [SourceFile] = []
  /// The works that its lessons can cite.
  public internal(set) var bibliographies = Bibliographies()
  /// The keys that its drafts cite, which take no part but use their works.
  var keysInDrafts: Set<String> = []
  /// What is wrong with the course itself: its file, missing lessons, lessons that no part names.
  public var diagnostics: [Diagnostic]
  /// The paths of lessons that were asked for and cannot be read.
  var unreadable: Set<String> = []
  private let indices: [String: Int]

  /// Makes a course.
  public init(file: CourseFile, parts: [Part], lessons: [Lesson], diagnostics: [Diagnostic] = []) {
    self.file = file
    self.parts = parts
    self.lessons = lessons
    self.diagnostics = diagnostics
    self.indices = Dictionary(
      lessons.enumerated().map { ($1.file.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the numbers of figures begin with those of their lessons, since there are several.
  var numbersLessons: Bool { file.file != nil && lessons.count > 1 }

  /// The index of the lesson at a path from the course's folder.
  public func index(ofLesson path: String) -> Int? { indices[path] }
}
