import Expressions
import Foundation
import Testing

/// Values are written and read as JSON; what others may have written is looked at.
@Suite struct StoredValueTests {
  @Test func numbersComeBackBitForBit() throws {
    let numbers = [0.1, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, 1e300, Double.pi]
    let read = try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(Value.vector(numbers)))
    guard case .vector(let back) = read else {
      Issue.record("\(read) is no vector")
      return
    }
    #expect(back.map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test func whatIsWrittenIsRead() throws {
    let value = Value.record(
      Record([
        ("m", .matrix(try #require(Matrix(rows: 2, columns: 1, entries: [1, 0.1])))), ("t", .text("é")),
        ("l", .list([.boolean(true), .vector([])])), ("e", .list([])),
        ("words", .list([.text("a"), .text(""), .text("ü\"")])), ("mixed", .list([.text("a"), .number(1)])),
      ]))
    #expect(try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value)
  }

  /// Sixteen digits for each number, such as those of 0.
  private static let zero = String(repeating: "0", count: 16)

  @Test(arguments: [
    "{\"matrix\": {\"rows\": 2, \"columns\": 2, \"entries\": \"\(zero)\"}}",
    "{\"matrix\": {\"rows\": -1, \"columns\": -1, \"entries\": \"\(zero)\"}}",
    "{\"matrix\": {\"rows\": 4611686018427387904, \"columns\": 4, \"entries\": \"\"}}",
    "{\"record\": {\"names\": [\"a\", \"b\"], \"values\": [{\"number\": 1}]}}",
    "{\"vector\": \"123\"}", "{\"vector\": \"gggggggggggggggg\"}", "{}", "{\"number\": 1, \"text\": \"a\"}",
  ])
  func whatCannotBeIsRefused(_ json: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Value.self, from: Data(json.utf8)) }
  }
}
