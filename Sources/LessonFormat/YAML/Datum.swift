import SourceText

/// A piece of YAML, read for its structure only, with its place.
public struct Datum: Sendable, Hashable, Codable {
  /// What the piece is.
  public indirect enum Kind: Sendable, Hashable, Codable {
    /// A plain scalar that the expression language reads as a number, with its spelling.
    case number(Double, spelling: String)
    /// A plain `true` or `false`.
    case boolean(Bool)
    /// Every other scalar; `MappedText` leads an offset in it back to the author's file.
    case text(MappedText)
    /// Entries in order.
    case list([Datum])
    /// Keys with their values, in order; every key is text, and none comes twice.
    case mapping([Entry])
    /// Nothing at all: a key without a value, an empty body.
    case empty
  }

  /// A key with its value.
  public struct Entry: Sendable, Hashable, Codable {
    /// The key.
    public var key: Spanned<String>
    /// Its value.
    public var value: Datum

    /// Makes an entry.
    public init(key: Spanned<String>, value: Datum) {
      self.key = key
      self.value = value
    }
  }

  /// What the piece is.
  public var kind: Kind
  /// Its place in the source file: for a scalar with its quotes.
  public var span: Span

  /// Makes a piece.
  public init(_ kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}
