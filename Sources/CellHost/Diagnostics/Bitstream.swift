/// Walks through an LLVM bitstream: blocks within blocks, and records whose layouts the stream itself defines.
struct Bitstream {
  enum Event {
    case begin(block: UInt64)
    case end
    case record(code: UInt64, operands: [UInt64], blob: [UInt8])
  }

  private enum Encoding {
    case literal(UInt64)
    case fixed(Int)
    case variable(Int)
    case array
    case character
    case blob
  }

  private struct Block {
    var identifier: UInt64
    var width: Int
    var layouts: [[Encoding]]
  }

  private var reader: BitReader
  private var blocks = [Block(identifier: .max, width: 2, layouts: [])]
  /// Layouts that blocks of a kind have from their beginning.
  private var shared: [UInt64: [[Encoding]]] = [:]
  /// The kind of block that the block of descriptions is about.
  private var described: UInt64?
  private static let mostDepth = 32
  private static let mostOperands = 1 << 20

  /// Begins behind the four bytes that say what the file is.
  init(_ bytes: [UInt8]) {
    reader = BitReader(bytes, at: 32)
  }

  /// The next event; nil at the end.
  mutating func next() throws(MalformedDiagnostics) -> Event? {
    while let block = blocks.last {
      if blocks.count == 1, reader.isAtEnd { return nil }
      let identifier = try reader.fixed(block.width)
      switch identifier {
      case 0:
        reader.align()
        guard blocks.count > 1 else { throw MalformedDiagnostics() }
        blocks.removeLast()
        return .end
      case 1: return try enter()
      case 2: try define(in: block)
      case 3:
        let event = try unabbreviated()
        if block.identifier == 0, case .record(1, let operands, _) = event { described = operands.first }
        return event
      default:
        guard identifier - 4 < UInt64(block.layouts.count) else { throw MalformedDiagnostics() }
        return try record(block.layouts[Int(identifier - 4)])
      }
    }
    return nil
  }

  private mutating func enter() throws(MalformedDiagnostics) -> Event {
    let identifier = try reader.variable(8)
    let width = Int(try reader.variable(4))
    reader.align()
    _ = try reader.fixed(32)
    guard blocks.count < Self.mostDepth, width <= 32 else { throw MalformedDiagnostics() }
    blocks.append(Block(identifier: identifier, width: width, layouts: shared[identifier] ?? []))
    return .begin(block: identifier)
  }

  private mutating func define(in block: Block) throws(MalformedDiagnostics) {
    var layout: [Encoding] = []
    for _ in 0..<min(try reader.variable(5), 64) {
      if try reader.fixed(1) == 1 {
        layout.append(.literal(try reader.variable(8)))
        continue
      }
      switch try reader.fixed(3) {
      case 1: layout.append(.fixed(Int(min(try reader.variable(5), 65))))
      case 2: layout.append(.variable(Int(min(try reader.variable(5), 65))))
      case 3: layout.append(.array)
      case 4: layout.append(.character)
      case 5: layout.append(.blob)
      default: throw MalformedDiagnostics()
      }
    }
    if block.identifier == 0, let described {
      shared[described, default: []].append(layout)
    } else {
      blocks[blocks.count - 1].layouts.append(layout)
    }
  }

  private mutating func unabbreviated() throws(MalformedDiagnostics) -> Event {
    let code = try reader.variable(6)
    let count = try reader.variable(6)
    guard count <= UInt64(Self.mostOperands) else { throw MalformedDiagnostics() }
    var operands: [UInt64] = []
    for _ in 0..<count { operands.append(try reader.variable(6)) }
    return .record(code: code, operands: operands, blob: [])
  }

  private mutating func record(_ layout: [Encoding]) throws(MalformedDiagnostics) -> Event {
    var operands: [UInt64] = []
    var blob: [UInt8] = []
    var index = 0
    while index < layout.count {
      switch layout[index] {
      case .blob: blob = try reader.blob(count: try reader.variable(6))
      case .array:
        guard index + 1 < layout.count else { throw MalformedDiagnostics() }
        let count = try reader.variable(6)
        guard count <= UInt64(Self.mostOperands) else { throw MalformedDiagnostics() }
        for _ in 0..<count { operands.append(try scalar(layout[index + 1])) }
        index += 1
      case let encoding: operands.append(try scalar(encoding))
      }
      index += 1
    }
    guard let code = operands.first else { throw MalformedDiagnostics() }
    return .record(code: code, operands: Array(operands.dropFirst()), blob: blob)
  }

  private mutating func scalar(_ encoding: Encoding) throws(MalformedDiagnostics) -> UInt64 {
    switch encoding {
    case .literal(let value): value
    case .fixed(let width): try reader.fixed(width)
    case .variable(let width): try reader.variable(width)
    case .character: try reader.fixed(6)
    case .array, .blob: throw MalformedDiagnostics()
    }
  }
}
