/// Checks the style sheet of a drawing: colours as properties, for the drawing alone.
enum DrawingStyle {
  static func passes(_ style: String, identifier: String) -> Bool {
    let selectors: Set = [
      "#\(identifier)", ":root#\(identifier)", ":root[data-theme=light] #\(identifier)",
      ":root[data-theme=dark] #\(identifier)", "#\(identifier),:root[data-theme] #\(identifier)",
      "@media (prefers-color-scheme:dark)", "@media print",
    ]
    // What stands before a brace that opens is a selector, what stands before one that closes a list.
    var rest = style[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      let part = String(rest[..<brace])
      guard rest[brace] == "{" ? selectors.contains(part) : part.split(separator: ";").allSatisfy(isProperty)
      else { return false }
      rest = rest[rest.index(after: brace)...]
    }
    return rest.isEmpty
  }

  private static func isProperty(_ declaration: Substring) -> Bool {
    guard declaration != "background:var(--paper)" else { return true }
    let parts = declaration.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("--"), parts[0].utf8.allSatisfy(ByteScanner.isWord) else {
      return false
    }
    let paper = "var(--plot-paper,"
    let color =
      parts[1].hasPrefix(paper) && parts[1].hasSuffix(")")
      ? parts[1].dropFirst(paper.count).dropLast() : parts[1]
    return color.hasPrefix("#") && color.dropFirst().utf8.allSatisfy(ByteScanner.isWord)
  }
}
