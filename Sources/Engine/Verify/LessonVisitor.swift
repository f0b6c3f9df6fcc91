import LessonFormat

extension Lesson {
  /// Visits every block and every inline of a lesson: its text, its footnotes, its exercises, its terms, the captions
  /// of its directives and the texts of its claims.
  func visitInlines(_ inline: (Inline) -> Void, block: (Block) -> Void = { _ in }) {
    visitNumbered(inline, block: block)
    for exercise in directives.compactMap(\.exercise) {
      visit(exercise.question + exercise.hint + exercise.solution, inline: inline, block: block)
      for claim in exercise.answers { visit(claim.content, inline) }
    }
    for term in directives.compactMap(\.term) { visit(term.definition, inline: inline, block: block) }
  }

  /// Visits the same but for the exercises and terms, in which nothing has a label or a number.
  func visitNumbered(_ inline: (Inline) -> Void, block: (Block) -> Void) {
    visit(blocks, inline: inline, block: block)
    for footnote in footnotes { visit(footnote.blocks, inline: inline, block: block) }
  }

  private func visit(_ blocks: [Block], inline: (Inline) -> Void, block visitBlock: (Block) -> Void) {
    for block in blocks {
      visitBlock(block)
      switch block.kind {
      case .paragraph(let content), .heading(_, let content, _): visit(content, inline)
      case .quote(let inner), .callout(_, let inner): visit(inner, inline: inline, block: visitBlock)
      case .list(let list):
        for item in list.items { visit(item.blocks, inline: inline, block: visitBlock) }
      case .table(let table):
        for cell in table.header + table.rows.flatMap(\.self) { visit(cell, inline) }
        if let caption = table.caption { visit(caption, inline) }
      case .directive(let index):
        let display = directives[index].display
        for caption in [display.figureCaption, display.tableCaption] { visit(caption ?? [], inline) }
      case .code, .mathematics, .thematicBreak, .html: break
      }
    }
  }

  private func visit(_ inlines: [Inline], _ visitInline: (Inline) -> Void) {
    for inline in inlines {
      visitInline(inline)
      switch inline.kind {
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner):
        visit(inner, visitInline)
      case .claim(let index): visit(claims[index].content, visitInline)
      default: break
      }
    }
  }
}
