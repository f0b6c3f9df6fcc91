import Expressions

/// What a program of cells tells the command while it runs.
public enum CellMessage: Sendable, Hashable {
  /// A cell begins, with how many bytes have been printed before it.
  case begin(cell: Int, printed: Int)
  case value(name: String, Value)
  /// A picture with its words, and its data as one text, which is empty where there are none.
  case figure(svg: String, description: String, data: String)
  case table([TableColumn])
  /// The value of the expression that a cell ends in.
  case shown(Value?, text: String)
  /// What is answered to a request, as the engine writes it.
  case reply([UInt8])
  /// The last cell has ended.
  case end
  /// A signal, and the calls that led to it.
  case signal(Int32, [UInt64])
  /// The calls that led to the last error that was thrown.
  case thrown([UInt64])
  /// The program ended before its end.
  case exit([UInt64])
  /// The library refuses to go on.
  case refusal([UInt64], String)

  /// What stands for a signal where a stack overflows.
  public static let stackOverflow: Int32 = 100

  /// A column of a table.
  public struct TableColumn: Sendable, Hashable {
    /// The heading.
    public var name: String
    /// The cells' texts.
    public var cells: [String]
    /// Whether the texts are numbers.
    public var isNumeric: Bool

    /// Makes a column.
    public init(name: String, cells: [String], isNumeric: Bool) {
      self.name = name
      self.cells = cells
      self.isNumeric = isNumeric
    }
  }
}

/// The first byte of each message; those from 16 on are written where no Swift can run.
enum MessageKind: UInt8 {
  case begin = 1
  case value, figure, table, shown, end, reply
  case signal = 16
  case thrown, exit, refusal
}
