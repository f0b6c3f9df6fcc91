import SourceText

/// A piece of running text.
public struct Inline: Sendable, Hashable {
  /// What the piece is; the large and rare kinds are boxed, so that a page of text stays small in memory.
  public enum Kind: Sendable, Hashable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    indirect case link(destination: String, title: String, [Inline])
    indirect case image(Image)
    case html(String)
    /// The number of a footnote.
    case footnote(Int)
    indirect case mathematics(Mathematics)
    /// An index into the lesson's claims; the claim holds its own text.
    case claim(Int)
    /// An index into the lesson's references.
    case reference(Int)
    /// An index into the lesson's citations.
    case citation(Int)
  }

  /// What the piece is.
  public var kind: Kind
  /// Its place.
  public var span: Span

  /// Makes a piece.
  public init(_ kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// A picture.
public struct Image: Sendable, Hashable {
  /// Its path or address, as the author wrote it.
  public var source: String
  /// What it shows, in words, for those who cannot see it.
  public var alternative: String
  /// The title, which serves as its caption where it has a label.
  public var title: String
  /// The label behind it, `{#fig-x}`.
  public var label: Label?

  /// Makes a picture.
  public init(source: String, alternative: String, title: String, label: Label? = nil) {
    self.source = source
    self.alternative = alternative
    self.title = title
    self.label = label
  }
}

/// TeX between dollars, with the claims inside it.
public struct Mathematics: Sendable, Hashable {
  /// A stretch of TeX, or a claim in it.
  public enum Part: Sendable, Hashable {
    case tex(MappedText)
    /// `\claim{text}{expression}` or `\val[format]{expression}`: an index into the lesson's claims.
    case claim(Int)
  }

  /// The TeX in order, claims apart.
  public var parts: [Part]
  /// Whether it stands on lines of its own.
  public var isDisplay: Bool
  /// The place of the opening `$`.
  public var span: Span

  /// Makes a formula.
  public init(parts: [Part], isDisplay: Bool, span: Span) {
    self.parts = parts
    self.isDisplay = isDisplay
    self.span = span
  }
}
