/// The texts of the JavaScript libraries.
public struct TypesettingSources: Sendable {
  /// The text of `katex.min.js`.
  public var katex: String
  /// The text of `highlight.min.js`.
  public var highlight: String

  /// Makes the sources.
  public init(katex: String, highlight: String) {
    self.katex = katex
    self.highlight = highlight
  }
}
