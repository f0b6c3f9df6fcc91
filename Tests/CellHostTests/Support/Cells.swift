import CellHost
import Engine
import Expressions
import Foundation
import SourceText
import Testing

/// A lesson's cells that are run with the toolchain of the machine, each set with a cache of its own or a shared one.
struct Lesson {
  let cells: [String]
  var inputs: [Record] = []
  var limits = CellLimits()
  var isOptimized = false

  init(_ cells: String..., inputs: [Record] = []) {
    self.cells = cells.map(Marked.code)
    self.inputs = inputs
    mark = cells.enumerated().lazy.compactMap { Marked.place(in: $1, cell: $0) }.first
  }

  /// The place that is marked by `👉` in the cells' code.
  let mark: CellPlace?

  var program: CellProgram {
    let cells = zip(cells, inputs + Array(repeating: Record(), count: max(0, cells.count - inputs.count)))
    var program = CellProgram(
      cells: cells.map { Cell(code: MappedText($0, at: 0), inputs: $1) }, isOptimized: isOptimized)
    program.limits = limits
    return program
  }

  /// Runs the cells in the sandbox.
  func run() -> CellProgramRun { Machine.runner.run(program) }
}

/// Places in code that are marked where they are.
private enum Marked {
  static func code(_ text: String) -> String { text.replacing("👉", with: "") }

  static func place(in text: String, cell: Int) -> CellPlace? {
    guard let range = text.range(of: "👉") else { return nil }
    let offset = text[..<range.lowerBound].utf8.count
    return CellPlace(cell: cell, start: offset, end: offset)
  }
}

/// What the tests run programs with.
enum Machine {
  /// The folder in which the library for cells was built beside these tests.
  static let binaries: String = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
    let arguments = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    return [tests, arguments].first { FileManager.default.fileExists(atPath: "\($0)/libGradusCells.so") }
      ?? tests
  }()

  static let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]

  static func makeCache() -> String {
    FileManager.default.temporaryDirectory.appending(path: "gradus-cells-\(UUID().uuidString)").path
  }

  /// A cache that all tests share, so that the system's headers are read once; programs are compiled in every run.
  static let cache: String = {
    let path = "\(binaries)/cell-tests-cache"
    try? FileManager.default.removeItem(atPath: "\(path)/programs")
    return path
  }()

  static let runner = CompilingCellRunner(
    executable: "\(binaries)/gradus", cache: cache, environment: environment)
}

extension CellProgramRun {
  /// The only error.
  func onlyError(_ location: SourceLocation = #_sourceLocation) throws -> CellDiagnostic {
    let errors = diagnostics.filter { $0.severity == .error }
    #expect(errors.count == 1, "\(errors)", sourceLocation: location)
    return try #require(errors.first, sourceLocation: location)
  }

  var printed: [String] { cells.map(\.printed) }
}

extension CellDiagnostic {
  /// Whether it begins at a place.
  func begins(at mark: CellPlace?) -> Bool { place.cell == mark?.cell && place.start == mark?.start }
}
