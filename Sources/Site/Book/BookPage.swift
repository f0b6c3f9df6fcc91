import Engine

extension Outline {
  /// Whether the course is also made as one page to print.
  ///
  /// A lesson that stands alone prints as it is, and of a book beyond this nobody turns the pages.
  var hasBook: Bool { !isSingleLesson && (1...Self.mostLessonsInBook).contains(order.count) }

  private static var mostLessonsInBook: Int { 300 }

  /// The identifier of a lesson within the book.
  func bookAnchor(of lesson: Int) -> String { "lesson-\(lesson + 1)" }
}

extension PageMaker {
  /// The whole course as one page: title, contents, and all lessons in order.
  func book() -> String {
    let course = outline.run.course
    var values = frame(
      of: Outline.book, kind: "book-page", title: outline.title, language: course.file.language)
    values["documentTitle"] = "\(outline.title) · to print"
    values["isBook"] = true
    values["byline"] = byline(course.file.authors.isEmpty ? [] : [listed(course.file.authors)])
    var contents = HTMLBuffer()
    var lessons = HTMLBuffer()
    let rebase = BookLinks(outline)
    for part in course.parts {
      let shown = part.lessons.filter { outline.runs[$0] != nil }
      guard !shown.isEmpty else { continue }
      contents.markup("<li>")
      if !part.title.isEmpty { contents.element("span", ["class": "part-title"], part.title) }
      contents.markup("\n<ol>\n")
      for lesson in shown {
        contents.markup("<li>")
        contents.element(
          "a", ["href": fragmentURL(outline.bookAnchor(of: lesson))], outline.title(of: lesson))
        contents.markup("</li>\n")
        write(lesson, partTitle: lesson == shown.first ? part.title : "", rebase, to: &lessons)
      }
      contents.markup("</ol></li>\n")
    }
    values["entries"] = contents.string
    values["content"] = lessons.string
    return templates.render(.print, values)
  }

  private func write(_ lesson: Int, partTitle: String, _ rebase: BookLinks, to html: inout HTMLBuffer) {
    guard let run = outline.runs[lesson] else { return }
    let frontMatter = run.lesson.frontMatter
    let course = outline.run.course.file
    var writer = LessonWriter(
      outline: outline, index: lesson, run: run, typesetter: typesetter, isOnPaper: true)
    let language = outline.language(of: lesson)
    let anchor = outline.bookAnchor(of: lesson)
    html.open(
      "article",
      [
        "class": "lesson", "id": anchor, "aria-labelledby": "\(anchor)-title",
        "lang": language == course.language ? nil : language,
      ])
    html.markup("\n<header class=\"lesson-header\">\n")
    if !partTitle.isEmpty { html.element("p", ["class": "part-title"], partTitle) }
    html.element("h2", ["class": "lesson-title", "id": "\(anchor)-title"], frontMatter.title)
    if let subtitle = frontMatter.subtitle { html.element("p", ["class": "subtitle"], subtitle) }
    let authors = frontMatter.authors == course.authors ? [] : frontMatter.authors
    let byline = (authors.isEmpty ? [] : [listed(authors)]) + (frontMatter.date.map { [$0] } ?? [])
    if !byline.isEmpty { html.element("p", ["class": "byline"], byline.joined(separator: " · ")) }
    html.markup("\n</header>\n")
    html.fragment(rebase.moved(writer.write(), of: lesson))
    html.markup("</article>\n")
  }
}
