import SourceText

/// A statement about a computed value, or a place where one is inserted.
public struct Claim: Sendable, Hashable {
  /// What the lesson says, as plain text: emphasis dropped, mathematics as its TeX between dollars.
  ///
  /// Empty where a value is inserted. Leads back to the file, so that a literal in it can be rewritten.
  public var text: MappedText
  /// What the lesson says, as it is shown; empty in mathematics, whose text is TeX.
  public var content: [Inline]
  /// The expression, without the leading `=`.
  public var expression: MappedText
  /// The title: a tolerance, or the shape of an inserted value.
  public var title: MappedText?
  /// Whether it stands in mathematics, as `\claim` or `\val`.
  public var isMathematics: Bool
  /// The place of the text between the brackets or braces.
  public var textSpan: Span
  /// The place of the whole claim.
  public var span: Span

  /// Makes a claim.
  public init(
    text: MappedText, content: [Inline], expression: MappedText, title: MappedText?, isMathematics: Bool,
    textSpan: Span, span: Span
  ) {
    self.text = text
    self.content = content
    self.expression = expression
    self.title = title
    self.isMathematics = isMathematics
    self.textSpan = textSpan
    self.span = span
  }

  /// Whether it inserts its value and claims nothing.
  public var isInsertion: Bool { textSpan.isEmpty }
}
