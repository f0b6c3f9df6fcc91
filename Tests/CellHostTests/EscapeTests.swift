import CellHost
import Engine
import Expressions
import Foundation
import Testing

/// Programs that try to get out, for real.
@Suite struct EscapeTests {
  private func results(of code: String) throws -> Record {
    let run = Lesson(code).run()
    #expect(run.diagnostics.filter { $0.severity == .error }.isEmpty, "\(run.diagnostics)")
    return try #require(run.cells.first?.outcome.results)
  }

  @Test(arguments: [
    "/etc/shadow", "/etc/passwd", "/root", "/home", "/tmp", "/proc", "/proc/self/maps", "/proc/1/environ",
    "/sys", "/usr/bin", "/bin/sh", "/var", Machine.cache, Machine.binaries, NSHomeDirectory(),
    FileManager.default.currentDirectoryPath,
  ])
  func nothingOutsideCanBeRead(_ path: String) throws {
    #expect(access(path, F_OK) == 0 || path.hasPrefix("/proc/1"), "\(path) is not there anyway")
    let found = try results(
      of: """
        let path = \"\(path)\"
        publish("file", open(path, O_RDONLY) >= 0)
        publish("folder", opendir(path) != nil)
        """)
    #expect(found == Record([("file", .boolean(false)), ("folder", .boolean(false))]))
  }

  @Test func nothingCanBeWrittenButTheScratchFolder() throws {
    let outside = "\(Machine.cache)/escaped-\(UUID().uuidString)"
    let found = try results(
      of: """
        func canWrite(_ path: String) -> Bool { open(path, O_WRONLY | O_CREAT, 0o600) >= 0 }
        publish("written", ["/x", "/dev/x", "/dev/shm/x", "/usr/x", "/usr/lib/x", "/etc/x", "/gradus/x", "/swift/x",
          "/lesson", "/tmp/x", "\(outside)"].filter(canWrite))
        publish("scratch", canWrite("/scratch/x"))
        publish("here", canWrite("here"))
        publish("made", mkdir("/new", 0o700) == 0)
        """)
    #expect(found["written"] == .vector([]) || found["written"] == .list([]))
    #expect(found["scratch"] == .boolean(true))
    #expect(found["here"] == .boolean(true))
    #expect(found["made"] == .boolean(false))
    #expect(!FileManager.default.fileExists(atPath: outside))
  }

  @Test func whatIsWrittenIsGoneForTheNextProgram() throws {
    let code = "publish(\"is new\", open(\"mine\", O_WRONLY | O_CREAT | O_EXCL, 0o600) >= 0)"
    for _ in 1...2 { #expect(try results(of: code)["is new"] == .boolean(true)) }
  }

  @Test func thereIsNoNetwork() throws {
    let found = try results(
      of: """
        publish("sockets", [AF_INET, AF_INET6, AF_UNIX, 16].filter { socket($0, 1, 0) >= 0 || socket($0, 2, 0) >= 0 })
        var pair: [Int32] = [0, 0]
        publish("pair", socketpair(AF_UNIX, 1, 0, &pair) == 0)
        """)
    #expect(found["sockets"] == .vector([]))
    #expect(found["pair"] == .boolean(false))
  }

  @Test func theEnvironmentIsNotTheReaders() throws {
    setenv("GRADUS_TEST_SECRET", "secret", 1)
    let found = try results(
      of: """
        var names: [String] = []
        var place = environ
        while let entry = place.pointee { names.append(String(cString: entry)); place += 1 }
        publish("names", names.map { String($0.prefix { $0 != "=" }) }.sorted())
        publish("is root", getuid() == 0)
        """)
    guard case .list(let names) = try #require(found["names"]) else { return }
    let allowed: Set = [
      "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH", "OPENBLAS_NUM_THREADS", "PWD", "SWIFT_BACKTRACE",
      "SWIFT_DETERMINISTIC_HASHING",
    ]
    #expect(!names.isEmpty)
    for case .text(let name) in names { #expect(allowed.contains(name), "\(name)") }
    #expect(found["is root"] == .boolean(false))
  }

  /// Every way to start a process; threads are allowed.
  @Test func noProcessCanBeStarted() throws {
    let found = try results(
      of: """
        @_silgen_name("fork") func startProcess() -> Int32
        @_silgen_name("vfork") func startProcessQuickly() -> Int32
        @_silgen_name("syscall") func call(_ number: Int, _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int) -> Int
        var started: [String] = []
        for _ in 0..<100 {
          let process = startProcess()
          if process == 0 { _exit(0) }
          if process > 0 { started.append("fork") }
        }
        var process = pid_t()
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("/lesson"), nil]
        if posix_spawn(&process, "/lesson", nil, nil, &arguments, nil) == 0 { started.append("posix_spawn") }
        if popen("true", "r") != nil { started.append("popen") }
        publish("started", started)
        var thread = pthread_t()
        publish("thread", pthread_create(&thread, nil, { _ in nil }, nil) == 0)
        """)
    #expect(found["started"] == .vector([]))
    #expect(found["thread"] == .boolean(true))
  }

  @Test func nobodyElseCanBeSeenOrSignalled() throws {
    let found = try results(
      of: "publish(\"reached\", (2..<5000).filter { $0 != getpid() && kill(pid_t($0), 0) == 0 })")
    #expect(found["reached"] == .vector([]))
  }

  @Test(arguments: [
    "let noise = [UInt8](repeating: 255, count: 100_000)\nwrite(3, noise, noise.count)",
    "let noise = [UInt8](repeating: 2, count: 100_000)\nwrite(3, noise, noise.count)",
    "close(3)", "ftruncate(3, 0)\nlseek(3, 0, SEEK_SET)\nwrite(3, \"xxxxxxxxxxxxxxxxxxxxxxxxxxx\", 20)",
    "dup2(1, 3)", "close(1)\nclose(2)\nclose(4)", "lseek(1, 1 << 20, SEEK_SET)",
    "lseek(3, 1 << 20, SEEK_CUR)",
  ])
  func aChannelThatIsDamagedIsNoHarm(_ code: String) throws {
    let run = Lesson("publish(\"x\", 1)", "\(code)\nprint(\"more\")", "publish(\"y\", 2)").run()
    #expect(run.cells.count == 3)
    let errors = run.diagnostics.filter { $0.severity == .error }
    #expect(errors.count <= 1, "\(errors)")
    #expect(run.isComplete == errors.isEmpty)
    // The next program knows nothing of it.
    #expect(Lesson("publish(\"z\", 3)").run().cells[0].outcome.results == Record([("z", .number(3))]))
  }

  @Test func forgedMessagesAreAboutTheCellsThemselvesOnly() throws {
    let run = Lesson(
      """
      func message(_ kind: UInt8, _ bytes: [UInt8]) {
        var all = [kind, UInt8(bytes.count), 0, 0, 0] + bytes
        write(3, &all, all.count)
      }
      // A cell that there is not, a crash that was none, and the end.
      message(1, [77, 0, 0, 0, 0, 0, 0, 0] + [255, 255, 255, 255, 255, 255, 255, 127])
      message(16, [11] + [UInt8](repeating: 255, count: 160))
      message(17, [UInt8](repeating: 17, count: 80))
      message(6, [])
      _exit(0)
      """
    ).run()
    #expect(run.cells.count == 1)
    #expect(run.diagnostics.allSatisfy { $0.place.cell == 0 })
  }

  @Test func nothingButDrawingsReachesThePage() throws {
    let run = Lesson(
      """
      publish("before", 1)
      func bytes(_ text: String) -> [UInt8] {
        [UInt8(text.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(text.utf8)
      }
      let figure = bytes("<svg id='cell-1-1'><script>alert(1)</script></svg>") + bytes("words") + bytes("")
      let message = [UInt8(3), UInt8(figure.count), UInt8(0), UInt8(0), UInt8(0)] + figure
      write(3, message, message.count)
      """
    ).run()
    #expect(try run.onlyError().message == "a figure of this cell is none that the plotting library drew")
    #expect(run.cells[0].outcome == Outcome(Record([("before", .number(1))])))
  }

  @Test func anEndThatIsForgedIsNoEnd() throws {
    let run = Lesson("let end: [UInt8] = [6, 0, 0, 0, 0]\nwrite(3, end, 5)\n_exit(0)", "print(2)").run()
    #expect(try run.onlyError().message == "the program ended before this cell did")
    #expect(!run.isComplete)
  }

  @Test func theCompilerReadsNothingOutsideEither() throws {
    let secret = "\(FileManager.default.temporaryDirectory.path)/secret-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: secret, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: secret) }
    for code in [
      "#sourceLocation(file: \"\(secret)/x.swift\", line: 1)\nlet x: Int = \"a\"",
      "@freestanding(expression) macro evil() -> Int = #externalMacro(module: \"Evil\", type: \"Evil\")\nlet x = #evil()",
    ] {
      let run = Lesson(code).run()
      #expect(run.diagnostics.contains { $0.severity == .error })
      #expect(run.diagnostics.allSatisfy { $0.place.cell == 0 })
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: secret).isEmpty)
  }
}
