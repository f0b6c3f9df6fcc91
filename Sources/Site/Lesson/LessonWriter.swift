import Engine
import LessonFormat
import SourceText
import Typesetting

/// Writes the body of a lesson's page.
struct LessonWriter {
  let outline: Outline
  /// The lesson, by its index in the course.
  let index: Int
  let run: LessonRun
  let typesetter: Typesetter
  /// What is wrong with the lesson, where the page shows it; nil where it does not.
  let diagnostics: [Diagnostic]?
  let numbering: Numbering
  let origins: Origins

  /// What was written so far.
  var html = HTMLBuffer()
  /// The headings that are still to come.
  var headings: ArraySlice<Anchors.Heading>
  /// How many levels headings move down: the page's title alone is of the first.
  let headingShift: Int
  var isInFootnotes = false
  /// Whether an exercise is being written, in which nothing has a number or a label.
  var isInExercise = false
  /// Whether a table's heading is being written, which is read out with every cell below it.
  var isInColumnHeading = false
  /// Whether a link is open, in which no other may stand.
  var isInLink = false
  /// The claims that have their identifier already.
  var writtenClaims: Set<Int> = []
  /// How often each footnote was referred to, by its number.
  var footnoteReferences: [Int: Int] = [:]
  var drawings = DrawingIdentifiers()
  /// The number of the last table that has one.
  var lastTable = 0

  init(
    outline: Outline, index: Int, run: LessonRun, typesetter: Typesetter, diagnostics: [Diagnostic]? = nil
  ) {
    self.outline = outline
    self.index = index
    self.run = run
    self.typesetter = typesetter
    self.diagnostics = diagnostics
    numbering = outline.run.labels.numbering(of: index)
    origins = Origins(run.lesson)
    let all = outline.run.labels.anchors(of: index).headings
    headings = all[...]
    headingShift = all.contains { $0.level == 1 } ? 1 : 0
  }

  var lesson: Lesson { run.lesson }
  var page: String { outline.pages[index] }

  /// The lesson's text as HTML.
  mutating func write() -> String {
    write(lesson.blocks)
    writeFootnotes()
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
