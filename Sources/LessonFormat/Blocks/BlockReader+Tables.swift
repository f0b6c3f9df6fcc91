internal import CCmark
import SourceText

extension BlockReader {
  /// Reads a table.
  func table(_ node: Node) -> Block? {
    var table = Table(alignments: alignments(of: node), header: [], rows: [])
    var end = source.start(of: node)
    var start = end
    for row in node.children {
      let isHeader = cmark_gfm_extensions_get_table_row_is_header(row.pointer) != 0
      let line = isHeader ? headerLine(of: node) : source.startLine(of: row)
      let written = TableRow(line: line, in: source, startingAt: isHeader ? headerStart(of: node) : nil)
      if isHeader { start = written.start }
      if !isHeader, row.next == nil, attachCaption(row, written, to: &table) {
        end = source.trimmed(from: written.start).end
        break
      }
      let cells = self.cells(of: row, written)
      reportSurplus(written, columns: table.alignments.count)
      end = source.trimmed(from: written.start).end
      if isHeader { table.header = cells } else { table.rows.append(cells) }
    }
    return Block(.table(table), span: Span(start, end))
  }

  private func cells(of row: Node, _ written: TableRow) -> [[Inline]] {
    row.children.enumerated().map { index, cell in
      guard index < written.cells.count else { return [] }
      let range = written.cells[index]
      var reader = InlineReader(
        builder, tree: tree, content: Content(unescapingBars: cell.content, from: [range], in: source))
      return reader.inlines(below: cell)
    }
  }

  private func reportSurplus(_ row: TableRow, columns: Int) {
    guard row.cells.count > columns else { return }
    builder.report(
      .markdown, at: source.trimmed(from: row.start),
      "a row of \(row.cells.count) cells in a table of \(columns) columns: those too many would vanish",
      help: "give the header as many cells, or write \\| for a bar that divides nothing")
  }

  private func alignments(of node: Node) -> [Table.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node.pointer))
    guard let letters = cmark_gfm_extensions_get_table_alignments(node.pointer) else { return [] }
    return (0..<count).map { index in
      switch letters[index] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  /// The header's line: cmark counts the lines of a paragraph that stood right above it to the table.
  private func headerLine(of table: Node) -> Int {
    let line = source.startLine(of: table)
    guard let paragraph = table.previous, paragraph.cmarkStartLine == 0 else { return line }
    return line + paragraph.content.lineCount
  }

  private func headerStart(of table: Node) -> Int? {
    headerLine(of: table) == source.startLine(of: table) ? source.start(of: table) : nil
  }

  /// Takes the paragraph `: caption {#tbl-x}` behind a table as its caption.
  func attachCaption(_ paragraph: Node, to blocks: inout [Block]) -> Bool {
    guard case .table(var table)? = blocks.last?.kind, table.caption == nil, table.label == nil else {
      return false
    }
    let content = paragraphContent(paragraph)
    guard isCaption(content.bytes) else { return false }
    readCaption(paragraph, content, into: &table)
    blocks[blocks.count - 1].kind = .table(table)
    blocks[blocks.count - 1].span.end = content.span(content.bytes.trimming(0..<content.count)).end
    return true
  }

  /// Takes a last row that begins with a colon and has no bars as the caption: cmark ends a table at a
  /// blank line only.
  private func attachCaption(_ row: Node, _ written: TableRow, to table: inout Table) -> Bool {
    guard written.isUndivided, let cell = row.firstChild, let range = written.cells.first else {
      return false
    }
    let content = Content(unescapingBars: cell.content, from: [range], in: source)
    guard isCaption(content.bytes) else { return false }
    readCaption(cell, content, into: &table)
    return true
  }

  private func isCaption(_ bytes: Bytes) -> Bool {
    bytes.byte(0) == ASCII.colon && ASCII.isSpace(bytes.byte(1))
  }

  private func readCaption(_ node: Node, _ content: Content, into table: inout Table) {
    let label = LabelScanner.trailing(in: content.bytes, 1..<content.count)
    let text = content.bytes.trimming(1..<(label?.lowerBound ?? content.count))
    var reader = InlineReader(builder, tree: tree, content: content, visible: text)
    let inlines = reader.inlines(below: node)
    table.caption = inlines.isEmpty ? nil : inlines
    table.label = label.flatMap { builder.label(in: content, $0, for: .table, at: content.span($0)) }
  }
}
