import Engine
import Glibc

/// The files of a course on disk.
///
/// Paths and links that lead out of its folder are refused.
struct DiskCourseFiles: CourseFiles {
  /// The course's folder, without links.
  let root: String
  /// Folders inside the course that are no part of it, such as the site.
  let excluded: Set<String>

  /// No lesson, picture or data file is larger.
  static let largestFile = 100_000_000

  /// Makes the files of a folder; the folder must exist.
  init(root: String, excluded: Set<String> = []) {
    self.root = Disk.resolvedPath(root) ?? root
    self.excluded = Set(excluded.map { Disk.resolvedPath($0) ?? $0 })
  }

  func read(_ path: String) throws(FileProblem) -> [UInt8] {
    let resolved = try locate(path)
    guard Disk.isFile(resolved) else { throw .notAFile }
    do {
      return try Disk.read(resolved, limit: Self.largestFile)
    } catch {
      if error.reason == "it is too large" { throw .tooLarge(limit: Self.largestFile) }
      throw .refused(error.reason)
    }
  }

  func exists(_ path: String) -> Bool {
    guard let resolved = try? locate(path) else { return false }
    return Disk.isFile(resolved)
  }

  /// Where a path of the course is on disk.
  func locate(_ path: String) throws(FileProblem) -> String {
    guard let resolved = Disk.resolvedPath("\(root)/\(path)") else { throw .missing }
    guard isPath(resolved, inside: root) else { throw .outside }
    return resolved
  }

  func markdownFiles() -> [String] {
    var found: [String] = []
    collect(in: "", into: &found)
    return found
  }

  func names(in folder: String) -> [String] {
    guard let resolved = try? locate(folder) else { return [] }
    return Disk.names(in: resolved).filter { Disk.isFile("\(resolved)/\($0)") }.sorted()
  }

  private func collect(in folder: String, into found: inout [String]) {
    for name in Disk.names(in: "\(root)/\(folder)") where !name.hasPrefix(".") {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let full = "\(root)/\(path)"
      var status = stat()
      guard lstat(full, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR where !isForeign(full): collect(in: path, into: &found)
      case S_IFREG where name.hasSuffix(".md"): found.append(path)
      default: break
      }
    }
  }

  /// Whether a folder below is no part of the course: a site, or a course of its own.
  private func isForeign(_ folder: String) -> Bool {
    excluded.contains(folder) || Disk.isFile("\(folder)/course.yml")
      || Disk.isFile("\(folder)/\(SiteWriter.marker)")
  }
}
