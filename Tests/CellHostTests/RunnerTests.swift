import CellHost
import Engine
import Expressions
import Foundation
import SourceText
import Testing

@Suite struct RunnerTests {
  /// A cache that only one test uses.
  private final class OwnCache {
    let path = Machine.makeCache()
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func runner(
      environment: [String: String] = Machine.environment, isSandboxed: Bool = true,
      usesOwnToolchain: Bool = false
    )
      -> CompilingCellRunner
    {
      CompilingCellRunner(
        executable: "\(Machine.binaries)/gradus", cache: path, environment: environment,
        isSandboxed: isSandboxed, usesOwnToolchain: usesOwnToolchain)
    }

    var programs: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/programs")) ?? []).sorted()
    }

    /// When each program was made.
    var dates: [Date?] {
      programs.map {
        try? FileManager.default.attributesOfItem(atPath: "\(path)/programs/\($0)/program")[.modificationDate]
          as? Date
      }
    }
  }

  @Test func anUnchangedProgramIsNeverCompiledAgain() {
    let cache = OwnCache()
    let lesson = Lesson("let x = 1\nprint(x)", "x + 1")
    let first = cache.runner().run(lesson.program)
    let dates = cache.dates
    #expect(first.isComplete)
    #expect(dates.count == 1)
    // Its cells may stand elsewhere in the lesson by now.
    var moved = lesson.program
    for index in moved.cells.indices {
      moved.cells[index].code = MappedText(moved.cells[index].code.text, at: 1000)
    }
    #expect(cache.runner().run(moved) == first)
    #expect(cache.dates == dates)
    _ = cache.runner().run(Lesson("let x = 2\nprint(x)", "x + 1").program)
    #expect(cache.programs.count == 2)
  }

  @Test func aProgramThatDoesNotCompileIsNotKept() {
    let cache = OwnCache()
    _ = cache.runner().run(Lesson("missing").program)
    #expect(cache.programs.isEmpty)
    #expect((try? FileManager.default.contentsOfDirectory(atPath: "\(cache.path)/drafts")) == [])
  }

  @Test func lessonsAreCompiledAndRunSideBySide() async {
    let cache = OwnCache()
    let runner = cache.runner()
    let runs = await withTaskGroup(of: (Int, CellProgramRun).self) { group in
      for number in 0..<6 {
        // Two by two they are the same program.
        group.addTask {
          (number, runner.run(Lesson("publish(\"n\", \(number / 2))\nprint(\(number / 2))").program))
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for number in 0..<6 {
      #expect(runs[number]?.diagnostics == [], "\(String(describing: runs[number]?.diagnostics))")
      #expect(runs[number]?.cells.first?.outcome.results["n"] == .number(Double(number / 2)))
    }
    #expect(cache.programs.count == 3)
  }

  @Test func withoutAToolchainTheFirstCellSaysSo() throws {
    let cache = OwnCache()
    let run = cache.runner(environment: ["PATH": "/nowhere"]).run(Lesson("print(1)", "print(2)").program)
    let error = try run.onlyError()
    #expect(error.message == "there is no Swift toolchain to compile this cell with")
    #expect(error.help == "install Swift, and put swiftc on the PATH or name the toolchain in SWIFT")
    #expect(error.place.cell == 0)
    #expect(run.cells.map(\.state) == [.notRun, .notRun])
  }

  @Test func theCommandsOwnToolchainWillDo() throws {
    let path = Machine.environment["PATH"]?.split(separator: ":") ?? []
    let bubblewrap = try #require(path.first { FileManager.default.isExecutableFile(atPath: "\($0)/bwrap") })
    let cache = OwnCache()
    let runner = cache.runner(environment: ["PATH": "/nowhere:\(bubblewrap)"], usesOwnToolchain: true)
    #expect(runner.run(Lesson("print(1)").program).isComplete)
  }

  @Test func theToolchainCanBeNamed() throws {
    let path = try #require(Machine.environment["PATH"])
    let folder = try #require(
      path.split(separator: ":").first { FileManager.default.isExecutableFile(atPath: "\($0)/swiftc") })
    let bubblewrap = try #require(
      path.split(separator: ":").first { FileManager.default.isExecutableFile(atPath: "\($0)/bwrap") })
    let root = URL(filePath: "\(folder)/swiftc").resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    for name in ["\(folder)/swiftc", root] {
      let cache = OwnCache()
      let runner = cache.runner(environment: ["PATH": "/nowhere:\(bubblewrap)", "SWIFT": name])
      // The folder of bubblewrap may have a compiler of its own, which is then found as well.
      #expect(runner.run(Lesson("print(1)").program).isComplete, "\(name)")
    }
  }

  @Test func withoutASandboxCellsAreRefusedUnlessTheyAreTrusted() throws {
    let cache = OwnCache()
    let path = Machine.environment["PATH"]?.split(separator: ":") ?? []
    let swift =
      path.first { FileManager.default.isExecutableFile(atPath: "\($0)/swiftc") }.map(String.init) ?? ""
    guard !FileManager.default.isExecutableFile(atPath: "\(swift)/bwrap") else { return }
    let error = try cache.runner(environment: ["PATH": swift]).run(Lesson("print(1)").program).onlyError()
    #expect(error.message == "there is no sandbox to run this cell in")
    let trusted = cache.runner(environment: ["PATH": swift], isSandboxed: false)
    let run = trusted.run(Lesson("print(1)\nlet x = [1][\"ab\".count]").program)
    #expect(run.printed == ["1\n"])
    #expect(try run.onlyError().message == "Index out of range")
  }

  @Test func whatIsInstalledNeedsNoCheckout() throws {
    let cache = OwnCache()
    let prefix = "\(cache.path)/prefix"
    let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = checkout.appending(path: "Scripts/install")
    process.arguments = [Machine.binaries, prefix]
    process.currentDirectoryURL = checkout
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    // The sandbox shows the compiler and the program what is installed, and nothing of the checkout.
    let runner = CompilingCellRunner(
      executable: "\(prefix)/bin/gradus", cache: cache.path, environment: Machine.environment)
    let run = runner.run(Lesson("let t = try Tensor([[1, 2], [3, 4]])", "publish(\"t\", try t * t)").program)
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics)")
    #expect(run.isComplete)
    let declaring = Lesson(
      """
      struct Empty: Experiment {
        static let summary = "Does nothing."
        static let results: [ResultDescription] = []
        static let example = ""
        func run(in context: Context) throws -> Outcome { Outcome() }
      }
      """)
    let answer = runner.answer(.describe, by: declaring.program)
    #expect(answer.diagnostics.isEmpty, "\(answer.diagnostics)")
    guard case .descriptions(let descriptions)? = answer.replies.first else {
      Issue.record("\(answer.replies)")
      return
    }
    #expect(descriptions.map(\.name) == ["empty"])
    // An update of the system may change a header: it is read again, and no lesson is told.
    let header = URL(filePath: "\(prefix)/lib/gradus/include/CCrashReports/CCrashReports.h")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: header.path)
    let afterwards = runner.run(Lesson("publish(\"x\", 2)").program)
    #expect(afterwards.diagnostics.isEmpty, "\(afterwards.diagnostics)")
    #expect(afterwards.isComplete)
  }

  @Test func withoutItsLibraryTheFirstCellSaysSo() throws {
    let runner = CompilingCellRunner(
      executable: "/usr/bin/true", cache: Machine.makeCache(), environment: Machine.environment)
    let error = try runner.run(Lesson("print(1)").program).onlyError()
    #expect(error.message == "the library for cells, libGradusCells.so, is not beside the command")
  }

  @Test func aCacheThatCannotBeWrittenIsAnError() throws {
    let runner = CompilingCellRunner(
      executable: "\(Machine.binaries)/gradus", cache: "/proc/nowhere", environment: Machine.environment)
    let error = try runner.run(Lesson("print(1)").program).onlyError()
    #expect(error.message.hasPrefix("cannot make the folder /proc/nowhere"), "\(error.message)")
  }

  @Test func whatDependsOnTheRunnerChangesWithIt() {
    let cache = OwnCache()
    #expect(cache.runner().identity == cache.runner().identity)
    #expect(cache.runner().identity != cache.runner(environment: ["PATH": "/nowhere"]).identity)
  }

  @Test func theKeyOfAProgramChangesWithAllThatItDependsOn() {
    func key(_ program: CellProgram) -> String {
      var digest = Digest()
      program.append(to: &digest)
      return digest.key
    }
    let program = Lesson("let x = 1", "x").program
    var others = [program, program, program, program, program]
    others[0].isOptimized = true
    others[1].limits.memory += 1
    others[2].cells[1].inputs = Record([("a", .number(1))])
    others[3].cells[0].code = MappedText("let x = 2", at: 0)
    others[4].cells[0].figureWidth = 100
    #expect(Set(([program] + others).map(key)).count == 6)
  }

  /// A command that is killed takes the programs with it that it was running.
  @Test func aProgramDoesNotOutliveTheCommand() throws {
    let cache = OwnCache()
    let process = Process()
    process.executableURL = URL(filePath: "\(Machine.binaries)/EndlessCell")
    process.arguments = ["\(Machine.binaries)/gradus", cache.path]
    process.environment = Machine.environment
    try process.run()
    // The sandbox's own processes and the program: one within the other.
    var running: [String] = []
    while running.last.map(isProgram) != true {
      try #require(process.isRunning)
      usleep(20_000)
      running = descendants(of: "\(process.processIdentifier)")
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    for _ in 0..<250 where running.contains(where: isAlive) { usleep(20_000) }
    #expect(!running.contains(where: isAlive))
  }

  /// Whether a process has the name that programs have inside the sandbox.
  private func isProgram(_ process: String) -> Bool {
    let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
    return String(decoding: line, as: UTF8.self).hasPrefix("/lesson")
  }

  /// The processes that a process started, and those that they started.
  private func descendants(of process: String) -> [String] {
    let list = FileManager.default.contents(atPath: "/proc/\(process)/task/\(process)/children") ?? Data()
    let children = String(decoding: list, as: UTF8.self).split(separator: " ").map(String.init)
    return children.flatMap { [$0] + descendants(of: $0) }
  }

  /// Whether a process runs; one that has ended, and that nobody has asked about, does not.
  private func isAlive(_ process: String) -> Bool {
    let status = FileManager.default.contents(atPath: "/proc/\(process)/stat") ?? Data()
    let state = String(decoding: status, as: UTF8.self).split(separator: ")").last?.first { $0 != " " }
    return state.map { $0 != "Z" && $0 != "X" } ?? false
  }
}
