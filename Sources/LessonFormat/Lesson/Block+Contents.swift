extension Block {
  /// The blocks that stand in it.
  public var blocks: [Block] {
    switch kind {
    case .quote(let inner), .callout(_, let inner): inner
    case .list(let list): list.items.flatMap(\.blocks)
    case .paragraph, .heading, .table, .code, .mathematics, .thematicBreak, .html, .directive: []
    }
  }

  /// The running texts that stand in it and in no block of it: of a table its cells and its caption.
  public var texts: [[Inline]] {
    switch kind {
    case .paragraph(let content), .heading(_, let content, _): [content]
    case .table(let table): table.header + table.rows.flatMap(\.self) + [table.caption ?? []]
    case .quote, .callout, .list, .code, .mathematics, .thematicBreak, .html, .directive: []
    }
  }
}
