/// What a lesson may ask of the reader: far above what authors write, low enough that no text keeps it busy
/// for long.
enum Limits {
  /// Bytes of a lesson.
  static let bytes = 1_000_000
  /// Blocks in blocks, and text in text.
  static let nesting = 100
  /// Columns of a table.
  static let columns = 1_000
  /// Cells of a table with those that its short rows leave out, which cmark makes up.
  static let cells = 100_000
  /// Bytes that cmark's inline parser may look at once more than a linear one would; see `InlineCost`.
  static let inlineCost = 200_000_000
  /// Bytes that reference links may make out of their definitions.
  static let expansion = 50_000_000
  /// Lines that look like the line below a table's header, times the bytes around them: cmark reads these
  /// for each.
  static let tableCost = 50_000_000
  /// Bytes of a caption.
  static let captionBytes = 10_000
  /// Mistakes that one lesson's reader lists.
  static let diagnostics = 1_000
}
