import SourceText

/// A number in running text that is no claim: nothing verifies it.
public struct Numeral: Sendable, Hashable {
  /// The number as it reads, with its sign and its unit where that is a percent sign or a word.
  public var text: String
  /// Its place.
  public var span: Span
  /// The words before it.
  public var before: String
  /// The words behind it.
  public var after: String
  /// Whether it stands in the solution to an exercise.
  public var isInSolution: Bool

  /// Makes a numeral.
  public init(text: String, span: Span, before: String, after: String, isInSolution: Bool) {
    self.text = text
    self.span = span
    self.before = before
    self.after = after
    self.isInSolution = isInSolution
  }
}

/// The numerals of a lesson that nothing verifies.
public struct Numerals: Sendable, Hashable {
  /// How many there are.
  public internal(set) var count = 0
  /// Those that are listed, in the order of the text, with their words: the first thousand.
  public internal(set) var listed: [Numeral] = []

  /// More than anybody reads are counted only.
  static let mostListed = 1_000

  /// Makes an empty list.
  public init() {}
}
