import LessonFormat

/// The numbers of a lesson's figures, tables, equations and exercises, in the order of its text.
///
/// A figure or a table is numbered where it has a caption or a name; an equation where it has a label; every exercise
/// that is shown.
public struct Numbering: Sendable {
  /// A figure or table of a directive.
  public struct DisplayKey: Hashable, Sendable {
    /// The directive, by its index in the lesson.
    public var directive: Int
    /// The figure or table, by its place among what the directive shows.
    public var display: Int

    /// Names a display.
    public init(directive: Int, display: Int) {
      self.directive = directive
      self.display = display
    }
  }

  /// The numbers of what directives show.
  public private(set) var displays: [DisplayKey: ItemNumber] = [:]
  /// The numbers of exercises, by the index of their directive.
  public private(set) var exercises: [Int: ItemNumber] = [:]
  /// The numbers of labelled equations, pictures and tables, by label.
  public private(set) var labels: [String: ItemNumber] = [:]
  private var kinds: [String: Label.Kind] = [:]
  private var directiveLabels: [String: ItemNumber] = [:]
  private var counts: [Label.Kind: Int] = [:]
  /// The lesson's place in the course, from 1; nil where it stands alone.
  public let lesson: Int?

  /// Something that may have a number.
  private enum Item {
    case label(Label)
    /// The caption of a table without a label.
    case caption
    case directive(Int)
  }

  init(_ lesson: Lesson, place: Int?, displays: (Int) -> [Display]) {
    self.lesson = place
    for item in Self.items(of: lesson) {
      switch item {
      case .label(let label): number(label)
      case .caption: _ = next(.table)
      case .directive(let index): number(lesson.directives[index], index, displays(index))
      }
    }
  }

  /// The labels that directives gave.
  var directiveLabelNames: [String] { directiveLabels.keys.sorted() }

  /// The label's targets on a page.
  func targets(in index: Int, anchors: Anchors, lesson: Lesson) -> [String: LabelIndex.Target] {
    var targets: [String: LabelIndex.Target] = [:]
    for (name, number) in directiveLabels {
      guard let kind = kinds[name] else { continue }
      targets[name] = .init(lesson: index, kind: kind, number: number, anchor: name, title: "")
    }
    let titles = Dictionary(
      anchors.headings.map { ($0.anchor, $0.text) }, uniquingKeysWith: { first, _ in first })
    for label in lesson.labels where targets[label.name] == nil {
      let title = titles[label.name] ?? ""
      targets[label.name] = .init(
        lesson: index, kind: label.kind, number: labels[label.name], anchor: label.name, title: title)
    }
    return targets
  }

  private static func items(of lesson: Lesson) -> [Item] {
    var items: [Item] = []
    lesson.visitNumbered { inline in
      if case .image(let image) = inline.kind, let label = image.label { items.append(.label(label)) }
    } block: { block in
      switch block.kind {
      case .mathematics(_, let label?): items.append(.label(label))
      case .table(let table):
        if let label = table.label {
          items.append(.label(label))
        } else if table.caption != nil {
          items.append(.caption)
        }
      case .directive(let index): items.append(.directive(index))
      default: break
      }
    }
    return items
  }

  private mutating func next(_ kind: Label.Kind) -> ItemNumber {
    counts[kind, default: 0] += 1
    return ItemNumber(lesson: lesson, place: counts[kind, default: 0])
  }

  private mutating func number(_ label: Label) {
    guard labels[label.name] == nil else { return }
    labels[label.name] = next(label.kind)
  }

  private mutating func number(_ directive: Directive, _ index: Int, _ displays: [Display]) {
    guard directive.display.showsOutput else { return }
    if directive.name.value == Exercise.directive {
      let number = next(.exercise)
      exercises[index] = number
      if let name = directive.result?.value { take(Label.Kind.exercise.label(name), number, .exercise) }
    }
    for (place, display) in displays.enumerated() {
      guard let kind = display.labelKind else { continue }
      let caption =
        kind == .figure ? directive.display.figureCaption : directive.display.tableCaption
      guard directive.result != nil || caption != nil else { continue }
      let number = next(kind)
      self.displays[DisplayKey(directive: index, display: place)] = number
      guard let name = directive.result?.value else { continue }
      take(kind.label(name), number, kind)
    }
  }

  private mutating func take(_ label: String, _ number: ItemNumber, _ kind: Label.Kind) {
    guard directiveLabels[label] == nil else { return }
    directiveLabels[label] = number
    kinds[label] = kind
  }
}
