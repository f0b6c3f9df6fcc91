/// A mistake in an expression: where, what was found, and what would be right.
public struct ExpressionError: Error, Hashable, Sendable {
  /// The smallest part that is wrong, in UTF-8 offsets of the text.
  public var range: Range<Int>
  /// What went wrong and what was found, in one line.
  public var message: String
  /// What would be right.
  public var help: String?

  /// Makes an error.
  public init(_ range: Range<Int>, _ message: String, help: String? = nil) {
    self.range = range
    self.message = message
    self.help = help
  }
}
