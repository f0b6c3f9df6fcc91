import Engine
import LessonFormat
import SourceText
import Typesetting

/// Writes the body of a lesson's page.
struct LessonWriter {
  let outline: Outline
  /// The lesson, by its index in the course.
  let index: Int
  /// The page that is written, from which every address leads.
  let page: String
  let run: LessonRun
  let typesetter: Typesetter
  /// What is wrong with the lesson, where the page shows it; nil where it does not.
  let diagnostics: [Diagnostic]?
  let numbering: Numbering
  /// Whether the text is for a sheet of paper, on which nothing can be pressed, unfolded or followed to a file.
  let isOnPaper: Bool

  /// What was written so far.
  var html = HTMLBuffer()
  /// Where the numbers of the text come from, as HTML, once that is written.
  private(set) var appendix = ""
  /// The headings that are still to come.
  var headings: ArraySlice<Anchors.Heading>
  /// How many levels headings move down: the page's title alone is of the first.
  let headingShift: Int
  var isInFootnotes = false
  /// Whether Markdown of a directive's parameter is being written, in which nothing has a number or a label.
  var isInParameter = false
  /// Whether a table's heading is being written, which is read out with every cell below it.
  var isInColumnHeading = false
  /// Whether a link is open, in which no other may stand.
  var isInLink = false
  /// The claims that were shown, those that stand together in one formula as a group, in order.
  var origins: [[ShownClaim]] = []
  /// The identifiers of the first of each group.
  var notedOrigins: Set<String> = []
  /// The labels of the terms that were written.
  var writtenTerms: Set<String> = []
  /// How often each footnote was referred to, by its number.
  var footnoteReferences: [Int: Int] = [:]
  /// What the page cites.
  var citations = PageCitations()
  var drawings = DrawingIdentifiers()
  /// The number of the last table that has one.
  var lastTable = 0

  init(
    outline: Outline, index: Int, on page: String? = nil, run: LessonRun, typesetter: Typesetter,
    diagnostics: [Diagnostic]? = nil, isOnPaper: Bool = false
  ) {
    self.outline = outline
    self.index = index
    self.page = page ?? outline.pages[index]
    self.run = run
    self.typesetter = typesetter
    self.diagnostics = diagnostics
    self.isOnPaper = isOnPaper
    numbering = outline.run.labels.numbering(of: index)
    let all = outline.run.labels.anchors(of: index).headings
    headings = all[...]
    headingShift = all.contains { $0.level == 1 } ? 1 : 0
  }

  var lesson: Lesson { run.lesson }

  /// Whether the page that is written is not the lesson's own.
  var isElsewhere: Bool { page != outline.pages[index] }

  /// The lesson's text as HTML.
  mutating func write() -> String {
    write(lesson.blocks)
    writeFootnotes()
    // What numbers come from stands behind the references, and cites works that belong to these.
    let text = html
    html = HTMLBuffer()
    writeOrigins()
    appendix = html.string
    html = text
    writeReferences()
    return html.string
  }

  /// The address of another page of the site.
  func url(of path: String, fragment: String = "") -> String {
    relativeURL(from: page, to: path, fragment: fragment)
  }

  /// A formula as HTML; its TeX where it cannot be set, which the run has reported.
  func typeset(_ tex: String, display: Bool = false) -> String {
    if let fragment = try? typesetter.mathematics(tex, display: display) { return fragment }
    var source = HTMLBuffer()
    source.element("code", ["class": "reference failed"], tex)
    return source.string
  }

  /// Code as HTML, with its parts marked up.
  func highlighted(_ code: String, language: String) -> String {
    if let fragment = try? typesetter.code(code, language: language) { return fragment }
    var source = HTMLBuffer()
    source.text(code)
    return source.string
  }
}
