import Engine
import LessonFormat

/// What a lesson's page says as plain text, by section and by label, and how much of it there is to read.
///
/// Hints, answers and solutions are left out: what a page keeps folded is told nowhere else.
struct LessonProse {
  /// A stretch of the page, from a heading to the next one.
  struct Section: Hashable {
    /// The heading's identifier; empty above the first heading.
    var anchor: String
    var heading: String
    var text = ""
  }

  /// The sections, the one above the first heading first.
  var sections = [Section(anchor: "", heading: "")]
  /// What stands at each label: a caption, a question, a definition, the words that lead to a formula.
  var labelled: [String: String] = [:]
  /// The section of each directive, by its index in the lesson.
  var directiveSections: [Int: String] = [:]
  /// The caption of what each directive shows, or what it asks or defines.
  var captions: [Int: String] = [:]
  /// Formulas on lines of their own, and lines of derivations.
  var formulas = 0
  var figures = 0
  var tables = 0
  var linesOfCode = 0

  /// Reads a lesson.
  init(_ run: LessonRun, at index: Int, labels: LabelIndex) {
    var reader = ProseReader(run, at: index, labels: labels)
    self = reader.read()
  }

  init() {}
}
