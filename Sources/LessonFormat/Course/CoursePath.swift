/// A path of a file of the course, relative to `course.yml`.
enum CoursePath {
  /// Why a path cannot be that of a file of the course.
  struct Mistake: Error {
    var message: String
    var help: String
  }

  /// The path without `.` and `..`, so that one file has one path.
  static func normalized(_ path: String) throws(Mistake) -> String {
    if path.contains("\\") {
      throw Mistake(message: "a path with a backslash", help: "the parts of a path have “/” between them")
    }
    if path.hasPrefix("/") || isDrive(path) {
      throw Mistake(message: "an absolute path", help: "paths are relative to course.yml")
    }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        throw Mistake(message: "the path leads out of the course", help: "a course holds all of its files")
      }
    }
    guard !parts.isEmpty, !path.hasSuffix("/") else {
      throw Mistake(message: "the path of no file", help: "a lesson is a file such as part/lesson.md")
    }
    return parts.joined(separator: "/")
  }

  /// Whether it begins as a Windows drive or the scheme of an address does.
  private static func isDrive(_ path: String) -> Bool {
    guard let colon = path.firstIndex(of: ":") else { return false }
    return path[..<colon].allSatisfy { $0.isLetter } && path[path.index(after: colon)...].hasPrefix("/")
  }
}
