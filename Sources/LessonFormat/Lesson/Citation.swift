import SourceText

/// Works of the bibliography that a text refers to.
///
/// They are written as in Pandoc: `[see @a, p. 3; @b]`, or `@a` in a sentence.
public struct Citation: Sendable, Hashable {
  /// One work, with what is said about it.
  public struct Item: Sendable, Hashable {
    /// What stands before it, such as `see`; empty where nothing does.
    public var prefix: String
    /// The work's key in the bibliography, with its place from the `@` on.
    public var key: Spanned<String>
    /// What stands behind it, with the comma or the space before that: `, table 3`.
    public var suffix: String
    /// Whether its authors are left out because the sentence names them: `[-@a]`.
    public var omitsAuthors: Bool

    /// Makes an item.
    public init(prefix: String, key: Spanned<String>, suffix: String, omitsAuthors: Bool) {
      self.prefix = prefix
      self.key = key
      self.suffix = suffix
      self.omitsAuthors = omitsAuthors
    }
  }

  /// The works, in order; never empty.
  public var items: [Item]
  /// Whether it is a part of the sentence, as in `@a shows`, and not an aside in brackets.
  public var isTextual: Bool
  /// The place of the whole citation.
  public var span: Span

  /// Makes a citation.
  public init(items: [Item], isTextual: Bool, span: Span) {
    self.items = items
    self.isTextual = isTextual
    self.span = span
  }
}
