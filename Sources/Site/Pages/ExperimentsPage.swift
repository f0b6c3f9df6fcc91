import Engine
import LessonFormat

extension PageMaker {
  /// Every directive that the course uses, with all its uses.
  func experiments() -> String {
    let course = outline.run.course
    var values = frame(
      of: Outline.experiments, kind: "experiments-page", title: "Experiments", language: course.file.language)
    var html = HTMLBuffer()
    let uses = experimentUses()
    for (name, lessons) in uses.sorted(by: { $0.key < $1.key }) {
      html.open("section", ["class": "experiment"])
      html.markup("\n")
      html.open("h2", ["id": "experiment-\(name)"])
      html.element("code", [:], "{\(name)}")
      html.markup("</h2>\n")
      html.element(
        "p", ["class": "summary"], outline.run.summaries[name] ?? "Declared in Swift by this course.")
      html.markup("\n<ul class=\"uses\">\n")
      for use in lessons { write(use, to: &html) }
      html.markup("</ul>\n</section>\n")
    }
    let count = uses.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.uses.count } }
    values["summary"] = "\(counted(uses.count, "experiment")), used \(counted(count, "time"))."
    values["content"] = html.string
    return templates.render(.experiments, values)
  }

  /// The uses of each directive, lesson by lesson.
  private func experimentUses() -> [String: [LessonUses]] {
    var found: [String: [LessonUses]] = [:]
    for lesson in outline.order {
      guard let run = outline.runs[lesson] else { continue }
      let reader = DirectiveUses(run, at: lesson, labels: outline.run.labels)
      for (name, uses) in reader.byName() {
        found[name, default: []].append(LessonUses(lesson: lesson, uses: uses))
      }
    }
    return found
  }

  private func write(_ lesson: LessonUses, to html: inout HTMLBuffer) {
    let page = relativeURL(from: Outline.experiments, to: outline.pages[lesson.lesson])
    html.markup("<li>")
    html.element("a", ["href": page], outline.title(of: lesson.lesson))
    html.markup("\n<ul>\n")
    for use in lesson.uses.filter(\.isShown) {
      html.markup("<li>")
      write(use, page: page, to: &html)
      html.markup("</li>\n")
    }
    // What readers do not see has nothing to be told apart by but its lines.
    let others = lesson.uses.filter { !$0.isShown }
    if !others.isEmpty { html.markup("<li>") }
    for (place, use) in others.enumerated() {
      if place > 0 { html.markup(", ") }
      write(use, page: page, to: &html)
    }
    if !others.isEmpty { html.markup("</li>\n") }
    html.markup("</ul>\n</li>\n")
  }

  private func write(_ use: DirectiveUse, page: String, to html: inout HTMLBuffer) {
    html.open("a", ["href": page + fragmentURL(use.anchor)])
    if let name = use.name {
      html.element("code", [:], name)
      html.markup("</a>")
      html.text(", line \(use.line)")
    } else {
      html.text("line \(use.line)")
      html.markup("</a>")
    }
    if let number = use.number { html.text(" · \(number)") }
    if let caption = use.caption { html.text(" · \(caption)") }
  }
}

/// The uses of a directive in a lesson.
private struct LessonUses {
  var lesson: Int
  var uses: [DirectiveUse]
}
