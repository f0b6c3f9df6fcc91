import CellChannel
import Expressions
import Testing

/// A generator of numbers that gives the same ones every time.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite struct CellReportTests {
  private static let messages: [CellMessage] = [
    .begin(cell: 0, printed: 0),
    .value(name: "x", .number(1.5)),
    .value(
      name: "all",
      .record(
        Record([
          ("text", .text("né")), ("yes", .boolean(true)), ("no", .boolean(false)),
          ("v", .vector([1, -0.0, .infinity])),
          ("list", .list([.text("a"), .vector([])])),
          (
            "f",
            .function(Function(parameters: ["x"], formula: "x^2", constants: Record([("a", .number(1))])))
          ),
        ]))),
    .figure(svg: "<svg/>", description: "A line.", data: "x\ty"),
    .table([CellMessage.TableColumn(name: "n", cells: ["1", "2"], isNumeric: true)]),
    .begin(cell: 1, printed: 12),
    .shown(.number(3), text: "3.0"),
    .shown(nil, text: "nothing that lessons have"),
    .end,
  ]

  private static func bytes(of messages: [CellMessage]) throws -> [UInt8] {
    try messages.flatMap { message in
      let (kind, bytes) = try #require(message.encoded)
      return [kind] + withUnsafeBytes(of: UInt32(bytes.count).littleEndian, Array.init) + bytes
    }
  }

  @Test func messagesComeBackAsTheyWereSent() throws {
    let report = CellReport(try Self.bytes(of: Self.messages))
    #expect(report.messages == Self.messages)
    #expect(!report.isDamaged)
  }

  @Test func nothingIsAReportOfNothing() {
    #expect(CellReport([]).messages.isEmpty)
    #expect(!CellReport([]).isDamaged)
  }

  @Test func whatStandsBeforeTheDamageIsKept() throws {
    let good = try Self.bytes(of: Self.messages)
    let report = CellReport(good + [UInt8](repeating: 0xFF, count: 100))
    #expect(report.messages == Self.messages)
    #expect(report.isDamaged)
  }

  @Test func everyTruncationEndsInWholeMessages() throws {
    let good = try Self.bytes(of: Self.messages)
    for count in 0..<good.count {
      let report = CellReport(Array(good.prefix(count)))
      #expect(report.messages == Array(Self.messages.prefix(report.messages.count)))
      #expect(report.isDamaged || report.messages.count < Self.messages.count)
    }
  }

  @Test(arguments: 0..<200)
  func noBytesCrashTheReader(_ seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    var bytes = try Self.bytes(of: Self.messages)
    for _ in 0..<Int.random(in: 1...20, using: &generator) {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    let damaged = CellReport(bytes)
    #expect(damaged.messages.count <= bytes.count / 5)
    let noise = (0..<2000).map { _ in UInt8.random(in: 0...20, using: &generator) }
    #expect(CellReport(noise).isDamaged)
  }

  /// A count that no bytes stand behind, in front of every kind of thing that is counted.
  @Test(arguments: [UInt64.max, 1 << 40, 1 << 62, UInt64(Int.max)])
  func hugeCountsAllocateNothing(_ count: UInt64) {
    let word = withUnsafeBytes(of: count.littleEndian, Array.init)
    for kind in UInt8(1)...10 {
      var reader = ByteReader(([kind] + word + word + word)[...])
      // Numbers and booleans have no count.
      if kind > 3 { #expect(throws: MalformedBytes.self) { try reader.readValue() } }
    }
  }

  @Test func valuesWithinValuesEndAtTheLimit() {
    var bytes: [UInt8] = []
    for _ in 0..<100_000 { bytes += [6 + 1, 1, 0, 0, 0, 0, 0, 0, 0] }
    var reader = ByteReader(bytes[...])
    #expect(throws: MalformedBytes.self) { try reader.readValue() }
  }

  @Test func smallMessagesWithoutEndAreDamage() {
    let end: [UInt8] = [6, 0, 0, 0, 0]
    let report = CellReport(Array(repeatElement(end, count: 2_000_000).joined()))
    #expect(report.isDamaged)
    #expect(report.messages.count <= CellReport.mostMessages)
  }

  @Test func inputsComeBackAsTheyWereGiven() throws {
    let inputs = [
      CellInputs(values: Record([("paris", .number(0.5))]), figureWidth: 300, figureHeight: nil),
      CellInputs(),
    ]
    let (cells, request) = try CellInputs.decode(CellInputs.encode(inputs, request: [7, 8]))
    #expect(cells == inputs)
    #expect(request == [7, 8])
  }
}
