/// The files of a course, wherever they are kept.
///
/// No path leads out of the course, not even through a link.
public protocol CourseFiles: Sendable {
  /// The bytes of a file, by its path from the course's folder.
  func read(_ path: String) throws(FileProblem) -> [UInt8]
  /// Whether there is a file at a path from the course's folder.
  func exists(_ path: String) -> Bool
  /// The paths of all Markdown files in the course's folder and below, in order, without hidden folders, the
  /// site, and folders that are courses of their own.
  func markdownFiles() -> [String]
  /// The names of the files in a folder, by its path from the course's, in order; none where there is no such folder.
  func names(in folder: String) -> [String]
}

/// Why a file cannot be read.
public enum FileProblem: Error, Sendable, Hashable {
  /// There is no such file.
  case missing
  /// The path leads out of the course.
  case outside
  /// It is a folder, a device, or another thing that is no file.
  case notAFile
  /// It is larger than a reader takes.
  case tooLarge(limit: Int)
  /// The system says no, in its words.
  case refused(String)

  /// The problem in words, as the rest of a sentence that begins with the path.
  public var description: String {
    switch self {
    case .missing: "does not exist"
    case .outside: "is outside the course"
    case .notAFile: "is not a file"
    case .tooLarge(let limit): "is larger than \(limit / 1_000_000) MB"
    case .refused(let reason): "cannot be read: \(reason)"
    }
  }
}

/// The course's files as a lesson sees them: paths start from the lesson's own folder.
struct LessonFiles: Sendable {
  let course: any CourseFiles
  /// The lesson's path from the course's folder.
  let lesson: String

  /// The bytes of a file that the lesson names.
  func read(_ path: String) throws(FileProblem) -> (path: String, bytes: [UInt8]) {
    let resolved = try resolve(path, from: lesson)
    return (resolved, try course.read(resolved))
  }
}

/// The path from the course's folder of a path that a lesson names.
func resolve(_ path: String, from lesson: String) throws(FileProblem) -> String {
  guard !path.isEmpty else { throw .missing }
  guard !path.hasPrefix("/"), !path.contains("\\"), !path.unicodeScalars.contains("\0") else {
    throw .outside
  }
  var parts = lesson.split(separator: "/").dropLast().map(String.init)
  for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
    if part != ".." {
      parts.append(String(part))
    } else if parts.popLast() == nil {
      throw .outside
    }
  }
  return parts.joined(separator: "/")
}
