import SourceText

/// A lesson as its author wrote it: every part with its place, nothing run yet.
public struct Lesson: Sendable {
  /// The file.
  public let file: SourceFile
  /// The keys between the `---` lines.
  public let frontMatter: FrontMatter
  /// The text, in order.
  public let blocks: [Block]
  /// The footnotes somebody refers to, in the order of their numbers.
  public let footnotes: [Footnote]
  /// Every directive, in order; `Block.Kind.directive` holds an index into this list.
  public let directives: [Directive]
  /// Every claim and every inserted value, in the order of their places; `Inline.Kind.claim` and the parts of
  /// mathematics hold indices into this list.
  public let claims: [Claim]
  /// Every label that an author wrote, in order: `{#eq-x}`.
  ///
  /// Labels of directives come from their results.
  public let labels: [Label]
  /// Every reference to a label, in order.
  public let references: [Reference]
  /// Every citation, those that say where the values of directives come from too; `Inline.Kind.citation` and
  /// `Directive.citedSource` hold indices into this list.
  public let citations: [Citation]
  /// Everything that is wrong with the text, in order of place.
  public let diagnostics: [Diagnostic]

  /// Makes a lesson from its parts.
  public init(
    file: SourceFile, frontMatter: FrontMatter, blocks: [Block], footnotes: [Footnote],
    directives: [Directive], claims: [Claim], labels: [Label], references: [Reference],
    citations: [Citation] = [], diagnostics: [Diagnostic]
  ) {
    self.file = file
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.footnotes = footnotes
    self.directives = directives
    self.claims = claims
    self.labels = labels
    self.references = references
    self.citations = citations
    self.diagnostics = diagnostics
  }
}

/// The front matter of a lesson.
public struct FrontMatter: Sendable, Hashable {
  /// The lesson's title; the file's stem where it is missing, which is an error.
  public var title = ""
  /// A second line below the title.
  public var subtitle: String?
  /// One or two sentences for lists of lessons and search engines.
  public var description: String?
  /// Who wrote it, one name an entry.
  public var authors: [String] = []
  /// When, as the author wrote it.
  public var date: String?
  /// Words to find it by.
  public var keywords: [String] = []
  /// The language of the text, as a BCP 47 tag.
  public var language: String?
  /// Whether it is left out of the course's site.
  public var isDraft = false
  /// The bibliography's file.
  public var bibliography: Spanned<String>?
  /// The seed of every experiment in the lesson that names none of its own.
  public var seed: Spanned<Int>?

  /// Makes empty front matter.
  public init() {}
}

/// A footnote.
public struct Footnote: Sendable, Hashable {
  /// Its number on the page, from 1.
  public var number: Int
  /// The label the author gave it.
  public var label: String
  /// Its text.
  public var blocks: [Block]
  /// Its place.
  public var span: Span

  /// Makes a footnote.
  public init(number: Int, label: String, blocks: [Block], span: Span) {
    self.number = number
    self.label = label
    self.blocks = blocks
    self.span = span
  }
}

/// A name that references lead to.
public struct Label: Sendable, Hashable {
  /// What is labelled: the word before the first hyphen.
  public enum Kind: String, Sendable, CaseIterable {
    case equation = "eq"
    case section = "sec"
    case figure = "fig"
    case table = "tbl"
    case exercise = "exr"
    case term = "term"
  }

  /// What is labelled.
  public var kind: Kind
  /// The whole label, `eq-x`.
  public var name: String
  /// The place of `{#eq-x}`, with its braces.
  public var span: Span

  /// Makes a label.
  public init(kind: Kind, name: String, span: Span) {
    self.kind = kind
    self.name = name
    self.span = span
  }
}

/// A reference to a label, `@eq-x`.
public struct Reference: Sendable, Hashable {
  /// What it asks for.
  public var kind: Label.Kind
  /// The label's name, without the `@`.
  public var name: String
  /// The place of the reference, from its `@`.
  public var span: Span

  /// Makes a reference.
  public init(kind: Label.Kind, name: String, span: Span) {
    self.kind = kind
    self.name = name
    self.span = span
  }
}
