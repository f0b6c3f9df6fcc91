import SourceText

/// A block of a lesson, such as a paragraph, a list or a directive.
public struct Block: Sendable, Hashable {
  /// What the block is.
  public enum Kind: Sendable, Hashable {
    case paragraph([Inline])
    indirect case heading(level: Int, [Inline], label: Label?)
    case quote([Block])
    indirect case callout(Callout, [Block])
    indirect case list(List)
    /// A fenced or indented code block that is no directive.
    indirect case code(language: String, String)
    indirect case table(Table)
    indirect case mathematics(Mathematics, label: Label?)
    case thematicBreak
    case html(String)
    /// An index into the lesson's directives.
    case directive(Int)
  }

  /// What the block is.
  public var kind: Kind
  /// Its place.
  public var span: Span

  /// Makes a block.
  public init(_ kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// The kinds of callouts, `> [!NOTE]`.
public enum Callout: String, Sendable, CaseIterable {
  case note = "NOTE"
  case tip = "TIP"
  case important = "IMPORTANT"
  case warning = "WARNING"
  case caution = "CAUTION"
}

/// A list with bullets or numbers.
public struct List: Sendable, Hashable {
  /// One entry of a list.
  public struct Item: Sendable, Hashable {
    /// Whether a task is done; nil for an entry that is no task.
    public var isDone: Bool?
    /// The entry's text.
    public var blocks: [Block]
    /// Its place.
    public var span: Span

    /// Makes an entry.
    public init(isDone: Bool?, blocks: [Block], span: Span) {
      self.isDone = isDone
      self.blocks = blocks
      self.span = span
    }
  }

  /// The number of the first entry; nil for bullets.
  public var start: Int?
  /// Whether entries stand without space between them.
  public var isTight: Bool
  /// The entries.
  public var items: [Item]

  /// Makes a list.
  public init(start: Int?, isTight: Bool, items: [Item]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A table.
public struct Table: Sendable, Hashable {
  /// How a column's cells are set.
  public enum Alignment: String, Sendable {
    case none, left, center, right
  }

  /// One alignment a column.
  public var alignments: [Alignment]
  /// The header's cells.
  public var header: [[Inline]]
  /// The rows, each with as many cells as the header.
  public var rows: [[[Inline]]]
  /// The text of a line `: caption {#tbl-x}` below the table.
  public var caption: [Inline]?
  /// The label in that line.
  public var label: Label?

  /// Makes a table.
  public init(
    alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]], caption: [Inline]? = nil,
    label: Label? = nil
  ) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.caption = caption
    self.label = label
  }
}
