import Foundation
import Testing

/// OpenBLAS chooses its kernels by the processor; what is printed must not show which it chose.
@Suite struct BLASKernelTests {
  @Test func printedDigitsDoNotDependOnTheKernels() throws {
    // The oldest that a 64-bit processor can have, and those that a processor of 2013 has.
    let oldest = try digits(kernels: "Prescott")
    #expect(oldest.split(separator: "\n").count == 5)
    #expect(try digits(kernels: "Haswell") == oldest)
    #expect(try digits(kernels: nil) == oldest)
    let information = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    if information.contains("avx512bw") { #expect(try digits(kernels: "SkylakeX") == oldest) }
  }

  /// What the program beside the tests prints; nil leaves the choice to it.
  private func digits(kernels: String?) throws -> String {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let besideArguments = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let process = Process()
    let found = [tests, besideArguments].map { $0.appending(path: "KernelDigits") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    let program: URL = try #require(found)
    process.executableURL = program
    var environment = ProcessInfo.processInfo.environment
    environment["OPENBLAS_CORETYPE"] = kernels
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text
  }
}
