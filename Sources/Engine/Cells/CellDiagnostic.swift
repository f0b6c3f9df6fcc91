import SourceText

/// Something that is wrong with a cell, or that the compiler warns of.
public struct CellDiagnostic: Sendable, Hashable, Codable {
  /// A remark that belongs to it.
  public struct Note: Sendable, Hashable, Codable {
    /// What it is about; nil where that is outside the lesson.
    public var place: CellPlace?
    /// What it says.
    public var message: String

    /// Makes a note.
    public init(_ message: String, at place: CellPlace?) {
      self.place = place
      self.message = message
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// What is wrong.
  public var place: CellPlace
  /// What went wrong and what was found, in one line.
  public var message: String
  /// Remarks that belong to it, in the compiler's order.
  public var notes: [Note]
  /// What would be right, or how to mend it.
  public var help: String?

  /// Makes a diagnostic.
  public init(
    _ message: String, at place: CellPlace, notes: [Note] = [], help: String? = nil,
    severity: Severity = .error
  ) {
    self.severity = severity
    self.place = place
    self.message = message
    self.notes = notes
    self.help = help
  }
}
