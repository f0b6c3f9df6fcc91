import Expressions
import Foundation
import Testing

/// Values are written and read as JSON; what others may have written is looked at.
@Suite struct StoredValueTests {
  @Test func whatIsWrittenIsRead() throws {
    let value = Value.record(
      Record([
        ("m", .matrix(try #require(Matrix(rows: 2, columns: 1, entries: [1, 0.1])))), ("t", .text("é")),
        ("l", .list([.boolean(true), .vector([])])),
      ]))
    #expect(try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value)
  }

  @Test(arguments: [
    "{\"matrix\": {\"_0\": {\"rows\": 2, \"columns\": 2, \"entries\": [1]}}}",
    "{\"matrix\": {\"_0\": {\"rows\": -1, \"columns\": -1, \"entries\": [1]}}}",
    "{\"matrix\": {\"_0\": {\"rows\": 4611686018427387904, \"columns\": 4, \"entries\": []}}}",
    "{\"record\": {\"_0\": {\"names\": [\"a\", \"b\"], \"values\": [{\"number\": {\"_0\": 1}}]}}}",
  ])
  func whatCannotBeIsRefused(_ json: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Value.self, from: Data(json.utf8)) }
  }
}
