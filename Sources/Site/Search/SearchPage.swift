import Engine
import LessonFormat

extension PageMaker {
  /// The index that the script of the search loads when it is first opened.
  func searchIndex() -> String {
    var index = SearchIndex()
    for lesson in outline.order {
      guard let run = outline.runs[lesson] else { continue }
      var prose = LessonProse(run, at: lesson, labels: outline.run.labels)
      if let description = run.lesson.frontMatter.description {
        prose.sections[0].text = "\(description) \(prose.sections[0].text)".squeezed
      }
      index.add(
        prose.sections, title: outline.title(of: lesson),
        url: relativeURL(from: Outline.search, to: outline.pages[lesson]))
    }
    return index.script()
  }

  /// What the search shows to readers without scripts: the contents of the course.
  func search() -> String {
    let course = outline.run.course
    var values = frame(
      of: Outline.search, kind: "search-page", title: "Search", language: course.file.language)
    var list = HTMLBuffer()
    for part in course.parts {
      if !part.title.isEmpty { list.element("h2", [:], part.title) }
      list.markup("<ol>\n")
      for lesson in part.lessons where outline.runs[lesson] != nil {
        list.markup("<li>")
        let url = relativeURL(from: Outline.search, to: outline.pages[lesson])
        list.element("a", ["href": url], outline.title(of: lesson))
        list.markup("</li>\n")
      }
      list.markup("</ol>\n")
    }
    values["content"] = list.string
    return templates.render(.search, values)
  }
}
