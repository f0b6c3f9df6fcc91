extension Lesson {
  /// The numbers in running text that nothing verifies, in the order of the text.
  ///
  /// Text is what a claim could stand in: paragraphs, headings, lists, cells of tables, captions, footnotes, and what
  /// exercises ask, hint at and solve. Mathematics and code are notation, the text of a link names what it leads to,
  /// and what the program numbers (lists, figures, references) is not written by the author.
  public var numerals: Numerals {
    var search = NumeralSearch(lesson: self)
    search.visit(blocks)
    for footnote in footnotes { search.visit(footnote.blocks) }
    search.found.listed.sort { $0.span.start < $1.span.start }
    return search.found
  }
}

/// Goes through the text of a lesson.
private struct NumeralSearch {
  let lesson: Lesson
  var found = Numerals()
  private var isInSolution = false

  init(lesson: Lesson) { self.lesson = lesson }

  mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      for text in block.texts { visit(text) }
      visit(block.blocks)
      if case .directive(let index) = block.kind { visit(lesson.directives[index]) }
    }
  }

  private mutating func visit(_ directive: Directive) {
    visit(directive.display.figureCaption ?? [])
    visit(directive.display.tableCaption ?? [])
    guard let exercise = directive.exercise else { return }
    visit(exercise.question + exercise.hint)
    isInSolution = true
    visit(exercise.solution)
    isInSolution = false
  }

  private mutating func visit(_ inlines: [Inline]) {
    guard !inlines.isEmpty else { return }
    let text = ProseText(inlines, file: lesson.file, claims: lesson.claims)
    let (count, listed) = text.numerals(
      listing: Numerals.mostListed - found.listed.count, isInSolution: isInSolution)
    found.count += count
    found.listed += listed
  }
}
