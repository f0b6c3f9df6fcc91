import Expressions

/// What a cell is given before it begins.
public struct CellInputs: Sendable, Hashable {
  /// The results of the lesson that are new to it.
  public var values: Record
  /// The width of its figures that its author asked for.
  public var figureWidth: Double?
  /// The height of its figures that its author asked for.
  public var figureHeight: Double?

  /// Makes inputs.
  public init(values: Record = Record(), figureWidth: Double? = nil, figureHeight: Double? = nil) {
    self.values = values
    self.figureWidth = figureWidth
    self.figureHeight = figureHeight
  }

  /// The inputs of all cells as bytes, and a request behind them where there is one.
  public static func encode(_ cells: [CellInputs], request: [UInt8] = []) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(count: cells.count)
    for cell in cells {
      writer.write(cell.figureWidth ?? 0)
      writer.write(cell.figureHeight ?? 0)
      writer.write(cell.values)
    }
    return writer.bytes + request
  }

  /// The inputs of all cells, and the request behind them, empty where there is none.
  public static func decode(
    _ bytes: [UInt8]
  ) throws(MalformedBytes) -> (cells: [CellInputs], request: [UInt8]) {
    var reader = ByteReader(bytes[...])
    let cells = try reader.readMany(ofAtLeast: 24) { reader throws(MalformedBytes) in
      let width = try reader.readNumber()
      let height = try reader.readNumber()
      let values = try reader.readRecord()
      return CellInputs(
        values: values, figureWidth: width > 0 ? width : nil, figureHeight: height > 0 ? height : nil)
    }
    return (cells, Array(try reader.read(count: reader.left)))
  }
}
