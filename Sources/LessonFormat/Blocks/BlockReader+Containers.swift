internal import CCmark
import SourceText

extension BlockReader {
  /// Reads a quote, or the callout that its first line makes of it.
  mutating func quote(_ node: Node) -> Block? {
    guard let first = node.firstChild, first.kind == .paragraph, let marker = calloutMarker(first) else {
      let blocks = blocks(below: node)
      return Block(.quote(blocks), span: span(of: node, holding: blocks))
    }
    let content = paragraphContent(first)
    let rest = content.bytes.skippingBlanks(from: min(marker.end, content.count))..<content.count
    var blocks: [Block] = []
    if !content.bytes.trimming(rest).isEmpty, let text = paragraph(first, content, visible: rest) {
      blocks.append(text)
    }
    if let second = first.next { blocks += self.blocks(below: node, from: second) }
    return Block(.callout(marker.callout, blocks), span: span(of: node, holding: blocks))
  }

  /// The `[!NOTE]` that is all of a paragraph's first line, and the offset of the line behind it.
  private func calloutMarker(_ paragraph: Node) -> (callout: Callout, end: Int)? {
    let bytes = paragraph.content
    guard bytes.matches("[!", at: 0), paragraph.firstChild?.kind == .text else { return nil }
    let end = bytes.endOfLine(from: 0)
    let line = bytes.trimming(0..<end)
    guard bytes.byte(line.upperBound - 1) == ASCII.closeBracket else { return nil }
    let name = bytes.string(2..<max(line.upperBound - 1, 2)).uppercased()
    return Callout(rawValue: name).map { ($0, end + 1) }
  }

  /// Reads a list.
  mutating func list(_ node: Node) -> Block? {
    let isOrdered = cmark_node_get_list_type(node.pointer) == CMARK_ORDERED_LIST
    var items: [List.Item] = []
    for item in node.children { items.append(self.item(item)) }
    let list = List(
      start: isOrdered ? Int(cmark_node_get_list_start(node.pointer)) : nil,
      isTight: cmark_node_get_list_tight(node.pointer) != 0, items: items)
    let start = source.start(of: node)
    return Block(.list(list), span: Span(start, max(items.last?.span.end ?? start, start)))
  }

  private mutating func item(_ node: Node) -> List.Item {
    guard let first = node.firstChild, first.kind == .paragraph, let isDone = taskMarker(first) else {
      let blocks = blocks(below: node)
      return List.Item(isDone: nil, blocks: blocks, span: span(of: node, holding: blocks))
    }
    let content = paragraphContent(first)
    let text = content.bytes.skippingSpaces(from: 3)..<content.count
    var blocks = paragraph(first, content, visible: text).map { [$0] } ?? []
    if let second = first.next { blocks += self.blocks(below: node, from: second) }
    return List.Item(isDone: isDone, blocks: blocks, span: span(of: node, holding: blocks))
  }

  /// Whether the task that a paragraph begins with is done; nil where it begins with none.
  private func taskMarker(_ paragraph: Node) -> Bool? {
    let bytes = paragraph.content
    guard paragraph.firstChild?.kind == .text, ASCII.isSpace(bytes.byte(3)) else { return nil }
    guard !bytes.trimming(3..<bytes.count).isEmpty else { return nil }
    if bytes.matches("[ ]", at: 0) { return false }
    return bytes.matches("[x]", at: 0) || bytes.matches("[X]", at: 0) ? true : nil
  }
}

extension Node {
  /// The level of a heading.
  var headingLevel: Int32 { cmark_node_get_heading_level(pointer) }
}
