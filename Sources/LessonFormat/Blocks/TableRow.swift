import SourceText

/// A row of a table as it is written, cut into cells the way cmark does it.
struct TableRow {
  /// The offset in the file where the row begins in its container.
  let start: Int
  /// The place of each cell, without the white space at its ends.
  let cells: [Range<Int>]
  /// Whether no bar divides the row.
  let isUndivided: Bool

  /// Reads the row on a line of the file.
  init(line: Int, in source: LessonSource, startingAt known: Int? = nil) {
    let bytes = source.bytes
    let span = source.file.span(ofLine: line)
    // A row cannot begin with `>`: that would open a quote.
    let nothing = Bytes(start: nil, count: 0)
    let start = min(known ?? source.startOfContinuation(span, of: nothing, 0..<0), span.end)
    self.start = start
    let first = bytes.byte(start) == ASCII.bar ? start + 1 : start
    var cells: [Range<Int>] = []
    var cell = first
    var offset = first
    while offset < span.end {
      if bytes[offset] == ASCII.backslash, ASCII.isPunctuation(bytes.byte(offset + 1)) {
        offset += 2
      } else {
        if bytes[offset] == ASCII.bar {
          cells.append(bytes.trimming(cell..<offset))
          cell = offset + 1
        }
        offset += 1
      }
    }
    isUndivided = cells.isEmpty && first == start
    let last = bytes.trimming(cell..<max(span.end, cell))
    if !last.isEmpty { cells.append(last) }
    self.cells = cells
  }
}
