import LessonFormat

extension Outline {
  /// The files of the course that pages link to or show, in order.
  func linkedFiles() -> [String] {
    var files: Set<String> = []
    for lesson in order {
      guard let run = runs[lesson] else { continue }
      var found = LinkedAddresses(showsSolutions: showsSolutions)
      found.visit(run.lesson)
      files.formUnion(found.addresses.compactMap { file(for: $0, from: lesson) })
    }
    return files.sorted()
  }
}

/// The addresses in a lesson's links and pictures.
private struct LinkedAddresses {
  let showsSolutions: Bool
  private(set) var addresses: [String] = []

  init(showsSolutions: Bool) { self.showsSolutions = showsSolutions }

  mutating func visit(_ lesson: Lesson) {
    visit(lesson.blocks)
    for footnote in lesson.footnotes { visit(footnote.blocks) }
    for directive in lesson.directives {
      visit(directive.display.figureCaption ?? [])
      visit(directive.display.tableCaption ?? [])
      if let exercise = directive.exercise { visit(exercise) }
      visit(directive.term?.definition ?? [])
    }
    for claim in lesson.claims { visit(claim.content) }
  }

  private mutating func visit(_ exercise: Exercise) {
    visit(exercise.question + exercise.hint)
    if showsSolutions { visit(exercise.solution) }
    switch exercise.answer {
    case .chosen(let choices, _): for choice in choices { visit(choice.content) }
    case .stated(let claim): if showsSolutions { visit(claim.content) }
    case .open: break
    }
  }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      for text in block.texts { visit(text) }
      visit(block.blocks)
    }
  }

  private mutating func visit(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.kind {
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): visit(inner)
      case .link(let destination, _, let inner):
        addresses.append(destination)
        visit(inner)
      case .image(let image): addresses.append(image.source)
      default: break
      }
    }
  }
}
