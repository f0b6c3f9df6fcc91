import CLinux
import CellChannel
import Engine
import Glibc

/// Runs a compiled program and gathers what came of it.
struct ProgramRunner {
  let workshop: Workshop
  let program: CellProgram
  let source: ProgramSource
  /// The program's file.
  let path: String
  /// What is asked of it instead of running to its end.
  var request: CellRequest?

  /// What came of a run, before it is put in words.
  struct Outcome {
    var job: Job.Result
    var report: CellReport
    /// How many bytes it sent.
    var published: Int
  }

  /// Where the sandbox shows the program.
  private static let inside = "/lesson"

  func run() throws(HostError) -> CellProgramRun {
    let (outcome, explanation) = try outcome()
    return ReportReader(outcome: outcome, program: program).run(explanation: explanation)
  }

  /// What the program replied to the request, and why it stopped where it did not end.
  func replies() throws(HostError) -> (replies: [CellReply], diagnostic: CellDiagnostic?) {
    let (outcome, explanation) = try outcome()
    var current: Int?
    var replies: [CellReply] = []
    for message in outcome.report.messages {
      switch message {
      case .begin(let cell, _): current = cell
      case .reply(let bytes): replies += checked(bytes).map { [$0] } ?? []
      default: continue
      }
    }
    return (replies, explanation.diagnostic(in: current))
  }

  private func checked(_ bytes: [UInt8]) -> CellReply? {
    guard let request, let reply = CellReply(bytes) else { return nil }
    return ReplyCheck(request: request).checked(reply)
  }

  private func outcome() throws(HostError) -> (outcome: Outcome, explanation: StopExplanation) {
    let channel = try MemoryFile()
    let limits = program.limits
    let job = Job(
      program: workshop.sandbox == nil ? path : Self.inside, room: room, files: [channel, try inputs()],
      limits: systemLimits,
      watch: { Self.excess(of: $0, limits, printed: $1.count, published: channel.count) },
      seconds: limits.seconds)
    let result = try job.run(in: workshop.sandbox)
    let report = CellReport(channel.bytes(upTo: limits.published))
    let outcome = Outcome(job: result, report: report, published: channel.count)
    let symbolizer = Symbolizer(workshop: workshop, program: path, source: source)
    return (outcome, StopExplanation(outcome: outcome, limits: limits, symbolizer: symbolizer))
  }

  private func inputs() throws(HostError) -> MemoryFile {
    let inputs = program.cells.map {
      CellInputs(values: $0.inputs, figureWidth: $0.figureWidth, figureHeight: $0.figureHeight)
    }
    return try MemoryFile(CellInputs.encode(inputs, request: request?.bytes ?? []))
  }

  private var room: Sandbox.Room {
    let toolchain = workshop.toolchain.libraries
    let library = workshop.library
    let isSandboxed = workshop.sandbox != nil
    // Inside, nothing tells where things are outside.
    let folders = isSandboxed ? ["/gradus", "/swift"] : [library.folder, toolchain]
    let scratch = isSandboxed ? Sandbox.scratch : "/tmp"
    let environment = [
      (name: "LD_LIBRARY_PATH", value: folders.joined(separator: ":")),
      // The runtime's own account of a crash is long, and takes longer than most cells.
      (name: "SWIFT_BACKTRACE", value: "enable=no"), (name: "SWIFT_DETERMINISTIC_HASHING", value: "1"),
      (name: "OPENBLAS_NUM_THREADS", value: "1"), (name: "LANG", value: "C.UTF-8"),
      (name: "HOME", value: scratch), (name: "TMPDIR", value: scratch),
    ]
    return Sandbox.Room(
      mapped: [
        (outside: path, inside: Self.inside), (outside: toolchain, inside: "/swift"),
        (outside: library.file, inside: "/gradus/\(library.fileName)"),
      ], scratch: program.limits.scratch, environment: environment)
  }

  /// The system's own limits, which hold between two looks at the program.
  private var systemLimits: gradus_limits {
    let limits = program.limits
    let libraries = 1 << 30
    let stacks = limits.threads * (10 << 20)
    return gradus_limits(
      processor_seconds: UInt64(limits.processorSeconds), processor_grace: 1,
      address_space: UInt64(limits.memory * 2 + libraries + stacks),
      file_size: UInt64([limits.scratch, limits.printedInAll, limits.published].max() ?? 0), open_files: 64)
  }

  private static func excess(
    of process: Int32, _ limits: CellLimits, printed: Int, published: Int
  ) -> StopReason? {
    if printed > limits.printedInAll { return .printed }
    if published > limits.published { return .published }
    guard let use = ProcessUse(of: process) else { return nil }
    if use.memory > limits.memory { return .memory }
    return use.threads > limits.threads ? .threads : nil
  }
}
