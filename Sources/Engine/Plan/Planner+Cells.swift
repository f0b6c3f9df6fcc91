import LessonFormat

/// Cells of Swift: a step for each program, and one for each cell that picks its part.
extension Planner {
  mutating func planCell(_ directive: Directive, _ index: Int, _ lesson: Int) {
    let (_, errors) = SwiftCell.options(of: directive)
    for error in errors { report(error, lesson, index) }
    if let segment = cellSegments.segment(beginningAt: index) {
      cellProgram = planProgram(segment, lesson)
    }
    guard let program = cellProgram, case .cells(let cells, _) = plan.steps[program].work,
      let position = cells.firstIndex(of: index)
    else { return }
    let step = addStep(
      lesson, index, .cell(program: program, position: position),
      NameResolver.Resolution(dependencies: [program]))
    defineResult(of: directive, .step(step), lesson, index)
    for declared in DeclaredExperiment.all(in: directive.code?.text ?? "") {
      lessonDeclarations[declared.name] = Plan.Declaration(
        name: declared.name, source: .cell(program: program, position: position, step: step))
    }
  }

  /// A program waits for whatever its cells ask of the lesson as it stands above it.
  private mutating func planProgram(_ segment: CellSegments.Segment, _ lesson: Int) -> Int {
    let first = segment.cells[segment.repeated]
    let offset = course.lessons[lesson].directives[first].span.start
    var resolution = NameResolver.Resolution()
    for name in segment.cells.flatMap({ mentions(ofCell: $0, lesson) }) {
      guard let meaning = plan.lessons[lesson].names.meaning(of: name, at: offset) else { continue }
      resolution.meanings[name] = meaning
      resolution.dependencies.formUnion(meaning.steps)
    }
    return addStep(lesson, first, .cells(segment.cells, repeated: segment.repeated), resolution)
  }

  func segments(ofCellsIn lesson: Lesson) -> CellSegments {
    var definitions: [String: Int] = [:]
    for (index, directive) in lesson.directives.enumerated() {
      for name in directive.announcedNames { definitions[name.value] = definitions[name.value] ?? index }
    }
    return CellSegments(of: lesson) { cell in
      SwiftCell.mentions(in: lesson.directives[cell].code?.text ?? "")
        .compactMap { definitions[$0] }.filter { $0 < cell }.max()
    }
  }

  private func mentions(ofCell cell: Int, _ lesson: Int) -> [String] {
    course.lessons[lesson].directives[cell].code.map { SwiftCell.mentions(in: $0.text) } ?? []
  }
}
