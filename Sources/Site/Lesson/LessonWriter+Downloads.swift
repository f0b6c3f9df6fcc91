import Engine

extension LessonWriter {
  /// Quiet links to the files of a figure or a table, at the end of its caption.
  mutating func writeDownloads(of key: Numbering.DisplayKey, as tag: StaticString, name: String) {
    guard !isOnPaper, let files = outline.downloads[index].files[key] else { return }
    html.open(tag, ["class": "downloads"])
    for (format, path) in [("SVG", files.drawing), ("CSV", files.sheet)] {
      guard let path else { continue }
      html.open(
        "a", ["href": url(of: path), "download": "", "aria-label": "\(name) as \(format)"])
      html.text(format)
      html.markup("</a> ")
    }
    html.close(tag)
    html.markup("\n")
  }
}
