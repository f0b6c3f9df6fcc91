import SourceText

/// The text of one block, container prefixes stripped, and where each piece of it stands in the file.
///
/// cmark strips prefixes line by line, so what it keeps of a line is a suffix of the source line.
struct Content {
  /// A stretch of the content that stands in the file as it is; or, where it is not verbatim, something
  /// that cmark made of the byte at `source`.
  private struct Run {
    var start: Int
    var source: Int
    var isVerbatim = true
  }

  /// The text; whoever made the content keeps it alive.
  let bytes: Bytes
  private var runs: [Run] = []
  private var sourceEnd: Int
  /// A caption's content has a map already; its first bytes may have been put before it.
  private var text: (mapped: MappedText, prefix: Int)?

  /// Makes the content of a block whose lines are suffixes of the file's lines from `firstLine` on.
  init(_ bytes: Bytes, firstLine: Int, in source: LessonSource) {
    self.bytes = bytes
    self.sourceEnd = source.file.span(ofLine: firstLine).start
    var start = 0
    var line = firstLine
    while start < bytes.count {
      let end = bytes.endOfLine(from: start)
      appendLine(start..<end, from: source.file.span(ofLine: line), in: source)
      start = end + 1
      line += 1
    }
  }

  /// Makes the content that stands verbatim at an offset of the file.
  init(_ bytes: Bytes, at offset: Int) {
    self.bytes = bytes
    self.runs = [Run(start: 0, source: offset)]
    self.sourceEnd = offset + bytes.count
  }

  /// Makes the content of a table's cells, or of text above a table: cmark took the backslash from each `\|`.
  ///
  /// - Parameters:
  ///   - bytes: The content, one line for each range.
  ///   - ranges: Where the lines stand in the file.
  ///   - source: The lesson.
  init(unescapingBars bytes: Bytes, from ranges: [Range<Int>], in source: LessonSource) {
    self.bytes = bytes
    self.sourceEnd = ranges.last?.upperBound ?? 0
    var start = 0
    for range in ranges where start < bytes.count {
      let end = bytes.endOfLine(from: start)
      appendUnescapingBars(start..<end, from: range, in: source)
      start = end + 1
    }
  }

  private mutating func appendUnescapingBars(
    _ line: Range<Int>, from range: Range<Int>, in source: LessonSource
  ) {
    var offset = range.lowerBound
    runs.append(Run(start: line.lowerBound, source: offset))
    for start in line where offset < range.upperBound {
      if source.bytes[offset] == ASCII.backslash, bytes[start] == ASCII.bar {
        offset += 1
        runs.append(Run(start: start, source: offset))
      }
      offset += 1
    }
  }

  /// Makes the content of a caption, before which `prefix` bytes were put that the author did not write.
  init(_ bytes: Bytes, of text: MappedText, prefix: Int) {
    self.bytes = bytes
    self.text = (text, prefix)
    self.sourceEnd = text.span.end
  }

  private mutating func appendLine(_ range: Range<Int>, from line: Span, in source: LessonSource) {
    sourceEnd = line.end
    let offset = line.end - range.count
    if offset >= line.start, source.holds(bytes, range, at: offset) {
      return append(Run(start: range.lowerBound, source: offset))
    }
    // cmark wrote spaces for the part of a tab that a container did not consume.
    let text = bytes.skippingBlanks(from: range.lowerBound)
    let rest = min(text, range.upperBound)..<range.upperBound
    if rest.lowerBound > range.lowerBound {
      let tab = max(line.end - rest.count - 1, line.start)
      append(Run(start: range.lowerBound, source: tab, isVerbatim: false))
    }
    append(Run(start: rest.lowerBound, source: max(line.end - rest.count, line.start)))
  }

  private mutating func append(_ run: Run) {
    if let last = runs.last, last.isVerbatim, run.isVerbatim,
      last.source + run.start - last.start == run.source
    {
      return
    }
    runs.append(run)
  }

  /// The number of bytes.
  var count: Int { bytes.count }

  /// The offset in the file of an offset in the content.
  func source(of offset: Int) -> Int {
    if let text { return text.mapped.source(of: max(offset - text.prefix, 0)) }
    guard offset < bytes.count, let run = run(holding: offset) else { return sourceEnd }
    return runs[run].isVerbatim ? runs[run].source + offset - runs[run].start : runs[run].source
  }

  /// The place in the file of a range of the content.
  func span(_ range: Range<Int>) -> Span {
    if let text {
      let lower = max(range.lowerBound - text.prefix, 0)
      return text.mapped.span(of: lower..<max(range.upperBound - text.prefix, lower))
    }
    guard !range.isEmpty else { return Span(at: source(of: range.lowerBound)) }
    let start = source(of: range.lowerBound)
    guard let last = run(holding: range.upperBound - 1) else { return Span(at: start) }
    return Span(start, min(source(of: range.upperBound - 1) + (runs[last].isVerbatim ? 1 : 0), sourceEnd))
  }

  /// A part of the content together with its map.
  func mapped(_ range: Range<Int>) -> MappedText {
    if let text {
      let lower = max(range.lowerBound - text.prefix, 0)
      return text.mapped.slice(lower..<max(range.upperBound - text.prefix, lower))
    }
    var result = MappedText(at: source(of: range.lowerBound))
    guard !range.isEmpty, var index = run(holding: range.lowerBound) else { return result }
    var start = range.lowerBound
    while start < range.upperBound {
      let next = index + 1 < runs.count ? runs[index + 1].start : bytes.count
      let end = min(max(next, start + 1), range.upperBound)
      let from = source(of: start)
      let span = runs[index].isVerbatim ? Span(from, from + end - start) : Span(from, source(of: end))
      result.append(bytes.string(start..<end), from: span)
      start = end
      index = min(index + 1, runs.count - 1)
    }
    return result
  }

  private func run(holding offset: Int) -> Int? {
    var low = 0
    var high = runs.count
    while high > low {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}

extension Bytes {
  /// The offset of the line feed that ends the line at an offset, or the end.
  func endOfLine(from start: Int) -> Int {
    var end = start
    while end < count, self[end] != ASCII.newline { end += 1 }
    return end
  }
}
