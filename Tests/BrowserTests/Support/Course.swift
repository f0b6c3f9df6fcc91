import Foundation

/// A course that a test writes, in a folder of its own.
struct Course: Sendable {
  let folder: URL

  /// Writes a course of one part with the texts of its lessons, whose titles are those of their files.
  init(_ lessons: [String: String], settings: String = "") throws {
    folder = Command.scratch.appending(path: "course-\(UUID().uuidString)")
    let names = lessons.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    try write(
      "title: A course\n\(settings)parts:\n  - title: A part\n    lessons: [\(names)]\n", to: "course.yml")
    for (name, text) in lessons { try write(Self.lesson(text, title: name), to: name) }
  }

  /// A course of whole files, by their paths.
  init(files: [String: String]) throws {
    folder = Command.scratch.appending(path: "course-\(UUID().uuidString)")
    for (path, text) in files { try write(text, to: path) }
  }

  /// A course of one lesson, `lesson.md`.
  init(_ lesson: String, settings: String = "") throws {
    try self.init(["lesson.md": lesson], settings: settings)
  }

  /// A lesson's text with front matter before it.
  static func lesson(_ text: String, title: String = "lesson.md") -> String {
    "---\ntitle: \"\(title)\"\n---\n\n\(text)\n"
  }

  func write(_ text: String, to file: String) throws {
    let place = folder.appending(path: file)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  /// Builds it with the command.
  func build() async throws -> BuiltSite {
    try await BuiltSite(building: folder)
  }
}

/// A site that the command has built.
struct BuiltSite: Sendable {
  let folder: URL

  init(at folder: URL) {
    self.folder = folder
  }

  init(building course: URL) async throws {
    folder = Command.scratch.appending(path: "site-\(UUID().uuidString)")
    try await Command.run("build", course.path, "--output", folder.path)
  }

  func page(_ path: String = "index.html") -> URL {
    folder.appending(path: path)
  }

  /// The paths of all pages, in order.
  var pages: [String] {
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".html") }.sorted()
  }
}

/// The course in `Tests/BrowserTests/Showcase`, which has every block and kind of page; built once.
enum Showcase {
  static let folder = Requirements.checkout.appending(path: "Tests/BrowserTests/Showcase")
  private static let build = Task { try await BuiltSite(building: folder) }

  static var site: BuiltSite {
    get async throws { try await build.value }
  }
}
