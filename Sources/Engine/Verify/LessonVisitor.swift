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
      for text in block.texts { visit(text, inline) }
      visit(block.blocks, inline: inline, block: visitBlock)
      if case .directive(let index) = block.kind {
        let display = directives[index].display
        for caption in [display.figureCaption, display.tableCaption] { visit(caption ?? [], inline) }
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
