/// Breaks text into lines that fit, at spaces, and cuts what cannot fit.
struct TextWrapping {
  let width: Double
  let size: Double
  var isBold = false
  var mostLines = 3

  /// The lines of a text; the last one ends in an ellipsis where text is left over.
  func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      let extended = current.isEmpty ? word : current + " " + word
      if fits(extended) {
        current = extended
        continue
      }
      if !current.isEmpty { lines.append(current) }
      current = word
    }
    if !current.isEmpty { lines.append(current) }
    let isCut = lines.count > mostLines
    lines = Array(lines.prefix(mostLines))
    if isCut, let last = lines.popLast() { lines.append(last + " …") }
    return lines.map(shortened)
  }

  /// Whether every word of a text fits on a line of its own and all lines are allowed.
  func fitsWhole(_ text: String) -> Bool {
    let lines = lines(text)
    return lines.allSatisfy { !$0.hasSuffix("…") || text.hasSuffix($0) }
  }

  /// One line of text, cut where it is too long.
  func shortened(_ line: String) -> String {
    if fits(line) { return line }
    let characters = Array(line)
    var (kept, tooMany) = (0, characters.count)
    while tooMany - kept > 1 {
      let middle = (kept + tooMany) / 2
      if fits(String(characters.prefix(middle)) + "…") { kept = middle } else { tooMany = middle }
    }
    return String(characters.prefix(kept)) + "…"
  }

  private func fits(_ text: String) -> Bool {
    TextMetrics.width(text, size: size, isBold: isBold) <= width
  }
}
