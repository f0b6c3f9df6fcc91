/// What a program reported, as far as it can be read.
public struct CellReport: Sendable, Hashable {
  /// The messages, in order.
  public var messages: [CellMessage] = []
  /// Whether there is more, which is no message.
  public var isDamaged = false

  /// No lesson sends more; each takes more memory than bytes.
  public static let mostMessages = 100_000

  /// Reads what a program left on its channel, whatever that is.
  public init(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes[...])
    while reader.left > 0 {
      do throws(MalformedBytes) {
        guard messages.count < Self.mostMessages else { throw MalformedBytes() }
        let kind = try reader.readByte()
        let length = Int(try reader.readInteger(bytes: 4))
        var payload = ByteReader(try reader.read(count: length))
        messages.append(try CellMessage(kind, &payload))
      } catch {
        isDamaged = true
        return
      }
    }
  }
}

extension CellMessage {
  fileprivate init(_ kind: UInt8, _ reader: inout ByteReader) throws(MalformedBytes) {
    guard let kind = MessageKind(rawValue: kind) else { throw MalformedBytes() }
    switch kind {
    case .begin:
      let cell = Int(clamping: try reader.readInteger(bytes: 8))
      self = .begin(cell: cell, printed: Int(clamping: try reader.readInteger(bytes: 8)))
    case .value: self = .value(name: try reader.readText(), try reader.readValue())
    case .figure:
      self = .figure(
        svg: try reader.readText(), description: try reader.readText(), data: try reader.readText())
    case .table: self = .table(try reader.readColumns())
    case .shown:
      let text = try reader.readText()
      self = .shown(reader.left > 0 ? try reader.readValue() : nil, text: text)
    case .reply: self = .reply(Array(try reader.read(count: reader.left)))
    case .end: self = .end
    case .signal: self = .signal(Int32(try reader.readByte()), try reader.readOffsets(reader.left / 8))
    case .thrown: self = .thrown(try reader.readOffsets(reader.left / 8))
    case .exit: self = .exit(try reader.readOffsets(reader.left / 8))
    case .refusal:
      let offsets = try reader.readOffsets(Int(try reader.readInteger(bytes: 4)))
      self = .refusal(offsets, String(decoding: try reader.read(count: reader.left), as: UTF8.self))
    }
    guard reader.left == 0 else { throw MalformedBytes() }
  }
}

extension ByteReader {
  /// More calls than this lead nobody to a mistake.
  private static let mostOffsets = 64

  fileprivate mutating func readOffsets(_ count: Int) throws(MalformedBytes) -> [UInt64] {
    guard count <= Self.mostOffsets else { throw MalformedBytes() }
    var offsets: [UInt64] = []
    for _ in 0..<count { offsets.append(try readInteger(bytes: 8)) }
    return offsets
  }

  fileprivate mutating func readColumns() throws(MalformedBytes) -> [CellMessage.TableColumn] {
    let columns = try readMany(ofAtLeast: 17) { reader throws(MalformedBytes) in
      let name = try reader.readText()
      let isNumeric = try reader.readByte() != 0
      let cells = try reader.readMany(ofAtLeast: 8) { reader throws(MalformedBytes) in try reader.readText() }
      return CellMessage.TableColumn(name: name, cells: cells, isNumeric: isNumeric)
    }
    guard Set(columns.map(\.cells.count)).count <= 1 else { throw MalformedBytes() }
    return columns
  }
}
