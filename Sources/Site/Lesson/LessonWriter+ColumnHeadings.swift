import LessonFormat

extension LessonWriter {
  /// The words of a table's heading.
  ///
  /// What a heading is called is read out with every cell below it, and not every program reads MathML for that: a
  /// formula in a heading says its signs as a text, too.
  mutating func writeColumnHeading(_ content: [Inline]) {
    isInColumnHeading = true
    write(content)
    isInColumnHeading = false
  }

  /// A formula with its signs as the name of its MathML.
  func named(_ formula: String) -> String {
    guard let start = formula.firstRange(of: "<math "), let end = formula.firstRange(of: "<annotation") else {
      return formula
    }
    var isTag = true
    let signs = formula[start.upperBound..<end.lowerBound].filter { sign in
      if sign == "<" || sign == ">" { isTag = sign == "<" }
      return !isTag && sign != ">" && sign != "\""
    }
    var named = formula
    named.replaceSubrange(start, with: "<math aria-label=\"\(signs)\" ")
    return named
  }
}
