/// What the tools are told.
///
/// The compiler's front end and the linker are called as they are: the driver would only start them, and that takes
/// as long as their work.
extension Workshop {
  private static let module = "Lesson"

  /// Tells the parser to write down the syntax of a file.
  func parsing(_ source: String) -> [String] {
    ["-frontend", "-dump-parse", "-dump-ast-format", "json", "-module-name", Self.module, source]
  }

  /// Tells the compiler to make object code of a file.
  func compiling(
    _ source: String, to object: String, diagnostics: String, headers: String, isOptimized: Bool
  ) -> [String] {
    var arguments = [
      "-frontend", "-c", "-primary-file", source, "-o", object, "-serialize-diagnostics-path", diagnostics,
      "-target", Machine.target, "-disable-objc-interop", "-module-name", Self.module,
      // Lessons share variables between cells and functions, which the later modes of the language take for a race.
      "-swift-version", "5", isOptimized ? "-O" : "-Onone", "-gline-tables-only", "-no-color-diagnostics",
      "-I", library.modules, "-module-cache-path", headers, "-resource-dir", "\(toolchain.root)/lib/swift",
      // An expression that takes too long is an error at its place.
      "-solver-expression-time-threshold=10",
    ]
    for map in library.moduleMaps { arguments += ["-Xcc", "-fmodule-map-file=\(map)"] }
    for folder in library.headers { arguments += ["-Xcc", "-isystem", "-Xcc", folder] }
    return arguments
  }

  /// Tells the linker to make a program of object code.
  func linking(_ object: String, to program: String, needsFoundation: Bool) -> [String] {
    let start = Machine.startFolders.first { File.isFile("\($0)/Scrt1.o") } ?? "/usr/lib"
    var arguments = [
      "-pie", "-dynamic-linker", Machine.loader, "-o", program, "\(start)/Scrt1.o", "\(start)/crti.o",
      toolchain.startFile, object, "-L", toolchain.libraries, "-L", library.folder, "-L", start,
      "-l\(CellLibrary.name)", "-lswiftCore", "-lc", "-lm", "--as-needed",
    ]
    arguments += Self.libraries.map { "-l\($0)" }
    if needsFoundation { arguments += Self.foundation.map { "-l\($0)" } }
    return arguments + ["\(start)/crtn.o"]
  }

  /// What programs may need of the standard library besides its core.
  private static let libraries = [
    "swiftSwiftOnoneSupport", "swift_Concurrency", "swift_StringProcessing", "swift_RegexParser",
    "swiftRegexBuilder", "swiftSynchronization", "swiftGlibc", "swiftDispatch", "dispatch", "BlocksRuntime",
  ]

  private static let foundation = [
    "Foundation", "FoundationEssentials", "FoundationInternationalization", "_FoundationICU",
  ]
}
