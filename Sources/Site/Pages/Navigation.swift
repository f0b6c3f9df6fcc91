import Engine

extension PageMaker {
  /// Where a reader can go from a lesson: its sections, its neighbours, the lessons of its part.
  func navigation(of index: Int) -> [String: Any] {
    var values: [String: Any] = [:]
    values["contents"] = contents(of: index)
    values["previous"] = outline.neighbour(of: index, at: -1).map { link(to: $0, from: index) }
    values["next"] = outline.neighbour(of: index, at: 1).map { link(to: $0, from: index) }
    values["hasNeighbours"] = values["previous"] != nil || values["next"] != nil
    let part = outline.part(of: index)
    values["part"] = part.flatMap { self.part($0, around: index) }
    values["partTitle"] = part.flatMap { $0.title.isEmpty ? nil : $0.title }
    return values
  }

  private func link(to lesson: Int, from index: Int) -> [String: Any] {
    [
      "url": relativeURL(from: outline.pages[index], to: outline.pages[lesson]),
      "title": outline.title(of: lesson),
    ]
  }

  /// The sections of the two highest levels; nil where a list of them would help nobody.
  ///
  /// Lists with an entry a heading or a lesson are written here and not in a template, which would look every value
  /// of every entry up by reflection.
  private func contents(of index: Int) -> [String: Any]? {
    let headings = outline.run.labels.anchors(of: index).headings
    let shift = headings.contains { $0.level == 1 } ? 1 : 0
    let shown = headings.filter { $0.level + shift <= 3 }
    guard shown.count > 1 else { return nil }
    var list = HTMLBuffer()
    for heading in shown {
      list.open("li", ["class": "level-\(max(heading.level + shift, 2))"])
      list.element("a", ["href": fragmentURL(heading.anchor)], heading.text)
      list.close("li")
      list.markup("\n")
    }
    return ["entries": list.string]
  }

  /// The lessons of a part, of a long one those near the current lesson.
  ///
  /// If every page listed every lesson, the site would grow with the square of the course.
  private func part(_ part: Course.Part, around index: Int) -> [String: Any]? {
    guard part.lessons.count > 1, let place = part.lessons.firstIndex(of: index) else { return nil }
    let reach = 12
    let start = min(max(place - reach, 0), max(part.lessons.count - 2 * reach - 1, 0))
    let shown = part.lessons[start..<min(start + 2 * reach + 1, part.lessons.count)]
    var list = HTMLBuffer()
    for lesson in shown {
      let url = relativeURL(from: outline.pages[index], to: outline.pages[lesson])
      list.open("li")
      list.element(
        "a", ["href": url, "aria-current": lesson == index ? "page" : nil], outline.title(of: lesson))
      list.close("li")
      list.markup("\n")
    }
    var values: [String: Any] = [
      "title": part.title.isEmpty ? "Lessons" : part.title, "lessons": list.string,
    ]
    if shown.count < part.lessons.count {
      values["all"] = [
        "url": relativeURL(from: outline.pages[index], to: Outline.home), "count": part.lessons.count,
      ]
    }
    return values
  }
}
