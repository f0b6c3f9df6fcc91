import Engine
import LessonFormat

/// One use of a directive.
struct DirectiveUse {
  /// The name of its result.
  var name: String?
  var line: Int
  /// The nearest identifier on the lesson's page; empty for the page's top.
  var anchor: String
  /// What the page calls it: `Figure 3`.
  var number: String?
  var caption: String?

  /// Whether there is more to tell than its place.
  var isShown: Bool { number != nil || caption != nil }
}

/// Finds where a lesson uses directives, and what its page shows of them.
struct DirectiveUses {
  private static let captionBytes = 110

  private let run: LessonRun
  private let prose: LessonProse
  private let numbering: Numbering

  init(_ run: LessonRun, at lesson: Int, labels: LabelIndex) {
    self.run = run
    prose = LessonProse(run, at: lesson, labels: labels)
    numbering = labels.numbering(of: lesson)
  }

  /// The uses of each directive, in order.
  func byName() -> [String: [DirectiveUse]] {
    run.lesson.directives.indices.reduce(into: [:]) { uses, index in
      uses[run.lesson.directives[index].name.value, default: []].append(use(of: index))
    }
  }

  private func use(of index: Int) -> DirectiveUse {
    let directive = run.lesson.directives[index]
    let shown = number(of: index)
    return DirectiveUse(
      name: directive.result?.value, line: run.lesson.file.line(of: directive.span.start),
      anchor: anchor(of: index, shown?.kind), number: shown?.text,
      caption: prose.captions[index].flatMap { $0.isEmpty ? nil : $0.shortened(bytes: Self.captionBytes) })
  }

  /// The first thing with a number that a directive shows.
  private func number(of index: Int) -> (kind: Label.Kind, text: String)? {
    if let exercise = numbering.exercises[index] { return (.exercise, "Exercise \(exercise)") }
    let displays = run.directives[index].run?.outcome.displays ?? []
    for (place, display) in displays.enumerated() {
      guard let kind = display.labelKind,
        let number = numbering.displays[Numbering.DisplayKey(directive: index, display: place)]
      else { continue }
      return (kind, kind == .figure ? "Figure \(number)" : "Table \(number)")
    }
    return nil
  }

  private func anchor(of index: Int, _ kind: Label.Kind?) -> String {
    let directive = run.lesson.directives[index]
    let section = prose.directiveSections[index] ?? ""
    guard directive.display.showsOutput else { return section }
    if let term = directive.term { return term.label }
    if let kind, let result = directive.result { return kind.label(result.value) }
    return run.directives[index].facts.isEmpty ? section : factAnchor(index, 0)
  }
}
