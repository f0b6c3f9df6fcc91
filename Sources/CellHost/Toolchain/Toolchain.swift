import Glibc

/// A Swift toolchain: the compiler, the linker, and the libraries that programs need.
struct Toolchain: Sendable {
  /// The folder that holds `bin` and `lib`.
  let root: String

  var compiler: String { "\(root)/bin/swift-frontend" }
  var linker: String { "\(root)/bin/ld.lld" }
  var symbolizer: String { "\(root)/bin/llvm-symbolizer" }
  var libraries: String { "\(root)/lib/swift/linux" }
  /// What Swift programs begin with.
  var startFile: String { "\(libraries)/\(Machine.architecture)/swiftrt.o" }

  /// Takes the toolchain that a program belongs to, such as `swiftc`, links followed.
  init?(of program: String) {
    guard let resolved = File.resolved(program) else { return nil }
    self.init(root: File.parent(of: File.parent(of: resolved)))
  }

  /// Takes the toolchain in a folder; nil where it is none.
  init?(root: String) {
    self.root = root
    guard File.isFile(compiler), File.isFile(linker), File.isFile(startFile) else { return nil }
  }

  /// Finds one: where `SWIFT` says, along the path, beside a program, or around the library that programs run with.
  ///
  /// What the path has may be the command of a manager of toolchains, which leads to none by its place.
  init?(environment: [String: String], beside executable: String, around runtime: String?) {
    var candidates: [String] = []
    if let named = environment["SWIFT"] {
      candidates += [named, "\(named)/usr/bin/swiftc", "\(named)/bin/swiftc"]
    }
    candidates += (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/swiftc" }
    candidates.append("\(File.parent(of: executable))/swiftc")
    if let runtime { candidates.append("\(runtime)/../../../bin/swiftc") }
    for candidate in candidates {
      guard candidate.hasPrefix("/"), let toolchain = Toolchain(of: candidate) else { continue }
      self = toolchain
      return
    }
    return nil
  }

  /// The folder of the library of Swift that this very program runs with.
  static let runtime: String? = {
    let maps = String(decoding: File.read("/proc/self/maps", limit: 1 << 20) ?? [], as: UTF8.self)
    let line = maps.split(separator: "\n").first { $0.hasSuffix("/libswiftCore.so") }
    return line?.firstIndex(of: "/").map { File.parent(of: String(maps[$0...].prefix { $0 != "\n" })) }
  }()

  /// What changes when the toolchain does.
  var identity: String { "\(compiler) \(File.fingerprint(of: compiler))" }
}

/// The machine that programs are compiled for.
enum Machine {
  #if arch(x86_64)
    static let architecture = "x86_64"
    static let loader = "/lib64/ld-linux-x86-64.so.2"
  #else
    static let architecture = "aarch64"
    static let loader = "/lib/ld-linux-aarch64.so.1"
  #endif

  static let target = "\(architecture)-unknown-linux-gnu"

  /// Where the system keeps what C programs begin and end with.
  static let startFolders = ["/usr/lib/\(architecture)-linux-gnu", "/usr/lib64", "/usr/lib"]
}
