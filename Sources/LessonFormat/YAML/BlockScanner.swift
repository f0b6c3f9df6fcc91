import SourceText

/// Reads literal (`|`) and folded (`>`) scalars: the indentation goes, the ends of lines stay or fold.
struct BlockScanner {
  private enum Chomping {
    case clip, strip, keep
  }

  private let source: YAMLSource
  private let end: Int
  private let isFolded: Bool
  private var chomping = Chomping.clip
  private var position: Int
  private var indentation = Int.max

  /// Makes a scanner of a scalar from its `|` or `>` on.
  init(_ source: YAMLSource, _ range: Range<Int>, value: String, isFolded: Bool) {
    self.source = source
    self.end = range.upperBound
    self.isFolded = isFolded
    self.position = range.lowerBound
    readHeader()
    // The header may give the indentation relative to a parent that is not seen here; what libyaml left of
    // the first line's spaces says it as well.
    let lead = leadingSpaces(of: source.bytes[position..<end])
    let kept = leadingSpaces(of: Array(value.utf8)[...])
    if let lead, let kept, lead >= kept { indentation = lead - kept }
  }

  /// Adds the scalar's value to a text.
  consuming func scan(into result: inout MappedText) {
    var lastBreak: LineBreak?
    var emptyLines = takeEmptyLines()
    var lastIsBlank = false
    while position < end {
      let isBlank = source.bytes[position].isBlank
      if isFolded, let first = lastBreak, first.folds, !lastIsBlank, !isBlank {
        if emptyLines.isEmpty { result.append(" ", from: source.span(first.range)) }
      } else if let first = lastBreak {
        append([first], to: &result)
      }
      append(emptyLines, to: &result)
      lastIsBlank = isBlank
      lastBreak = takeLine(into: &result)
      emptyLines = takeEmptyLines()
    }
    if chomping != .strip, let lastBreak { append([lastBreak], to: &result) }
    if chomping == .keep { append(emptyLines, to: &result) }
  }

  private func append(_ breaks: [LineBreak], to result: inout MappedText) {
    for lineBreak in breaks { result.append(lineBreak.text, from: source.span(lineBreak.range)) }
  }

  private mutating func readHeader() {
    var isIndicator = true
    while position < end {
      if let lineBreak = LineBreak(in: source.bytes, at: position, before: end) {
        position = lineBreak.range.upperBound
        return
      }
      let byte = source.bytes[position]
      if byte.isBlank { isIndicator = false }
      if isIndicator, byte == UInt8(ascii: "-") { chomping = .strip }
      if isIndicator, byte == UInt8(ascii: "+") { chomping = .keep }
      position += 1
    }
  }

  /// The spaces before the first line that holds anything else.
  private func leadingSpaces(of bytes: ArraySlice<UInt8>) -> Int? {
    var count = 0
    for byte in bytes {
      switch byte {
      case 0x20: count += 1
      case 0x0A, 0x0D: count = 0
      default: return count
      }
    }
    return nil
  }

  private mutating func takeLine(into result: inout MappedText) -> LineBreak? {
    let start = position
    while position < end {
      if let lineBreak = LineBreak(in: source.bytes, at: position, before: end) {
        source.appendVerbatim(start..<position, to: &result)
        position = lineBreak.range.upperBound
        return lineBreak
      }
      position += 1
    }
    source.appendVerbatim(start..<position, to: &result)
    return nil
  }

  /// Passes lines with no more than indentation, and the indentation of the next line.
  private mutating func takeEmptyLines() -> [LineBreak] {
    var breaks: [LineBreak] = []
    while true {
      var column = 0
      while column < indentation, position < end, source.bytes[position] == 0x20 {
        position += 1
        column += 1
      }
      guard let lineBreak = LineBreak(in: source.bytes, at: position, before: end) else { return breaks }
      breaks.append(lineBreak)
      position = lineBreak.range.upperBound
    }
  }
}
