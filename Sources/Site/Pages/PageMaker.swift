import Engine
import LessonFormat
import SourceText
import Typesetting

/// Makes pages from what the templates need to know.
struct PageMaker: Sendable {
  let outline: Outline
  let templates: Templates
  let typesetter: Typesetter
  let pictures: PictureMaker?
  let preview: Preview?

  /// What every page tells its template.
  func frame(of page: String, kind: String, title: String, language: String) -> [String: Any] {
    let home = outline.isSingleLesson ? outline.pages[0] : Outline.home
    var values: [String: Any] = [
      "language": language, "kind": kind, "siteTitle": outline.title, "title": title,
      "documentTitle": title == outline.title ? title : "\(title) · \(outline.title)",
      "home": relativeURL(from: page, to: home), "assets": relativeURL(from: page, to: Outline.assets),
      "verification": relativeURL(from: page, to: Outline.verification),
      "searchIndex": relativeURL(from: page, to: Outline.searchIndex), "links": siteLinks(on: page),
    ]
    values["feed"] = outline.feedEntries.isEmpty ? nil : relativeURL(from: page, to: Outline.feed)
    values["liveReload"] = preview.map { String($0.version) }
    return values
  }

  /// Where every page leads, as items of a list.
  private func siteLinks(on page: String) -> String {
    let all: [(title: String, path: String, isThere: Bool)] = [
      ("Search", Outline.search, true), ("Glossary", Outline.glossary, !outline.terms.isEmpty),
      ("Experiments", Outline.experiments, outline.hasExperiments),
      ("References", Outline.references, outline.hasReferences),
      ("Verification", Outline.verification, true),
    ]
    var html = HTMLBuffer()
    for link in all where link.isThere {
      html.markup("<li>")
      html.element(
        "a",
        [
          "class": link.path == Outline.search ? "search-link" : nil,
          "href": relativeURL(from: page, to: link.path), "aria-current": link.path == page ? "page" : nil,
        ], link.title)
      html.markup("</li>\n")
    }
    return html.string
  }

  /// What is wrong, as a preview lists it; nil where nothing is or the page is no preview.
  func problems(_ diagnostics: [Diagnostic], on page: String?) -> [String: Any]? {
    guard let preview, !diagnostics.isEmpty else { return nil }
    let list = diagnostics.map { diagnostic -> [String: Any] in
      let place = "\(diagnostic.start.line):\(diagnostic.start.column)"
      var entry: [String: Any] = [
        "place": page == diagnostic.file ? place : "\(diagnostic.file):\(place)",
        "message": "\(diagnostic.message) [\(diagnostic.code.rawValue)]",
      ]
      entry["help"] = diagnostic.help
      return entry
    }
    return ["heading": counted(diagnostics.count, "mistake"), "list": list, "lastGood": preview.hasLastGood]
  }

  /// The names and the date below a title.
  func byline(_ entries: [String]) -> [String: Any]? {
    entries.isEmpty ? nil : ["entries": entries]
  }
}

/// A number with its noun: `1 claim`, `2 claims`.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

/// Names in a row: `A, B and C`.
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
