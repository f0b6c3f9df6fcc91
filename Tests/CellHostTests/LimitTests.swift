import CellHost
import Engine
import Expressions
import Testing

/// Each limit is an error of its own, at the cell that was running.
@Suite struct LimitTests {
  private func run(_ code: String, _ change: (inout CellLimits) -> Void) -> (
    lesson: Lesson, run: CellProgramRun
  ) {
    var lesson = Lesson("publish(\"before\", 1)", code)
    lesson.limits.processorSeconds = 5
    lesson.limits.seconds = 20
    change(&lesson.limits)
    return (lesson, lesson.run())
  }

  private func expect(
    _ message: String, from code: String, _ location: SourceLocation = #_sourceLocation,
    _ change: (inout CellLimits) -> Void
  ) throws {
    let (lesson, run) = run(code, change)
    let error = try run.onlyError(location)
    #expect(error.message == message, sourceLocation: location)
    #expect(error.place.cell == 1, sourceLocation: location)
    if lesson.mark != nil { #expect(error.begins(at: lesson.mark), "\(error)", sourceLocation: location) }
    #expect(run.cells[0].outcome.results == Record([("before", .number(1))]), sourceLocation: location)
  }

  @Test func computingForEver() throws {
    try expect("the program computes for more than 1 s, the limit", from: "while true {}") {
      $0.processorSeconds = 1
    }
  }

  @Test func waitingForEver() throws {
    try expect("the program runs for more than 3 s, the limit", from: "print(1)\n👉sleep(100)") {
      $0.seconds = 3
    }
  }

  @Test func waitingForEverDeafToSignals() throws {
    let code = "for n in 1..<31 { signal(Int32(n), SIG_IGN) }\nwhile true { sleep(100) }"
    try expect("the program runs for more than 3 s, the limit", from: code) { $0.seconds = 3 }
  }

  @Test func computingForEverDeafToSignals() throws {
    let code = "for n in 1..<31 { signal(Int32(n), SIG_IGN) }\nwhile true {}"
    try expect("the program computes for more than 1 s, the limit", from: code) { $0.processorSeconds = 1 }
  }

  @Test func takingAllMemory() throws {
    let code = "var all: [[UInt8]] = []\nwhile true { all.append([UInt8](repeating: 1, count: 1 << 20)) }"
    try expect("the program takes more than 100 MiB of memory, the limit", from: code) {
      $0.memory = 100 << 20
    }
  }

  @Test func askingForMoreMemoryThanThereIs() throws {
    let code = "let a = [UInt8👉](repeating: 1, count: 1 << 45)"
    try expect("the program takes more than 100 MiB of memory, the limit", from: code) {
      $0.memory = 100 << 20
    }
  }

  @Test func startingThreadsWithoutEnd() throws {
    let code = """
      var thread = pthread_t()
      while true { _ = 👉pthread_create(&thread, nil, { _ in sleep(100); return nil }, nil) }
      """
    try expect("the program runs more than 20 threads, the limit", from: code) { $0.threads = 20 }
  }

  @Test func printingForEver() throws {
    let code = "while true { print(\"a rather long line, so that it does not take long\") }"
    try expect("the program prints more than 1 MiB, the limit", from: code) { $0.printedInAll = 1 << 20 }
  }

  @Test func publishingForEver() throws {
    let code = "let v = [Double](repeating: 1, count: 1000)\nwhile true { publish(\"v\", v) }"
    try expect("the program publishes more than 1 MiB, the limit", from: code) { $0.published = 1 << 20 }
  }

  @Test func aFileWithoutEnd() throws {
    let code = """
      let file = open("file", O_WRONLY | O_CREAT, 0o600)
      let bytes = [UInt8](repeating: 1, count: 1 << 20)
      while 👉write(file, bytes, bytes.count) > 0 {}
      """
    try expect("a file grows beyond 16 MiB, the limit", from: code) { $0.scratch = 16 << 20 }
  }

  @Test func manyFilesFillTheScratchFolderAndNoMore() throws {
    let code = """
      var written = 0
      let bytes = [UInt8](repeating: 1, count: 1 << 20)
      for number in 0..<200 {
        let file = open("file\\(number)", O_WRONLY | O_CREAT, 0o600)
        written += max(0, write(file, bytes, bytes.count))
        close(file)
      }
      publish("written", written)
      """
    let (_, run) = run(code) { $0.scratch = 16 << 20 }
    guard case .number(let written) = try #require(run.cells[1].outcome.results["written"]) else { return }
    #expect(written >= Double(8 << 20))
    #expect(written <= Double(16 << 20))
  }

  @Test func aCompilerThatComputesForEverIsStopped() throws {
    // Each of these types is twice as large as the one before.
    let types = (1...40).map { "typealias T\($0) = (T\($0 - 1), T\($0 - 1))" }.joined(separator: "\n")
    var lesson = Lesson("typealias T0 = (Int, Int)\n\(types)\nprint(MemoryLayout<T40>.size)")
    lesson.limits.compilerSeconds = 1
    let run = lesson.run()
    #expect(try run.onlyError().message == "the compiler took longer than 1 s, the limit")
    #expect(run.cells.map(\.state) == [.notRun])
  }
}
