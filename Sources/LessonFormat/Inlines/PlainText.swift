/// What remains of inline pieces where only plain text can stand.
enum PlainText {
  /// The text of inline pieces: emphasis dropped, mathematics as its TeX between dollars.
  static func of(_ inlines: [Inline], claims: [Claim]) -> String {
    inlines.map { of($0, claims: claims) }.joined()
  }

  /// Whether nothing is there to be read.
  static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  private static func of(_ inline: Inline, claims: [Claim]) -> String {
    switch inline.kind {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner):
      of(inner, claims: claims)
    case .image(let image): image.alternative
    case .mathematics(let mathematics): "$" + of(mathematics, claims: claims) + "$"
    case .claim(let index): claims.indices.contains(index) ? claims[index].text.text : ""
    case .html, .footnote, .reference, .citation: ""
    }
  }

  private static func of(_ mathematics: Mathematics, claims: [Claim]) -> String {
    mathematics.parts.map { part in
      switch part {
      case .tex(let text): text.text
      case .claim(let index): claims.indices.contains(index) ? claims[index].text.text : ""
      }
    }.joined()
  }
}
