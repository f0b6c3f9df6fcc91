import CellChannel
import Expressions

/// A table that a cell shows: columns with their headings.
///
///     publish("heights", Table(["name": ["Ada", "Alan"], "metres": [1.65, 1.78]]))
public struct Table {
  let columns: [(name: String, entries: [Any])]

  /// Makes a table; the program ends with a message where the columns differ in length.
  public init(_ columns: KeyValuePairs<String, [Any]>) {
    self.columns = columns.map { (name: $0.key, entries: $0.value) }
    guard let first = self.columns.first else { return }
    for column in self.columns where column.entries.count != first.entries.count {
      refuse(
        "the column \(column.name) has \(column.entries.count) entries, "
          + "and \(first.name) has \(first.entries.count)")
    }
  }

  /// More rows than these no reader reads.
  static let mostRows = 1_000

  var message: CellMessage {
    .table(
      columns.map { column in
        let cells = column.entries.prefix(Self.mostRows).map(Self.text)
        let isNumeric = column.entries.allSatisfy { $0 is Double || $0 is any BinaryInteger }
        return CellMessage.TableColumn(name: column.name, cells: cells, isNumeric: isNumeric)
      })
  }

  private static func text(of entry: Any) -> String {
    if let number = entry as? Double { return formatSignificant(number, significantDigits) }
    return String(describing: entry)
  }

  private static let significantDigits = 6
}

extension Table: CustomReflectable {
  /// Its columns, so that each is a value of the lesson.
  public var customMirror: Mirror {
    Mirror(self, children: columns.map { (label: $0.name, value: $0.entries as Any) }, displayStyle: .struct)
  }
}
