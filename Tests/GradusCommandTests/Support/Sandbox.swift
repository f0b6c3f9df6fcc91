import Foundation
import Testing

/// A folder of one test's own, with a home and a cache; gone when the test ends.
final class Sandbox: Sendable {
  let path: String

  init() throws {
    var template = Array("\(NSTemporaryDirectory())/gradus-test-XXXXXX".utf8CString)
    _ = try #require(mkdtemp(&template))
    let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = try #require(realpath(made, nil).map { String(cString: $0) })
    try makeFolder("home")
    try makeFolder("work")
    WarmCache.copy(to: cache)
  }

  deinit {
    // What a test protected from writing has to go, too.
    _ = try? Process.run(URL(filePath: "/bin/chmod"), arguments: ["-R", "u+rwX", path]).waitUntilExit()
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Where the command runs unless a test says otherwise.
  var work: String { "\(path)/work" }
  var cache: String { "\(path)/cache" }

  /// The place of a path that starts from the folder where the command runs.
  func place(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(work)/\(path)"
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  /// Writes a file, with the folders above it.
  func write(_ text: String, to file: String) throws {
    try write(Data(text.utf8), to: file)
  }

  func write(_ bytes: Data, to file: String) throws {
    let place = place(file)
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try #require(FileManager.default.createFile(atPath: place, contents: bytes))
  }

  func read(_ file: String) throws -> String {
    String(decoding: try bytes(of: file), as: UTF8.self)
  }

  func bytes(of file: String) throws -> Data {
    try Data(contentsOf: URL(filePath: place(file)))
  }

  func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: place(file))
  }

  /// The names in a folder, hidden ones among them, in order.
  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place(folder)).sorted()
  }

  /// Every regular file below a folder with its bytes.
  func tree(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let root = place(folder)
    for case let file as String in try #require(FileManager.default.enumerator(atPath: root)) {
      var isFolder: ObjCBool = false
      let full = "\(root)/\(file)"
      if FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue {
        files[file] = try Data(contentsOf: URL(filePath: full))
      }
    }
    return files
  }

  /// Makes a symbolic link.
  func link(_ file: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: place(file), withDestinationPath: target)
  }

  /// Writes a lesson with front matter before a text.
  func writeLesson(_ text: String, to file: String, title: String = "A lesson") throws {
    try write(lesson(text, title: title), to: file)
  }

  /// Writes a course of one part with lessons by their paths from its folder.
  func writeCourse(_ folder: String, _ lessons: [String: String], settings: String = "") throws {
    let names = lessons.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    try write(
      "title: A course\n\(settings)parts:\n  - title: A part\n    lessons: [\(names)]\n",
      to: "\(folder)/course.yml")
    for (name, text) in lessons { try writeLesson(text, to: "\(folder)/\(name)") }
  }
}

/// A lesson's text: front matter of three lines and an empty one, then what is given.
func lesson(_ text: String, title: String = "A lesson") -> String {
  "---\ntitle: \(title)\n---\n\n\(text)"
}

extension Sandbox {
  /// Removes a file or a folder.
  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: place(file))
  }
}
