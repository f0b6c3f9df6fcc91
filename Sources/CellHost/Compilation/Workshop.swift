/// Where programs are made: the toolchain and the library, the sandbox that the tools run in, and their caches.
struct Workshop: Sendable {
  let toolchain: Toolchain
  let library: CellLibrary
  /// Nil where lessons are trusted and there is none.
  let sandbox: Sandbox?
  /// A folder of the user's own cache.
  let cache: String

  /// What changes when programs would be made otherwise.
  var identity: String {
    let compiler = compiling("", to: "", diagnostics: "", headers: "", isOptimized: false)
    let linker = linking("", to: "", needsFoundation: true)
    return ([toolchain.identity, library.identity] + compiler + linker).joined(separator: "\n")
  }

  /// Where programs are kept by their keys.
  var programs: String { "\(cache)/programs" }
  /// Where headers are kept as the compiler has read them.
  var headers: String { "\(cache)/headers" }
  /// Where a program is while it is made.
  var drafts: String { "\(cache)/drafts" }

  /// What the tools see, besides a folder to write.
  func room(writable: String?) -> Sandbox.Room {
    var readable = ["\(toolchain.root)/bin", "\(toolchain.root)/lib", "/usr/include"].filter(File.isFolder)
    readable += [library.folder, library.modules] + library.headers
    readable += library.moduleMaps.map(File.parent)
    return Sandbox.Room(
      readable: readable, writable: writable, scratch: CompilerLimits.output,
      environment: [
        // Libraries beside a program are looked up through /proc, which is not there.
        (name: "LD_LIBRARY_PATH", value: "\(toolchain.libraries):\(toolchain.root)/lib/swift/host/compiler"),
        (name: "LANG", value: "C.UTF-8"),
      ])
  }

  /// Runs a tool of the toolchain.
  func run(
    _ tool: String, _ arguments: [String], in room: Sandbox.Room, limits: CompilerLimits = CompilerLimits()
  ) throws(HostError) -> Job.Result {
    try Job(
      program: tool, arguments: arguments, room: room, limits: limits.values,
      watch: CompilerLimits.watch, seconds: limits.seconds
    ).run(in: sandbox)
  }
}
