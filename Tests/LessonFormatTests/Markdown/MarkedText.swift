import SourceText

/// A text in which marks show the places where something is expected.
struct MarkedText {
  /// The text without its marks.
  let text: String
  /// The places of the marks.
  let positions: [Position]

  /// Takes the marks `▸` out of a text.
  init(_ marked: String) {
    let pieces = marked.split(separator: "▸", omittingEmptySubsequences: false)
    let text = pieces.joined()
    let file = SourceFile(path: "marked.md", text: text)
    var offset = 0
    var positions: [Position] = []
    for piece in pieces.dropLast() {
      offset += piece.utf8.count
      positions.append(file.position(of: offset))
    }
    self.text = text
    self.positions = positions
  }
}
