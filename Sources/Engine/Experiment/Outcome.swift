import Expressions
import LessonFormat
import Plotting

/// What an experiment gives: values that claims can be made about, and what is shown on the page.
public struct Outcome: Sendable, Hashable, Codable {
  /// The named values.
  public var results: Record
  /// What is shown, in order.
  public var displays: [Display]

  /// Makes an outcome.
  public init(_ results: Record = Record(), displays: [Display] = []) {
    self.results = results
    self.displays = displays
  }
}

/// A piece of an outcome that is shown on the page.
public enum Display: Sendable, Hashable, Codable {
  case figure(Figure)
  case table(DisplayTable)
  case derivation(Derivation)
}

extension Display {
  /// What kind of label leads to it; nil for what is part of the text.
  public var labelKind: Label.Kind? {
    switch self {
    case .figure: .figure
    case .table: .table
    case .derivation: nil
    }
  }
}

extension Label.Kind {
  /// The label of this kind that belongs to a directive's result.
  public func label(_ result: String) -> String { "\(rawValue)-\(result)" }
}

/// A drawing, ready for the page.
public struct Figure: Sendable, Hashable, Codable {
  /// The drawing as one SVG element.
  public var svg: String
  /// What it shows, in words made from its data.
  public var description: String
  /// The steps that a reader can take through it; nil where it stands still.
  public var frames: FrameSequence?
  /// What is drawn, as a table that readers can take away; nil where there is none.
  public var data: DataSheet?

  /// Makes a figure.
  public init(
    svg: String, description: String, frames: FrameSequence? = nil, data: DataSheet? = nil
  ) {
    self.svg = svg
    self.description = description
    self.frames = frames
    self.data = data
  }
}

/// A table, ready for the page.
public struct DisplayTable: Sendable, Hashable, Codable {
  /// A column with its cells.
  public struct Column: Sendable, Hashable, Codable {
    /// What the cells hold.
    public enum Content: String, Sendable, Hashable, Codable {
      /// Words.
      case words
      /// Numbers, which are set to the right.
      case numbers
      /// Mathematics, in TeX.
      case mathematics
    }

    /// The heading.
    public var name: String
    /// The unit of the numbers.
    public var unit: String?
    /// What the cells hold.
    public var content: Content
    /// The cells' texts.
    public var cells: [String]

    /// Makes a column.
    public init(name: String, unit: String? = nil, _ content: Content, cells: [String]) {
      self.name = name
      self.unit = unit
      self.content = content
      self.cells = cells
    }
  }

  /// A page shows so many rows; the rest are counted.
  public static let mostRows = 200

  /// The columns, all of one length.
  public var columns: [Column]
  /// How many rows were left out at the end because they are too many to show.
  public var omittedRows: Int
  /// All rows, as readers can take them away; nil where they are those that are shown.
  public var data: DataSheet?

  /// Makes a table.
  public init(columns: [Column], omittedRows: Int = 0, data: DataSheet? = nil) {
    self.columns = columns
    self.omittedRows = omittedRows
    self.data = data
  }
}
