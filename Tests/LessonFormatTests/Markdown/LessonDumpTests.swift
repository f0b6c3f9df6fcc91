import Foundation
import LessonFormat
import SourceText
import Testing

/// One lesson with everything in it, against a tree that was checked by hand against the text.
@Suite struct LessonDumpTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures")

  @Test func everythingIsReadWithItsPlace() throws {
    let text = try String(contentsOf: Self.fixtures.appending(path: "Everything.md"), encoding: .utf8)
    let dump = LessonDumper.dump(LessonReader().read(SourceFile(path: "Everything.md", text: text)))
    let expectation = Self.fixtures.appending(path: "Everything.dump")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try dump.write(to: expectation, atomically: true, encoding: .utf8)
    }
    #expect(try dump == String(contentsOf: expectation, encoding: .utf8))
  }
}
