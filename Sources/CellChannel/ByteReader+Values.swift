import Expressions

extension ByteReader {
  /// Reads a value.
  public mutating func readValue() throws(MalformedBytes) -> Value {
    try readValue(depth: 0)
  }

  /// Reads names with their values.
  public mutating func readRecord() throws(MalformedBytes) -> Record {
    try readRecord(depth: 0)
  }

  private mutating func readValue(depth: Int) throws(MalformedBytes) -> Value {
    valuesLeft -= 1
    guard depth <= Self.mostDepth, valuesLeft >= 0, let kind = ValueKind(rawValue: try readByte())
    else { throw MalformedBytes() }
    switch kind {
    case .number: return .number(try readNumber())
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    case .text: return .text(try readText())
    case .vector: return .vector(try readNumbers())
    case .matrix: return .matrix(try readMatrix())
    case .list:
      return .list(
        try readMany(ofAtLeast: 1) { reader throws(MalformedBytes) in
          try reader.readValue(depth: depth + 1)
        })
    case .record: return .record(try readRecord(depth: depth + 1))
    case .function:
      let parameters = try readMany(ofAtLeast: 8) { reader throws(MalformedBytes) in try reader.readText() }
      let formula = try readText()
      let constants = try readRecord(depth: depth + 1)
      return .function(Function(parameters: parameters, formula: formula, constants: constants))
    }
  }

  private mutating func readMatrix() throws(MalformedBytes) -> Matrix {
    let rows = Int(try readInteger(bytes: 4))
    let columns = Int(try readInteger(bytes: 4))
    guard let matrix = Matrix(rows: rows, columns: columns, entries: try readNumbers())
    else { throw MalformedBytes() }
    return matrix
  }

  private mutating func readRecord(depth: Int) throws(MalformedBytes) -> Record {
    let entries = try readMany(ofAtLeast: 9) { reader throws(MalformedBytes) -> (String, Value) in
      let name = try reader.readText()
      return (name, try reader.readValue(depth: depth + 1))
    }
    return Record(entries)
  }
}
