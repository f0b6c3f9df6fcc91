import Engine

extension PageMaker {
  /// The page of all works that the course cites, each with its lessons.
  func references() -> String {
    let title = "References"
    var values = frame(
      of: Outline.references, kind: "references-page", title: title,
      language: outline.run.course.file.language)
    let works = outline.citedWorks.works.indices.filter { !outline.citedWorks.works[$0].lessons.isEmpty }
    values["summary"] = "\(counted(works.count, "work")), with the lessons that cite each."
    values["content"] = list(of: works)
    return templates.render(.references, values)
  }

  private func list(of works: [Int]) -> String {
    var html = HTMLBuffer()
    html.markup("<ul>\n")
    for index in works {
      let work = outline.citedWorks.works[index]
      html.open("li", ["id": outline.citedWorks.anchor(of: index)])
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
