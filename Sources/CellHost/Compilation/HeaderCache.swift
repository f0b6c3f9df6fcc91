import Engine
import Glibc

/// The headers of the system as the compiler keeps them once it has read them.
///
/// They are read for a program of the command's own, so that no lesson writes what another one's compiler reads.
struct HeaderCache: Sendable {
  let workshop: Workshop

  /// Modules of the toolchain that bring headers, and are read only for programs that name them.
  private static let optional = [
    "CellExperiments", "Dispatch", "Foundation", "FoundationEssentials", "Synchronization",
  ]

  /// The folder of headers for a program's text, which is filled where it is new, or stale since a header changed.
  func folder(for program: [UInt8], isOptimized: Bool, isStale: Bool = false) throws(HostError) -> String {
    let text = String(decoding: program, as: UTF8.self)
    let modules = ["Cells"] + Self.optional.filter { text.contains($0) }
    var digest = Digest()
    digest.append(workshop.identity)
    digest.append(.boolean(isOptimized))
    for module in modules { digest.append(module) }
    let folder = "\(workshop.headers)/\(digest.key.prefix(16))"
    if isStale || !File.isFile(marker(of: folder)) {
      try fill(folder, with: modules, isOptimized: isOptimized)
    }
    return folder
  }

  /// Whether the compiler wanted to read headers again that it must not write for a lesson.
  static func isStale(_ diagnostics: [CellDiagnostic]) -> Bool {
    diagnostics.contains { $0.message.hasPrefix("could not build C module") }
  }

  /// The file that says that a folder is filled.
  private func marker(of folder: String) -> String { "\(folder)/filled" }

  /// Fills a folder in its place, since its path is part of what is kept.
  ///
  /// The compiler itself sees to it that several may fill it at once.
  private func fill(_ folder: String, with modules: [String], isOptimized: Bool) throws(HostError) {
    try File.makeFolder(folder)
    let source = "\(folder)/headers-\(UInt32.random(in: .min ... .max)).swift"
    try File.write(Array(modules.map { "import \($0)\n" }.joined().utf8), to: source)
    let arguments = workshop.compiling(
      source, to: "/dev/null", diagnostics: "/dev/null", headers: folder, isOptimized: isOptimized)
    let result = try workshop.run(
      workshop.toolchain.compiler, arguments, in: workshop.room(writable: folder))
    unlink(source)
    guard result.ending == .status(0) else {
      throw HostError(message: "the modules for cells cannot be read: \(result.messages.firstLine)")
    }
    try File.write([], to: marker(of: folder))
  }
}
