/// Mathematics as it stands in a text, delimiters included.
struct Formula {
  /// Whether it is displayed: between `$$`.
  var isDisplay: Bool
  /// The TeX.
  var body: Range<Int>
  /// The offset after the closing delimiter.
  var end: Int
}

/// Finds where mathematics begins and ends.
///
/// cmark asks while it parses, and the reader asks again where it walks cmark's tree: both must get the
/// same answer, so it depends on nothing but the bytes.
enum FormulaScanner {
  /// The mathematics that a dollar opens, nil where the dollar is text.
  static func formula(in bytes: Bytes, at start: Int) -> Formula? {
    switch bytes.byte(start + 1) {
    case ASCII.dollar: displayFormula(in: bytes, at: start) ?? inlineFormula(in: bytes, at: start)
    case ASCII.backtick: quotedFormula(in: bytes, at: start) ?? inlineFormula(in: bytes, at: start)
    default: inlineFormula(in: bytes, at: start)
    }
  }

  /// The offset of the next `$$` that no backslash escapes.
  static func doubleDollar(in bytes: Bytes, from start: Int, to limit: Int) -> Int? {
    var offset = start
    while offset + 1 < limit {
      if bytes[offset] == ASCII.backslash {
        offset += 2
      } else if bytes[offset] == ASCII.dollar, bytes[offset + 1] == ASCII.dollar {
        return offset
      } else {
        offset += 1
      }
    }
    return nil
  }

  /// `$…$`: the next unescaped dollar decides, unless a code span comes first, which binds closer.
  private static func inlineFormula(in bytes: Bytes, at start: Int) -> Formula? {
    guard start + 1 < bytes.count, !ASCII.isSpace(bytes[start + 1]) else { return nil }
    var offset = start + 1
    while offset < bytes.count {
      switch bytes[offset] {
      case ASCII.backslash: offset += 2
      case ASCII.backtick:
        let end = bytes.endOfRun(of: ASCII.backtick, from: offset)
        guard closingBackticks(in: bytes, from: end, count: end - offset) == nil else { return nil }
        offset = end
      case ASCII.dollar:
        let closes =
          offset > start + 1 && !ASCII.isSpace(bytes[offset - 1]) && !ASCII.isDigit(bytes.byte(offset + 1))
        return closes ? Formula(isDisplay: false, body: start + 1..<offset, end: offset + 1) : nil
      default: offset += 1
      }
    }
    return nil
  }

  /// `$$…$$` in running text.
  private static func displayFormula(in bytes: Bytes, at start: Int) -> Formula? {
    guard let close = doubleDollar(in: bytes, from: start + 2, to: bytes.count) else { return nil }
    guard !bytes.trimming(start + 2..<close).isEmpty else { return nil }
    return Formula(isDisplay: true, body: start + 2..<close, end: close + 2)
  }

  /// `` $`…`$ ``, where backticks keep other Markdown viewers away from the TeX.
  private static func quotedFormula(in bytes: Bytes, at start: Int) -> Formula? {
    let open = bytes.endOfRun(of: ASCII.backtick, from: start + 1)
    let length = open - start - 1
    guard let close = closingBackticks(in: bytes, from: open, count: length) else { return nil }
    guard bytes.byte(close + length) == ASCII.dollar else { return nil }
    return Formula(isDisplay: false, body: open..<close, end: close + length + 1)
  }

  /// The offset of the next run of exactly so many backticks.
  static func closingBackticks(in bytes: Bytes, from start: Int, count: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      guard bytes[offset] == ASCII.backtick else {
        offset += 1
        continue
      }
      let end = bytes.endOfRun(of: ASCII.backtick, from: offset)
      if end - offset == count { return offset }
      offset = end
    }
    return nil
  }
}
