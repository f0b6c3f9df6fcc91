/// A text that was cut out of a source file, and where each of its bytes came from.
///
/// Container prefixes, escapes and YAML quoting are gone from the text; the map leads every offset in it back
/// to the author's file, so that an error inside an expression is reported where the author wrote it.
public struct MappedText: Sendable, Hashable, Codable {
  /// A stretch of the text that was copied from the source byte for byte, or, when `isVerbatim` is false,
  /// derived as a whole from the source at `source`.
  private struct Run: Sendable, Hashable, Codable {
    var start: Int
    var source: Int
    var isVerbatim: Bool
  }

  /// The text itself.
  public private(set) var text: String
  private var runs: [Run]
  private var sourceEnd: Int

  /// Makes an empty text at a place of the source.
  public init(at offset: Int) {
    self.text = ""
    self.runs = []
    self.sourceEnd = offset
  }

  /// Makes a text that stands in the source as it is, from an offset on.
  public init(_ text: String, at offset: Int) {
    self.init(at: offset)
    append(text, from: Span(offset, offset + text.utf8.count))
  }

  /// The number of UTF-8 bytes.
  public var count: Int { text.utf8.count }

  /// Whether the text is empty.
  public var isEmpty: Bool { text.isEmpty }

  /// Adds a text that came from a span: byte for byte when the lengths agree, otherwise as a whole.
  public mutating func append(_ addition: String, from span: Span) {
    guard !addition.isEmpty else {
      sourceEnd = span.end
      return
    }
    let start = text.utf8.count
    let verbatim = addition.utf8.count == span.count
    let continues =
      verbatim && runs.last.map { $0.isVerbatim && $0.source + start - $0.start == span.start } == true
    if !continues { runs.append(Run(start: start, source: span.start, isVerbatim: verbatim)) }
    text += addition
    sourceEnd = span.end
  }

  /// Adds another mapped text behind this one.
  public mutating func append(_ other: MappedText) {
    let start = text.utf8.count
    for run in other.runs {
      runs.append(Run(start: run.start + start, source: run.source, isVerbatim: run.isVerbatim))
    }
    text += other.text
    sourceEnd = other.sourceEnd
  }

  /// The offset in the source of a UTF-8 offset in the text; the end of the text leads to the end of the source.
  public func source(of offset: Int) -> Int {
    guard offset < text.utf8.count else { return sourceEnd }
    guard let run = run(holding: max(offset, 0)) else { return sourceEnd }
    return run.isVerbatim ? run.source + max(offset, 0) - run.start : run.source
  }

  /// The place in the source of a range of UTF-8 offsets in the text.
  public func span(of range: Range<Int>) -> Span {
    guard !range.isEmpty else { return Span(at: source(of: range.lowerBound)) }
    let start = source(of: range.lowerBound)
    let last = source(of: range.upperBound - 1)
    let isVerbatim = run(holding: range.upperBound - 1)?.isVerbatim == true
    let end = isVerbatim ? last + 1 : source(of: range.upperBound)
    return Span(start, end)
  }

  /// The place of the whole text in the source.
  public var span: Span { Span(source(of: 0), sourceEnd) }

  /// A part of the text, by UTF-8 offsets on the borders of characters.
  public func slice(_ range: Range<Int>) -> MappedText {
    var result = MappedText(at: source(of: range.lowerBound))
    let utf8 = Array(text.utf8)
    var start = range.lowerBound
    while start < range.upperBound {
      let next = runs.first { $0.start > start }?.start ?? utf8.count
      let end = min(next, range.upperBound)
      let piece = String(decoding: utf8[start..<end], as: UTF8.self)
      let isVerbatim = run(holding: start)?.isVerbatim == true
      let from = source(of: start)
      result.append(piece, from: isVerbatim ? Span(from, from + end - start) : Span(from, source(of: end)))
      start = end
    }
    return result
  }

  /// The same text, whose places were offsets in another text, with the places that those offsets come from.
  ///
  /// A text that was cut out of a cut-out text leads back to the file in one step.
  public func relocated(through outer: MappedText) -> MappedText {
    var result = self
    result.runs = []
    for (index, run) in runs.enumerated() {
      let end = index + 1 < runs.count ? runs[index + 1].start : count
      if run.isVerbatim {
        result.runs += outer.runs(from: run.source, count: end - run.start, movedTo: run.start)
      } else {
        result.runs.append(Run(start: run.start, source: outer.source(of: run.source), isVerbatim: false))
      }
    }
    let start = min(source(of: 0), sourceEnd)
    result.sourceEnd = outer.span(of: start..<sourceEnd).end
    return result
  }

  /// The runs behind a stretch of the text, for a text that holds the stretch from another offset on.
  private func runs(from offset: Int, count: Int, movedTo start: Int) -> [Run] {
    guard var index = indexOfRun(holding: offset) else { return [] }
    var moved: [Run] = []
    var place = offset
    while place < offset + count {
      let run = runs[index]
      let source = run.isVerbatim ? run.source + place - run.start : run.source
      moved.append(Run(start: start + place - offset, source: source, isVerbatim: run.isVerbatim))
      index += 1
      guard index < runs.count else { break }
      place = runs[index].start
    }
    return moved
  }

  private func run(holding offset: Int) -> Run? {
    indexOfRun(holding: offset).map { runs[$0] }
  }

  private func indexOfRun(holding offset: Int) -> Int? {
    var low = 0
    var high = runs.count
    while high > low {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
