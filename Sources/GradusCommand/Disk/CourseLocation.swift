/// A course on disk, and which of its lessons are asked for.
struct CourseLocation: Equatable, Codable {
  /// The course's folder, or the folder of a lesson without a course.
  var root: String
  /// Whether there is a `course.yml`.
  var hasCourseFile: Bool
  /// The part of the course that is asked for.
  var part = Part.everything

  /// A part of a course.
  enum Part: Equatable, Codable {
    case everything
    /// Lessons that were named, and folders whose lessons are meant, by their paths from the root.
    case some(lessons: [String], folders: [String])

    /// This part and another one.
    func union(_ other: Part) -> Part {
      guard case .some(let lessons, let folders) = self, case .some(let moreLessons, let moreFolders) = other
      else { return .everything }
      return .some(
        lessons: lessons + moreLessons.filter { !lessons.contains($0) },
        folders: folders + moreFolders.filter { !folders.contains($0) })
    }
  }

  /// The courses that paths on the command line mean: each a course's folder, a folder inside one, or a lesson.
  static func locate(_ paths: [String], from folder: String) throws(UsageError) -> [CourseLocation] {
    var locations: [CourseLocation] = []
    for path in paths.isEmpty ? ["."] : paths {
      let location = try locate(path, from: folder)
      if let index = locations.firstIndex(where: { $0.isSameCourse(as: location) }) {
        locations[index].part = locations[index].part.union(location.part)
      } else {
        locations.append(location)
      }
    }
    return locations
  }

  /// The one course that a path on the command line means, or the one of the current folder, in whole.
  static func locateCourse(_ path: String?, from folder: String) throws(UsageError) -> CourseLocation {
    var location = try locate(path ?? ".", from: folder)
    if location.hasCourseFile { location.part = .everything }
    return location
  }

  /// Lessons without a course are each a course of one, even where they lie side by side.
  private func isSameCourse(as other: CourseLocation) -> Bool {
    self == other || (hasCourseFile && other.hasCourseFile && root == other.root)
  }

  private static func locate(_ path: String, from folder: String) throws(UsageError) -> CourseLocation {
    guard !path.isEmpty else { throw UsageError("a path is empty") }
    let full = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    guard let resolved = Disk.resolvedPath(full) else { throw UsageError("\(path) does not exist") }
    if Disk.isFolder(resolved) { return try location(ofFolder: resolved, writtenAs: path) }
    guard Disk.isFile(resolved) else { throw UsageError("\(path) is neither a lesson nor a folder") }
    if lastPart(of: resolved) == "course.yml" {
      return CourseLocation(root: parentFolder(of: resolved), hasCourseFile: true)
    }
    // A link inside a course is a file of the course by its own name.
    if let parent = Disk.resolvedPath(parentFolder(of: full)), let root = courseFolder(above: parent),
      isPath(resolved, inside: root)
    {
      return try location(ofLesson: "\(parent)/\(lastPart(of: full))", in: root, writtenAs: path)
    }
    return try location(
      ofLesson: resolved, in: courseFolder(above: parentFolder(of: resolved)), writtenAs: path)
  }

  private static func location(ofFolder folder: String, writtenAs path: String) throws(UsageError)
    -> CourseLocation
  {
    guard let root = courseFolder(above: folder) else {
      throw UsageError(
        "there is no course.yml in \(path) or above it; "
          + "name a lesson, or make a course with: gradus new course NAME")
    }
    guard root != folder else { return CourseLocation(root: root, hasCourseFile: true) }
    guard !DiskCourseFiles(root: folder).markdownFiles().isEmpty else {
      throw UsageError("there are no lessons in \(path)")
    }
    return CourseLocation(
      root: root, hasCourseFile: true, part: .some(lessons: [], folders: [relativePath(folder, from: root)]))
  }

  private static func location(ofLesson path: String, in course: String?, writtenAs written: String)
    throws(UsageError) -> CourseLocation
  {
    let root = course ?? parentFolder(of: path)
    let lesson = relativePath(path, from: root)
    do {
      // Read again later with its course, which does not ask why a lesson that it was not told of is missing.
      _ = try DiskCourseFiles(root: root).read(lesson)
    } catch {
      throw UsageError("\(written) \(error.description)")
    }
    return CourseLocation(
      root: root, hasCourseFile: course != nil, part: .some(lessons: [lesson], folders: []))
  }

  /// The nearest folder at or above one that has a `course.yml`.
  static func courseFolder(above folder: String) -> String? {
    var folder = folder
    while true {
      if Disk.isFile("\(folder)/course.yml") { return folder }
      if folder == "/" { return nil }
      folder = parentFolder(of: folder)
    }
  }
}

/// A command line that asks for something there is not.
struct UsageError: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
