import Foundation

/// A cache in which the program's own digest is known, copied into every sandbox: to read the program anew for each
/// test is most of what a short run would do.
enum WarmCache {
  private static let template: String? = {
    let folder = "\(NSTemporaryDirectory())/gradus-test-cache-\(getpid())"
    let lesson = "\(folder)/lesson.md"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: lesson, contents: Data("---\ntitle: T\n---\n".utf8))
    let process = Process()
    process.executableURL = URL(filePath: Sandbox.executable)
    process.arguments = ["check", lesson]
    process.environment = ["XDG_CACHE_HOME": folder]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    atexit { try? FileManager.default.removeItem(atPath: WarmCache.template ?? "") }
    return folder
  }()

  /// Puts a copy below a folder.
  static func copy(to cache: String) {
    guard let template else { return }
    try? FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    try? FileManager.default.copyItem(atPath: "\(template)/gradus", toPath: "\(cache)/gradus")
  }
}
