import Engine
import LessonFormat

extension LessonWriter {
  /// The directives of the lesson whose results something uses.
  var usedDirectives: [DirectivePlace] {
    lesson.directives.indices.map { DirectivePlace(lesson: index, directive: $0) }
      .filter(outline.run.uses.isUsed)
  }

  /// Writes what directives were asked, and what uses what they gave.
  mutating func writeExperiments(_ used: [DirectivePlace]) {
    guard !used.isEmpty else { return }
    html.markup("<h3>What gave them</h3>\n<ul class=\"origin-source-list\">\n")
    for place in used { writeExperiment(place) }
    html.markup("</ul>\n")
  }

  private mutating func writeExperiment(_ place: DirectivePlace) {
    let directive = lesson.directives[place.directive]
    html.open("li", ["class": "origin-source", "id": sourceAnchor(place.directive)])
    html.markup("\n<p class=\"origin-source-name\"><span>")
    writeName(of: directive)
    html.markup("</span>")
    html.element("span", ["class": "origin-place"], "line \(lesson.file.line(of: directive.span.start))")
    html.markup("</p>\n<pre>")
    html.element("code", [:], directive.source)
    html.markup("</pre>\n")
    if let seed = run.directives[place.directive].impliedSeed {
      html.element("p", ["class": "origin-seed"], "with the seed \(seed)")
      html.markup("\n")
    }
    writeUses(of: place)
    html.markup("</li>\n")
  }

  /// A directive by its result and its name, linked to what it was asked.
  mutating func writeLink(to place: DirectivePlace) {
    guard let run = outline.runs[place.lesson] else { return }
    let isElsewhere = place.lesson != index
    let anchor = sourceAnchor(place.directive)
    let url = isElsewhere ? url(of: outline.pages[place.lesson], fragment: anchor) : fragmentURL(anchor)
    html.open("a", ["href": url])
    writeName(of: run.lesson.directives[place.directive])
    html.markup("</a>")
    guard isElsewhere else { return }
    html.markup(" in ")
    html.element("cite", [:], outline.title(of: place.lesson))
  }

  private mutating func writeName(of directive: Directive) {
    if let result = directive.result {
      html.element("code", [:], result.value)
      html.markup(" ")
    }
    html.element("span", ["class": "directive-name"], "{\(directive.name.value)}")
  }

  private mutating func writeUses(of place: DirectivePlace) {
    let uses = self.uses(of: place)
    guard !uses.isEmpty else { return }
    html.markup("<p class=\"origin-uses\">used by ")
    for (position, use) in uses.prefix(Self.mostUses).enumerated() {
      if position > 0 { html.markup(", ") }
      if let url = use.url { html.element("a", ["href": url], use.text) } else { html.text(use.text) }
    }
    if uses.count > Self.mostUses { html.text(" and \(uses.count - Self.mostUses) more") }
    html.markup("</p>\n")
  }

  /// Of more uses nobody reads.
  private static let mostUses = 24

  /// What uses a directive's results: numbers and directives of this lesson, then other lessons.
  private func uses(of place: DirectivePlace) -> [(text: String, url: String?)] {
    let all = outline.run.uses
    var lines: Set<Int> = []
    let claims = all.claims(using: place).filter { $0.lesson == index }.map(\.claim)
      // Of a claim that the page does not show there is nothing to lead to.
      .filter { notedOrigins.contains(claimAnchor($0)) }
      .compactMap { claim -> (String, String?)? in
        let line = lesson.file.line(of: lesson.claims[claim].span.start)
        return lines.insert(line).inserted ? ("line \(line)", fragmentURL(claimAnchor(claim))) : nil
      }
    let directives = all.directives(using: place).filter { $0.lesson == index }
      .map { user -> (String, String?) in
        let directive = lesson.directives[user.directive]
        let name = "{\(directive.name.value)}"
        return (directive.result.map { "\($0.value) \(name)" } ?? name, nil)
      }
    let lessons = otherLessons(using: place).map { lesson -> (String, String?) in
      (outline.title(of: lesson), url(of: outline.pages[lesson]))
    }
    return claims + directives + lessons
  }

  private func otherLessons(using place: DirectivePlace) -> [Int] {
    let uses = outline.run.uses
    let lessons = uses.claims(using: place).map(\.lesson) + uses.directives(using: place).map(\.lesson)
    return Set(lessons).subtracting([index]).filter { outline.runs[$0] != nil }.sorted()
  }
}

/// The identifier of what tells what a directive was asked, on its lesson's page.
func sourceAnchor(_ directive: Int) -> String { "source-\(directive + 1)" }
