import Engine

extension Outline {
  /// What a link on a lesson's page becomes.
  enum Destination: Hashable {
    /// An address of another site.
    case external(String)
    /// An address within the site.
    case inside(String)
    /// Nothing: it may not be followed.
    case nowhere
  }

  /// Where a link that a lesson wrote leads from a page that shows it.
  func destination(of link: String, from lesson: Int, on page: String) -> Destination {
    switch LinkTarget(link, from: run.course.lessons[lesson].file.path) {
    case .external: return .external(link)
    case .page(let fragment) where page == pages[lesson]:
      return .inside(fragment.isEmpty ? "#" : fragmentURL(fragment))
    case .page(let fragment):
      return .inside(relativeURL(from: page, to: pages[lesson], fragment: fragment))
    case .file(let path, let fragment):
      let target = self.lesson(at: path).map { pages[$0] } ?? path
      return .inside(relativeURL(from: page, to: target, fragment: fragment))
    case .unsafe: return .nowhere
    }
  }

  /// The file of the course that a link or a picture needs beside the page; nil where it needs none.
  func file(for link: String, from lesson: Int) -> String? {
    guard case .file(let path, _) = LinkTarget(link, from: run.course.lessons[lesson].file.path) else {
      return nil
    }
    return self.lesson(at: path) == nil && !path.isEmpty ? path : nil
  }
}
