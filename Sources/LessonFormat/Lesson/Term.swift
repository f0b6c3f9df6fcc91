import SourceText

/// A term that a lesson defines: an entry of the course's glossary.
public struct Term: Sendable, Hashable {
  /// The directive's name.
  public static let directive = "term"

  /// What follows `term-` in its label, with the place where its author named it.
  public var name: Spanned<String>
  /// The term as readers see it.
  public var words: String
  /// What it means.
  public var definition: [Block]

  /// Makes a term.
  public init(name: Spanned<String>, words: String, definition: [Block]) {
    self.name = name
    self.words = words
    self.definition = definition
  }

  /// The label that references use: `term-gradient`.
  public var label: String { "\(Label.Kind.term.rawValue)-\(name.value)" }
}
