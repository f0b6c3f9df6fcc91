/// The fonts that formulas on a page are set in.
///
/// A page that asks for them before it is laid out does not move when they arrive.
public enum FormulaFonts {
  /// The fonts of KaTeX's classes, as CSS writes a font.
  private static let fonts: [Substring: String] = [
    "katex": "1em KaTeX_Main", "mathbf": "bold 1em KaTeX_Main", "mathit": "italic 1em KaTeX_Main",
    "mathnormal": "italic 1em KaTeX_Math", "boldsymbol": "italic bold 1em KaTeX_Math",
    "mathbb": "1em KaTeX_AMS", "amsrm": "1em KaTeX_AMS", "mathcal": "1em KaTeX_Caligraphic",
    "mathfrak": "1em KaTeX_Fraktur", "mathscr": "1em KaTeX_Script", "mathsf": "1em KaTeX_SansSerif",
    "mathtt": "1em KaTeX_Typewriter", "small-op": "1em KaTeX_Size1", "large-op": "1em KaTeX_Size2",
    "delim-size1": "1em KaTeX_Size1", "delim-size4": "1em KaTeX_Size4",
  ]
  /// Those of delimiters, whose classes mean other things elsewhere.
  private static let delimiterFonts: [Substring: String] = [
    "size1": "1em KaTeX_Size1", "size2": "1em KaTeX_Size2", "size3": "1em KaTeX_Size3",
    "size4": "1em KaTeX_Size4",
  ]

  /// The fonts that HTML with formulas needs, in order and each once.
  public static func needed(by html: String) -> [String] {
    var found: Set<String> = []
    var seen: Set<Substring> = []
    var rest = html[...]
    while let classes = nextClasses(in: &rest) {
      guard seen.insert(classes).inserted else { continue }
      let names = classes.split(separator: " ")
      let sizes = names.contains("delimsizing") ? delimiterFonts : [:]
      found.formUnion(names.compactMap { fonts[$0] ?? sizes[$0] })
    }
    return found.sorted()
  }

  /// The value of the next attribute `class`; what was read is taken away.
  private static func nextClasses(in rest: inout Substring) -> Substring? {
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "\"")) {
      let isClass = rest[..<start].utf8.suffix(6).elementsEqual("class=".utf8)
      rest = rest[rest.utf8.index(after: start)...]
      guard isClass, let end = rest.utf8.firstIndex(of: UInt8(ascii: "\"")) else { continue }
      defer { rest = rest[end...] }
      return rest[..<end]
    }
    return nil
  }
}
