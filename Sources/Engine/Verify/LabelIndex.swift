import LessonFormat
import SourceText

/// What every label of the course leads to: written ones, and those of directives that drew or printed something.
public struct LabelIndex: Sendable {
  /// What a label leads to.
  public struct Target: Sendable, Hashable {
    /// The lesson, by its index in the course.
    public var lesson: Int
    /// What is labelled.
    public var kind: Label.Kind
    /// Its number; nil for sections.
    public var number: ItemNumber?
    /// The identifier on the page.
    public var anchor: String
    /// The heading's text, for sections.
    public var title: String
  }

  /// What came of looking a reference up.
  public enum Resolution: Sendable, Hashable {
    case found(Target)
    /// Nothing has this label.
    case missing
    /// Several other lessons have a directive of this name.
    case ambiguous([Int])
    /// A directive of this name did not run, so that nothing can be said.
    case unknown
  }

  /// One lesson's targets by label.
  private var lessons: [[String: Target]] = []
  /// The numbers of each lesson's figures, tables and equations.
  private var numberings: [Numbering] = []
  private var anchors: [Anchors] = []
  private var broken: [Set<String>] = []
  /// Where each label is to be found, by lesson; a written label that is taken already is an error and leads nowhere.
  private var owners: [String: [Int]] = [:]
  /// The first lesson that wrote a label.
  private var writers: [String: Int] = [:]

  /// Finds the labels of a course; those of its terms are in the glossary.
  init(course: Course, glossary: Glossary, plan: Plan, results: StepResults) {
    let terms = glossary.targets
    for (index, lesson) in course.lessons.enumerated() {
      let anchors = Anchors(lesson)
      let place = course.numbersLessons ? index + 1 : nil
      let numbering = Numbering(lesson, place: place) { directive in
        plan.lessons[index].steps[directive].lazy.compactMap { step -> [Display]? in
          guard case .succeeded(_, let run?) = results[step] else { return nil }
          return run.outcome.displays
        }.first ?? []
      }
      let targets = numbering.targets(in: index, anchors: anchors, lesson: lesson)
        .merging(terms[index] ?? [:]) { first, _ in first }
      let written = Set(lesson.labels.map(\.name)).subtracting(numbering.directiveLabelNames)
      for name in targets.keys where !written.contains(name) || writers[name] == nil {
        owners[name, default: []].append(index)
        if written.contains(name) { writers[name] = index }
      }
      self.anchors.append(anchors)
      numberings.append(numbering)
      lessons.append(targets)
      broken.append(Self.brokenDirectives(of: lesson, plan: plan.lessons[index], results: results))
    }
  }

  private static func brokenDirectives(
    of lesson: Lesson, plan: Plan.LessonPlan, results: StepResults
  ) -> Set<String> {
    var names: Set<String> = []
    for (index, directive) in lesson.directives.enumerated() {
      guard let name = directive.result?.value else { continue }
      let isUnread = directive.name.value == Term.directive && directive.term == nil
      if isUnread || !results.succeeded(plan.steps[index]) { names.insert(name) }
    }
    return names
  }

  /// The headings of a lesson.
  public func anchors(of lesson: Int) -> Anchors { anchors[lesson] }

  /// The numbers of a lesson's figures, tables and equations.
  public func numbering(of lesson: Int) -> Numbering { numberings[lesson] }

  /// What a reference in a lesson leads to: its own lesson comes first.
  public func resolve(_ reference: Reference, from lesson: Int) -> Resolution {
    if let target = lessons[lesson][reference.name] { return .found(target) }
    let directive = directiveName(behind: reference)
    if broken[lesson].contains(directive) { return .unknown }
    let others = owners[reference.name, default: []]
    if others.count > 1 { return .ambiguous(others) }
    if let other = others.first, let target = lessons[other][reference.name] { return .found(target) }
    return broken.contains { $0.contains(directive) } ? .unknown : .missing
  }

  /// The name of the directive whose figure or table a reference may ask for; empty where no directive gives such a
  /// label.
  private func directiveName(behind reference: Reference) -> String {
    switch reference.kind {
    case .figure, .table, .exercise, .term: String(reference.name.drop { $0 != "-" }.dropFirst())
    case .equation, .section: ""
    }
  }

  /// Whether something on a lesson's page has this label as its identifier.
  func hasAnchor(_ anchor: String, in lesson: Int) -> Bool {
    lessons[lesson][anchor] != nil
  }

  /// The labels that could be meant, for suggestions.
  var names: some Sequence<String> { owners.keys }

  /// The lesson before a given one that wrote the same label; nil where there is none.
  func earlierWriter(of label: String, than lesson: Int) -> Int? {
    writers[label].flatMap { $0 < lesson ? $0 : nil }
  }
}
