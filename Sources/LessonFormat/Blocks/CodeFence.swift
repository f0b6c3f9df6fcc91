internal import CCmark
import SourceText

/// The lines that open and close a fenced block.
struct CodeFence {
  /// The offset of the fence's first character.
  let start: Int
  /// The fence itself.
  let opening: Span
  /// What stands behind the fence on its line, spaces apart.
  let info: Range<Int>
  /// Whether a closing fence was found.
  let isClosed: Bool
  /// The place of the whole block.
  let span: Span

  /// Finds the fences of a code block; nil for an indented one.
  init?(_ node: Node, in source: LessonSource) {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(node.pointer, &length, &offset, &character) != 0 else { return nil }
    start = source.start(of: node)
    let line = source.startLine(of: node)
    let end = source.bytes.endOfRun(of: UInt8(bitPattern: character), from: start)
    opening = Span(start, end)
    info = source.bytes.trimming(end..<max(source.file.span(ofLine: line).end, end))
    let last = line + node.literal.lineCount + 1
    isClosed = Self.closes(source, last, UInt8(bitPattern: character), count: end - start, node)
    let lastLine = isClosed ? last : min(last - 1, source.file.lineCount)
    span = Span(start, max(source.trimmedSpan(ofLine: lastLine).end, info.upperBound))
  }

  /// Whether a line closes the block, and begins no other, as a fence behind the end of a quote does.
  private static func closes(
    _ source: LessonSource, _ line: Int, _ character: UInt8, count: Int, _ node: Node
  ) -> Bool {
    guard line <= source.file.lineCount, source.line(node.cmarkEndLine) == line else { return false }
    let span = source.trimmedSpan(ofLine: line)
    var fence = span.end
    while fence > span.start, source.bytes[fence - 1] == character { fence -= 1 }
    guard span.end - fence >= count else { return false }
    var ancestor: Node? = node
    while let current = ancestor {
      if let next = current.next, next.kind != .footnoteDefinition {
        return source.startLine(of: next) != line
      }
      ancestor = current.parent
    }
    return true
  }
}
