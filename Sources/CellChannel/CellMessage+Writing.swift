extension CellMessage {
  /// The kind and the bytes of a message that Swift code sends; nil for those that it does not.
  public var encoded: (kind: UInt8, bytes: [UInt8])? {
    var writer = ByteWriter()
    let kind: MessageKind
    switch self {
    case .begin(let cell, let printed):
      kind = .begin
      writer.write(count: cell)
      writer.write(count: printed)
    case .value(let name, let value):
      kind = .value
      writer.write(name)
      writer.write(value)
    case .figure(let svg, let description, let data):
      kind = .figure
      writer.write(svg)
      writer.write(description)
      writer.write(data)
    case .table(let columns):
      kind = .table
      writer.write(columns)
    case .shown(let value, let text):
      kind = .shown
      writer.write(text)
      if let value { writer.write(value) }
    case .reply(let bytes): return (MessageKind.reply.rawValue, bytes)
    case .end: kind = .end
    case .signal, .thrown, .exit, .refusal: return nil
    }
    return (kind.rawValue, writer.bytes)
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ columns: [CellMessage.TableColumn]) {
    write(count: columns.count)
    for column in columns {
      write(column.name)
      write(byte: column.isNumeric ? 1 : 0)
      write(count: column.cells.count)
      for cell in column.cells { write(cell) }
    }
  }
}
