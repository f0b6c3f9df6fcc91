import Engine
import Glibc
import SourceText

/// Runs cells with the toolchain of the machine, in the sandbox of the machine.
public struct CompilingCellRunner: CellRunner {
  private enum State: Sendable {
    case ready(Workshop)
    /// Something is missing; what, and what to do.
    case refused(message: String, help: String)
  }

  private let state: State

  /// Finds what programs are made with and run in.
  ///
  /// - Parameters:
  ///   - executable: the command's own file, links followed; the library for cells is found from there.
  ///   - cache: a folder of the user's own cache, made when it is needed.
  ///   - environment: where `SWIFT` and `PATH` are looked up.
  ///   - isSandboxed: false for lessons that may do whatever their reader may.
  ///   - usesOwnToolchain: whether the toolchain that the command itself runs with will do, where nothing names another.
  public init(
    executable: String, cache: String, environment: [String: String], isSandboxed: Bool = true,
    usesOwnToolchain: Bool = true
  ) {
    let runtime = usesOwnToolchain ? Toolchain.runtime : nil
    guard let toolchain = Toolchain(environment: environment, beside: executable, around: runtime) else {
      state = .refused(
        message: "there is no Swift toolchain to compile this cell with",
        help: "install Swift, and put swiftc on the PATH or name the toolchain in SWIFT")
      return
    }
    guard let library = CellLibrary(executable: executable) else {
      state = .refused(
        message: "the library for cells, lib\(CellLibrary.name).so, is not beside the command",
        help:
          "build it with swift build --product \(CellLibrary.name), or install the command with make install")
      return
    }
    let sandbox = Self.sandbox(along: environment["PATH"] ?? "")
    guard sandbox != nil || !isSandboxed else {
      state = .refused(
        message: "there is no sandbox to run this cell in",
        help: "install bubblewrap, or trust the lesson and run its cells without a sandbox")
      return
    }
    state = .ready(
      Workshop(toolchain: toolchain, library: library, sandbox: isSandboxed ? sandbox : nil, cache: cache))
  }

  private static func sandbox(along path: String) -> Sandbox? {
    path.split(separator: ":").map { "\($0)/bwrap" }.first { $0.hasPrefix("/") && access($0, X_OK) == 0 }
      .map(Sandbox.init)
  }

  /// The toolchain and the library.
  public var identity: String {
    switch state {
    case .ready(let workshop): workshop.identity
    case .refused(let message, _): message
    }
  }

  /// Compiles and runs a program.
  public func run(_ program: CellProgram) -> CellProgramRun {
    let nothing = program.cells.map { _ in CellRun() }
    guard !program.cells.isEmpty else { return CellProgramRun(cells: []) }
    do throws(HostError) {
      guard case .ready(let workshop) = state else { throw HostError(message: "") }
      let compilation = try ProgramCompiler(workshop: workshop).compile(program)
      guard let path = compilation.program else {
        return CellProgramRun(cells: nothing, diagnostics: compilation.diagnostics)
      }
      var run = try ProgramRunner(
        workshop: workshop, program: program, source: compilation.source, path: path
      ).run()
      run.diagnostics = compilation.diagnostics + run.diagnostics
      return run
    } catch {
      return CellProgramRun(cells: nothing, diagnostics: [refusal(error)])
    }
  }

  /// Compiles a program, and asks it something.
  public func answer(_ request: CellRequest, by program: CellProgram) -> CellAnswer {
    do throws(HostError) {
      guard case .ready(let workshop) = state else { throw HostError(message: "") }
      let compilation = try ProgramCompiler(workshop: workshop).compile(program)
      guard let path = compilation.program else { return CellAnswer(diagnostics: compilation.diagnostics) }
      let runner = ProgramRunner(
        workshop: workshop, program: program, source: compilation.source, path: path, request: request)
      let (replies, diagnostic) = try runner.replies()
      return CellAnswer(
        replies: replies, diagnostics: compilation.diagnostics + (diagnostic.map { [$0] } ?? []))
    } catch {
      return CellAnswer(diagnostics: [refusal(error)])
    }
  }

  private func refusal(_ error: HostError) -> CellDiagnostic {
    let place = CellPlace(cell: 0, start: 0, end: 0)
    guard case .refused(let message, let help) = state else {
      return CellDiagnostic(error.message, at: place)
    }
    return CellDiagnostic(message, at: place, help: help)
  }
}
