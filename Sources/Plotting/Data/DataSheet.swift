/// The numbers and words behind a drawing, as a table that any spreadsheet reads.
///
/// It is kept with the drawing as one short text: numbers are written once, with 12 significant digits, what many rows
/// share is written for all of them, and a grid by its sides and its cells. The parts of the text are told apart by tabs
/// and line breaks, which no cell has.
public struct DataSheet: Sendable, Hashable {
  /// What a column of some rows holds.
  public enum Column: Sendable, Hashable {
    /// The same text in each row.
    case shared(String)
    /// Numbers; those that are not finite leave their cells empty.
    case numbers([Double])
    /// Words.
    case texts([String])
  }

  /// The table as it is kept.
  public private(set) var text: String

  /// No drawing has more rows to take away.
  public static let mostRows = 100_000

  /// Makes an empty table.
  public init(headings: [String]) {
    text = headings.map(PlainText.clean).joined(separator: "\t")
  }

  /// Takes a table as it was kept; whatever else the text may be makes some table, too.
  public init(text: String) {
    self.text = text
  }

  /// Adds rows, with a column for each heading.
  public mutating func add(_ columns: [Column]) {
    add(columns, as: .rows)
  }

  /// Adds the cells of a grid.
  ///
  /// - Parameter columns: a column for each heading, of which three are not shared: the positions of the grid's columns,
  ///   those of its rows, and the cells row by row.
  public mutating func add(grid columns: [Column]) {
    add(columns, as: .grid)
  }

  private mutating func add(_ columns: [Column], as kind: Section.Kind) {
    let shared = columns.map { if case .shared(let text) = $0 { PlainText.clean(text) } else { "" } }
    text += "\n\(kind.rawValue)\t" + shared.joined(separator: "\t")
    for (place, column) in columns.enumerated() {
      switch column {
      case .shared: break
      case .numbers(let numbers):
        text += "\n\(place) \(numbers.count) " + numbers.map(Self.number).joined(separator: " ")
      case .texts(let texts):
        text += "\n\(place) \(texts.count)\t" + texts.map(PlainText.clean).joined(separator: "\t")
      }
    }
  }

  /// How many rows there are below the headings.
  public var rowCount: Int { sections.reduce(0) { $0 + $1.rowCount } }

  /// The table, where it is not empty and not too long to be kept.
  public var kept: DataSheet? { (1...Self.mostRows).contains(rowCount) ? self : nil }
}

extension DataSheet: Codable {
  /// Reads a table that was stored.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Stores the table as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
