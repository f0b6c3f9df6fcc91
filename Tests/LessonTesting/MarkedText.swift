import SourceText

/// A file's text in which `⟦code⟧` stands before each place where a mistake of that kind must be reported.
struct MarkedText {
  /// The text without its marks.
  private(set) var text = ""
  /// The expected mistakes as `line:column code`, in order of place.
  private(set) var mistakes: [String] = []

  init(_ marked: String) {
    var marks: [(offset: Int, code: String)] = []
    var rest = marked[...]
    while let start = rest.firstIndex(of: "⟦"), let end = rest[start...].firstIndex(of: "⟧") {
      text += rest[..<start]
      marks.append((text.utf8.count, String(rest[rest.index(after: start)..<end])))
      rest = rest[rest.index(after: end)...]
    }
    text += rest
    let file = SourceFile(path: "", text: text)
    mistakes = marks.map { mark in
      let place = file.position(of: mark.offset)
      return "\(place.line):\(place.column) \(mark.code)"
    }
  }
}
