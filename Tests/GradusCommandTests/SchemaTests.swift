import Foundation
import Testing

/// The folder of the formats' schemas, which are not the project's own.
private let schemas = ProcessInfo.processInfo.environment["GRADUS_REPORT_SCHEMAS"]

/// Reports as the formats' own schemas want them, where GRADUS_REPORT_SCHEMAS names a folder with the schemas.
@Suite(.enabled(if: schemas != nil))
struct SchemaTests {
  /// Validates standard input against the schema that is named first.
  private static let validator = """
    import json, sys, jsonschema
    jsonschema.validate(json.load(open(sys.argv[2], encoding="utf-8")), json.load(open(sys.argv[1])))
    """

  static let lessons = [
    "right.md": "[2](=1+1)\n\n```{softmax} s\nscores: [1, 2]\n```\n", "empty.md": "",
    "swift.md": "```{swift} c\nlet x: Int = \"no\"\n```\n",
  ]

  /// Courses whose reports have all that a report can have.
  private func reports(_ format: String) async throws -> [(sandbox: Sandbox, file: String)] {
    var reports: [(Sandbox, String)] = []
    let hostile = try MachineReportTests.hostileCourse()
    for (sandbox, name) in [(hostile, MachineReportTests.course), (try Sandbox(), "course")] {
      if name == "course" { try sandbox.writeCourse("course", Self.lessons, settings: "colour: red\n") }
      let ending = try await sandbox.gradus("check", "--format", format, name)
      #expect(ending.status == 1)
      try sandbox.write(ending.output, to: "report")
      reports.append((sandbox, sandbox.place("report")))
    }
    return reports
  }

  @Test func `the XML is valid`() async throws {
    let folder = try #require(schemas)
    for (sandbox, report) in try await reports("junit") {
      let ending = try await sandbox.run(
        ["xmllint", "--noout", "--nonet", "--schema", "\(folder)/junit-10.xsd", report])
      #expect(ending.status == 0, "\(ending.everything)")
    }
  }

  @Test func `the SARIF log is valid`() async throws {
    let folder = try #require(schemas)
    for (sandbox, report) in try await reports("sarif") {
      let ending = try await sandbox.run(
        ["python3", "-c", Self.validator, "\(folder)/sarif-2.1.0.json", report])
      #expect(ending.status == 0, "\(ending.everything)")
    }
  }
}
