import Engine

extension PageMaker {
  /// The course's home: its parts and their lessons.
  func home() -> String {
    let course = outline.run.course
    var values = frame(
      of: Outline.home, kind: "home-page", title: outline.title, language: course.file.language)
    values["byline"] = byline(course.file.authors.isEmpty ? [] : [listed(course.file.authors)])
    values["author"] = course.file.authors.isEmpty ? nil : course.file.authors.joined(separator: ", ")
    values["problems"] = problems(outline.run.diagnostics, on: nil)
    let tallies = outline.order.reduce(into: [Int: Tally]()) { $0[$1] = outline.runs[$1].map(Tally.init) }
    let total = tallies.values.reduce(Tally(), +)
    let lessons = counted(outline.order.count, "lesson")
    values["summary"] = total.proved == 0 ? "\(lessons)." : "\(lessons), in which \(total.words)."
    values["parts"] = course.parts.map { part -> [String: Any] in
      var entry: [String: Any] = ["lessons": part.lessons.map { lesson($0, tally: tallies[$0]) }]
      entry["title"] = part.title.isEmpty ? nil : part.title
      return entry
    }
    values["book"] = outline.hasBook ? relativeURL(from: Outline.home, to: Outline.book) : nil
    values["sharing"] = sharing(
      Outline.home, title: outline.title, description: values["summary"] as? String, type: "website")
    return templates.render(.home, values)
  }

  private func lesson(_ index: Int, tally: Tally?) -> [String: Any] {
    var entry: [String: Any] = [
      "url": relativeURL(from: Outline.home, to: outline.pages[index]), "title": outline.title(of: index),
    ]
    entry["description"] = outline.run.course.lessons[index].frontMatter.description
    entry["proved"] = tally.flatMap { $0.proved == 0 ? nil : $0.words }
    return entry
  }
}
