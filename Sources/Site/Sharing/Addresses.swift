import Engine

extension Outline {
  /// Where the site will stand, with a slash at its end; nil where the course does not say.
  var baseURL: String? {
    run.course.file.baseURL.map { address in
      var address = address[...]
      while address.hasSuffix("/") { address = address.dropLast() }
      return address + "/"
    }
  }

  /// The address of a file of the site, for other sites.
  func address(of path: String, at base: String) -> String {
    path == Self.home ? base : base + relativeURL(from: "", to: path)
  }

  /// The picture by which other sites show a page.
  static func picture(of page: String) -> String { "\(page.dropLast(5)).card.png" }
}

extension PageMaker {
  /// What a page tells other sites about itself; nil where the course does not say where it will stand.
  func sharing(_ page: String, title: String, description: String?, type: String) -> [String: Any]? {
    guard let base = outline.baseURL else { return nil }
    var values: [String: Any] = [
      "address": outline.address(of: page, at: base), "title": title, "type": type, "site": outline.title,
    ]
    values["description"] = description
    guard pictures != nil else { return values }
    values["picture"] = [
      "address": outline.address(of: Outline.picture(of: page), at: base),
      "width": String(PictureMaker.width), "height": String(PictureMaker.height),
      "alternative": "\(title) – \(outline.title)",
    ]
    return values
  }
}
