import Engine
import LessonFormat

extension PageMaker {
  /// The course's home: its parts and their lessons.
  func home() -> String {
    let course = outline.run.course
    var values = frame(
      of: Outline.home, kind: "home-page", title: outline.title, language: course.file.language)
    values["byline"] = byline(course.file.authors.isEmpty ? [] : [listed(course.file.authors)])
    values["author"] = course.file.authors.isEmpty ? nil : course.file.authors.joined(separator: ", ")
    values["problems"] = problems(outline.run.diagnostics, on: nil)
    var summaries: [Int: LessonSummary] = [:]
    for lesson in outline.order {
      summaries[lesson] = outline.runs[lesson].map {
        LessonSummary($0, at: lesson, labels: outline.run.labels)
      }
    }
    let total = outline.order.compactMap { summaries[$0] }.reduce(LessonSummary(), +)
    values["summary"] = "\(counted(outline.order.count, "lesson")), \(total.time.words) of reading."
    values["proved"] = total.proved.map { "\($0) \(total.provesOne ? "is" : "are") verified." }
    var html = HTMLBuffer()
    for part in course.parts { write(part, summaries, to: &html) }
    values["content"] = html.string
    values["book"] = outline.hasBook ? relativeURL(from: Outline.home, to: Outline.book) : nil
    values["sharing"] = sharing(
      Outline.home, title: outline.title, description: values["summary"] as? String, type: "website")
    return templates.render(.home, values)
  }

  /// Written here and not in a template, which would look every value of every lesson up by reflection.
  private func write(_ part: Course.Part, _ summaries: [Int: LessonSummary], to html: inout HTMLBuffer) {
    html.markup("<section class=\"part-list\">\n")
    if !part.title.isEmpty {
      html.element("h2", [:], part.title)
      html.markup("\n")
      let time = part.lessons.compactMap { summaries[$0]?.time }.reduce(ReadingTime(), +)
      html.element(
        "p", ["class": "part-summary"], "\(counted(part.lessons.count, "lesson")) · \(time.words)")
    }
    html.markup("<ol class=\"lessons\">\n")
    for lesson in part.lessons { write(lesson, summaries[lesson], to: &html) }
    html.markup("</ol>\n</section>\n")
  }

  private func write(_ lesson: Int, _ summary: LessonSummary?, to html: inout HTMLBuffer) {
    let url = relativeURL(from: Outline.home, to: outline.pages[lesson])
    html.markup("<li>\n")
    html.element("a", ["href": url], outline.title(of: lesson))
    html.markup("\n")
    if let description = outline.run.course.lessons[lesson].frontMatter.description {
      html.element("p", ["class": "description"], description)
      html.markup("\n")
    }
    if let summary {
      html.markup("<p class=\"effort\">")
      html.element("span", ["class": "time"], "\(summary.time.minutes) min")
      if let proved = summary.proved {
        html.element("span", ["class": "proved"], "\(proved) verified")
      }
      html.markup("</p>\n")
    }
    html.markup("</li>\n")
  }
}
