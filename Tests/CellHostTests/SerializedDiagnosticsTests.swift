import Foundation
import Testing

@testable import CellHost

@Suite struct SerializedDiagnosticsTests {
  /// A file that the compiler wrote about a program with a mistake.
  private static let bytes: [UInt8] = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gradus-dia-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try? Data("let x = 1\nx = 2\nlet y: Strin = 3\n".utf8).write(to: folder.appending(path: "main.swift"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swiftc", "-frontend", "-typecheck", "\(folder.path)/main.swift", "-serialize-diagnostics-path",
      "\(folder.path)/main.dia",
    ]
    process.standardError = FileHandle.nullDevice
    try? process.run()
    process.waitUntilExit()
    return [UInt8](FileManager.default.contents(atPath: "\(folder.path)/main.dia") ?? Data())
  }()

  @Test func everyDiagnosticIsReadWithItsNotesAndCorrections() throws {
    let diagnostics = SerializedDiagnostics(Self.bytes)
    #expect(diagnostics.entries.map(\.level) == [.error, .error])
    let first = try #require(diagnostics.entries.first { $0.message.contains("'x' is a 'let'") })
    #expect(first.location?.offset == 10)
    let correction = try #require(first.notes.first?.corrections.first)
    #expect(correction.text == "var")
    #expect(correction.range.start.offset == 0)
    #expect(correction.range.end.offset == 3)
    #expect(diagnostics.files.values.allSatisfy { $0.hasSuffix("main.swift") })
  }

  @Test(arguments: 0..<300)
  func noBytesCrashTheReader(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(below bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    #expect(Self.bytes.count > 100)
    var bytes = Self.bytes
    for _ in 0...next(below: 30) { bytes[next(below: bytes.count)] = UInt8(next(below: 256)) }
    let read = SerializedDiagnostics(Array(bytes.prefix(next(below: bytes.count + 1))))
    #expect(read.entries.count <= bytes.count)
  }

  @Test(arguments: [
    "", "{", "[", "\"", "{\"a\"", "{\"a\":", "[1,", "{\"a\":[{]}", "nul", "]", "{1:2}", "\"\\",
  ])
  func whatIsNoJSONIsNothingOrEnds(_ text: String) {
    _ = JSON(Array(text.utf8))
    #expect(JSON(Array((text + String(repeating: "[", count: 200_000)).utf8))?["a"]?.text == nil)
  }

  @Test func deepTreesArePassedOver() {
    let deep = String(repeating: "{\"a\":[", count: 100_000) + String(repeating: "]}", count: 100_000)
    let json = JSON(Array("{\"items\":[\(deep), {\"kind\": \"x\\\"]\"}]}".utf8))
    #expect(json?["items"]?.elements?.count == 2)
    #expect(json?["items"]?.elements?.last?["kind"]?.text == "x\"]")
  }
}
