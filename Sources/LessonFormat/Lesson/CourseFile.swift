import SourceText

/// How citations are written.
public enum CitationStyle: String, Sendable {
  /// By a number in the order of each lesson: `[1, table 3]`.
  case numeric
  /// By authors and year: `(Hoffmann et al., 2022, table 3)`.
  case authorYear = "author-year"
}

/// What `course.yml` says.
public struct CourseFile: Sendable {
  /// A part of the course with its lessons, in order.
  public struct Part: Sendable, Hashable {
    /// The part's title.
    public var title: String
    /// The lessons' paths relative to the course, with the place of each entry.
    public var lessons: [Spanned<String>]

    /// Makes a part.
    public init(title: String, lessons: [Spanned<String>]) {
      self.title = title
      self.lessons = lessons
    }
  }

  /// The file, which diagnostics point into; nil for a lesson without a course.
  public var file: SourceFile?
  /// The course's title.
  public var title = ""
  /// Who wrote it.
  public var authors: [String] = []
  /// The language of its lessons, as a BCP 47 tag.
  public var language = "en"
  /// Where the site will stand, for feeds and site maps.
  public var baseURL: String?
  /// The bibliography's file.
  public var bibliography: Spanned<String>?
  /// How pages write citations.
  public var citationStyle = CitationStyle.numeric
  /// Whether raw HTML goes to the page as it is.
  public var allowsHTML = false
  /// Whether solutions are kept out of the pages.
  public var separatesSolutions = false
  /// The least share of numerals in prose that are verified or sourced, with the place of its key.
  public var coverage: Spanned<Double>?
  /// The kinds of mistakes whose severity the course lowers.
  public var severities: [DiagnosticCode: Severity] = [:]
  /// The parts, in order.
  public var parts: [Part] = []

  /// Makes the defaults.
  public init() {}
}
