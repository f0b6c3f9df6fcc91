import CellChannel
import Engine
import Glibc
import SourceText

/// Makes programs of cells, each once: they are kept under a digest of all that they are made of.
struct ProgramCompiler: Sendable {
  let workshop: Workshop

  /// What came of compiling.
  struct Compilation: Sendable {
    /// The program's file; nil where it does not compile.
    var program: String?
    var source: ProgramSource
    /// Errors and warnings.
    var diagnostics: [CellDiagnostic]
  }

  /// Compiles a program, or finds it where it was kept.
  func compile(_ program: CellProgram) throws(HostError) -> Compilation {
    let plain = ProgramSource(program.cells)
    let folder = "\(workshop.programs)/\(key(of: program, plain))"
    if let kept = kept(in: folder, program.cells) { return kept }
    let draft = try File.makeTemporaryFolder(in: workshop.drafts)
    defer { File.removeFolder(draft) }
    let compilation = try compile(program, plain, in: draft)
    guard compilation.program != nil else { return compilation }
    for name in ["program.o", "program.swift"] { unlink("\(draft)/\(name)") }
    try File.makeFolder(workshop.programs)
    // Where another run was faster, its program is as good.
    if rename(draft, folder) != 0, !File.isFile("\(folder)/program") {
      throw HostError("keep a program in \(workshop.programs)")
    }
    return Compilation(
      program: "\(folder)/program", source: compilation.source, diagnostics: compilation.diagnostics)
  }

  private func key(of program: CellProgram, _ source: ProgramSource) -> String {
    var digest = Digest()
    digest.append(workshop.identity)
    digest.append(.boolean(program.isOptimized))
    digest.append(bytes: source.bytes)
    return digest.key
  }

  private func kept(in folder: String, _ cells: [Cell]) -> Compilation? {
    guard File.isFile("\(folder)/program"),
      let list = File.read("\(folder)/expressions", limit: CompilerLimits.output),
      let diagnostics = File.read("\(folder)/program.dia", limit: CompilerLimits.output)
    else { return nil }
    let expressions = String(decoding: list, as: UTF8.self).split(separator: " ").map { Int($0) }
    let source = ProgramSource(cells, expressions: expressions)
    return Compilation(
      program: "\(folder)/program", source: source,
      diagnostics: CompilerDiagnostics(diagnostics, of: source).diagnostics)
  }

  private func compile(
    _ program: CellProgram, _ plain: ProgramSource, in draft: String
  ) throws(HostError) -> Compilation {
    let path = "\(draft)/program.swift"
    try File.write(plain.bytes, to: path)
    let expressions = try lastExpressions(of: program.cells, plain, at: path, in: draft)
    let source = ProgramSource(program.cells, expressions: expressions)
    try File.write(source.bytes, to: path)
    let list = expressions.map { $0.map(String.init) ?? "-" }.joined(separator: " ")
    try File.write(Array(list.utf8), to: "\(draft)/expressions")
    let limits = CompilerLimits(processorSeconds: program.limits.compilerSeconds)
    var (result, diagnostics) = try makeObject(of: program, source, in: draft, limits)
    if HeaderCache.isStale(diagnostics) {
      (result, diagnostics) = try makeObject(of: program, source, in: draft, limits, isStale: true)
    }
    guard result.ending == .status(0) else {
      if !diagnostics.contains(where: { $0.severity == .error }) {
        diagnostics.append(CompilerFailure(result, limits).diagnostic)
      }
      return Compilation(program: nil, source: source, diagnostics: diagnostics)
    }
    let failure = try link(draft, needsFoundation: source.importsFoundation)
    return Compilation(
      program: failure == nil ? "\(draft)/program" : nil, source: source,
      diagnostics: diagnostics + (failure.map { [$0] } ?? []))
  }

  /// Runs the compiler's front end.
  private func makeObject(
    of program: CellProgram, _ source: ProgramSource, in draft: String, _ limits: CompilerLimits,
    isStale: Bool = false
  ) throws(HostError) -> (result: Job.Result, diagnostics: [CellDiagnostic]) {
    let headers = try HeaderCache(workshop: workshop).folder(
      for: source.bytes, isOptimized: program.isOptimized, isStale: isStale)
    var room = workshop.room(writable: draft)
    room.readable.append(headers)
    let arguments = workshop.compiling(
      "\(draft)/program.swift", to: "\(draft)/program.o", diagnostics: "\(draft)/program.dia",
      headers: headers, isOptimized: program.isOptimized)
    let result = try workshop.run(workshop.toolchain.compiler, arguments, in: room, limits: limits)
    let bytes = File.read("\(draft)/program.dia", limit: CompilerLimits.output) ?? []
    return (result, CompilerDiagnostics(bytes, of: source).diagnostics)
  }

  private func lastExpressions(
    of cells: [Cell], _ plain: ProgramSource, at path: String, in draft: String
  ) throws(HostError) -> [Int?] {
    let result = try workshop.run(
      workshop.toolchain.compiler, workshop.parsing(path), in: workshop.room(writable: draft))
    // What cannot be parsed is left as it is: the compiler says what is wrong.
    guard result.ending == .status(0) else { return cells.map { _ in nil } }
    let dump = result.output.bytes(upTo: CompilerLimits.output)
    return LastExpressions(dump: dump, source: plain, cellCount: cells.count).starts
  }

  private func link(_ draft: String, needsFoundation: Bool) throws(HostError) -> CellDiagnostic? {
    let arguments = workshop.linking(
      "\(draft)/program.o", to: "\(draft)/program", needsFoundation: needsFoundation)
    let result = try workshop.run(
      workshop.toolchain.linker, arguments, in: workshop.room(writable: draft))
    guard result.ending != .status(0) else { return nil }
    return CellDiagnostic(
      "the program cannot be linked: \(result.messages.firstLine)",
      at: CellPlace(cell: 0, start: 0, end: 0))
  }
}

/// A compiler that ended without saying what is wrong with the program.
private struct CompilerFailure {
  private let result: Job.Result
  private let limits: CompilerLimits

  init(_ result: Job.Result, _ limits: CompilerLimits) {
    self.result = result
    self.limits = limits
  }

  var diagnostic: CellDiagnostic {
    let message =
      switch result.stop {
      case .time: "the compiler took longer than \(limits.seconds) s, the limit"
      case .memory: "the compiler took more than \(CompilerLimits.memory >> 20) MiB of memory, the limit"
      default: ended
      }
    return CellDiagnostic(message, at: CellPlace(cell: 0, start: 0, end: 0))
  }

  private var ended: String {
    // The sandbox tells of a signal as shells do.
    switch result.ending {
    case .status(128 + SIGKILL), .signal(SIGKILL):
      "the compiler took longer than \(limits.processorSeconds) s, the limit"
    case .status, .signal: "the compiler failed: \(result.messages.firstLine)"
    }
  }
}
