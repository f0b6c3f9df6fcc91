/// What the reader must know of a line to see where a block of mathematics between `$$` begins and ends.
enum DisplayLine {
  /// Whether a line opens a block, and whether it also closes it.
  enum Opening {
    case none, open, closed
  }

  /// Judges a line by what stands on it from its first character that is no space.
  ///
  /// `$$ x $$` alone is a block, with or without a label; with other text behind it, it is a paragraph.
  static func opening(of line: Bytes) -> Opening {
    guard line.matches("$$", at: 0) else { return .none }
    guard let close = FormulaScanner.doubleDollar(in: line, from: 2, to: line.count) else { return .open }
    let rest = line.trimming(close + 2..<line.count)
    let isLabel =
      line.byte(rest.lowerBound) == ASCII.openBrace && line[rest.upperBound - 1] == ASCII.closeBrace
    return rest.isEmpty || isLabel ? .closed : .none
  }

  /// Whether a later line of an open block closes it.
  static func closes(_ line: Bytes) -> Bool {
    FormulaScanner.doubleDollar(in: line, from: 0, to: line.count) != nil
  }
}
