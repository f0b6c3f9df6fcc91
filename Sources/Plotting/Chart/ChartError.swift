/// Why a chart cannot be drawn, in words for the author of its data.
public enum ChartError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Lists that belong together have different lengths.
  case mismatchedLengths(series: String, lengths: String)
  /// A value of 0 or less stands on a logarithmic axis; entries count from 1.
  case notPositive(series: String, entry: Int, value: Double, axis: String)
  /// There is more of something than a picture can show.
  case tooMany(what: String, count: Int, limit: Int)
  /// A range is empty, endless, or not above 0 on a logarithmic axis.
  case unusableRange(axis: String, reason: String)
  /// The chart is too small or too large to be drawn.
  case unusableSize(width: Double, height: Double)
  /// The positions of a grid's rows or columns do not grow from entry to entry.
  case unordered(series: String, entry: Int, axis: String)
  /// Classes have no names of their own, or their probabilities are none.
  case unusableClasses(series: String, reason: String)
  /// The prefix for the picture's ids is no name that an id can begin with.
  case unusableIdentifier(String)
  /// The marks of one panel ask for axes that cannot be one.
  case conflictingAxes(axis: String, reason: String)

  /// What is wrong and what would be right, in one line.
  public var description: String {
    switch self {
    case .mismatchedLengths(let series, let lengths):
      return "\(series) has \(lengths)"
    case .notPositive(let series, let entry, let value, let axis):
      return "entry \(entry) of \(series) is \(NumberText.short(value)), "
        + "but the \(axis) axis is logarithmic and needs values above 0"
    case .tooMany(let what, let count, let limit):
      return
        "the chart has \(NumberText.grouped(count)) \(what); at most \(NumberText.grouped(limit)) are drawn"
    case .unusableRange(let axis, let reason):
      return "the range of the \(axis) \(reason)"
    case .unusableSize(let width, let height):
      return "a chart of \(NumberText.short(width)) by \(NumberText.short(height)) pixels cannot be drawn; "
        + "each side must be from \(Limits.shortestSide) to \(NumberText.grouped(Limits.longestSide))"
    case .unordered(let series, let entry, let axis):
      return "the \(axis) positions of \(series) must grow from entry to entry; entry \(entry) does not"
    case .unusableClasses(let series, let reason):
      return "\(series) \(reason)"
    case .unusableIdentifier(let identifier):
      return "“\(identifier)” cannot begin an id: "
        + "write a letter, then letters, digits, hyphens or underscores of ASCII"
    case .conflictingAxes(let axis, let reason):
      return "the \(axis) axis \(reason)"
    }
  }
}

/// How much of each thing a picture can hold; all are counts, so that they fall the same way on every machine.
enum Limits {
  static let pointsInSeries = 1_000_000
  static let bars = 2_000
  static let cells = 250_000
  static let levels = 64
  static let classes = 16
  static let panels = 64
  static let marks = 1_000
  static let textMarks = 500
  static let shortestSide = 120
  static let longestSide = 4_000
  /// A longer text is cut: nobody reads it in a picture, and layout takes time for each character.
  static let charactersInText = 400
}
