import Engine

extension PageMaker {
  /// The page of all works that the course cites, each with its lessons.
  func references() -> String {
    let title = "References"
    var values = frame(
      of: Outline.references, kind: "references-page", title: title,
      language: outline.run.course.file.language)
    let works = outline.citedWorks.listed
    values["summary"] = "\(counted(works.count, "work")), with the lessons that cite each."
    values["content"] = list(of: works)
    return templates.render(.references, values)
  }

  private func list(of works: [CitedWorks.Work]) -> String {
    var html = HTMLBuffer()
    html.markup("<ul>\n")
    for (place, work) in works.enumerated() {
      html.open("li", ["id": "reference-\(place + 1)"])
      html.reference(work)
      html.markup(" <span class=\"cited-in\">Cited in ")
      for (place, lesson) in work.lessons.enumerated() {
        if place > 0 { html.markup(", ") }
        let url = relativeURL(from: Outline.references, to: outline.pages[lesson])
        html.element("a", ["href": url], outline.title(of: lesson))
      }
      html.markup("</span></li>\n")
    }
    html.markup("</ul>\n")
    return html.string
  }
}
