import Engine
import LessonFormat

/// Which pages the site has, and how they follow each other.
struct Outline: Sendable {
  /// The run that pages are made from.
  let run: CourseRun
  /// Whether pages show the answers and solutions of exercises.
  let showsSolutions: Bool
  /// What came of each lesson, by its index in the course; nil where it was not verified.
  let runs: [LessonRun?]
  /// Each lesson's page, by its index in the course.
  let pages: [String]
  /// The page that shows what each lesson's claims were compared with, by the lesson's index in the course.
  let reports: [String]
  /// The lessons that have a page, in the order of the course.
  let order: [Int]
  /// What references to other lessons show of what they lead to.
  let previews: PreviewTexts
  /// The terms of the lessons that have a page.
  let terms: [Glossary.Entry]
  /// The works that the lessons cite.
  let citedWorks: CitedWorks
  private let places: [Int: Int]
  private let parts: [Int: Int]
  private let lessons: [String: Int]
  /// The files of each lesson's figures and tables, by its index in the course.
  let downloads: [Downloads]
  /// The lessons of the feed, the latest first; none where the course does not say where it will stand.
  let feedEntries: [FeedEntry]

  /// The page that lists the parts and their lessons.
  static let home = "index.html"
  /// The page that lists every claim.
  static let verification = "verification.html"
  /// The same for programs.
  static let verificationData = "verification.json"
  /// The page that the search stands on without its script.
  static let search = "search.html"
  /// What the script of the search looks into.
  static let searchIndex = "search-index.js"
  /// The page of the course's terms.
  static let glossary = "glossary.html"
  /// The page of everything that the lessons use.
  static let experiments = "experiments.html"
  /// The page that lists what the course cites.
  static let references = "references.html"
  /// A picture that tells how many claims hold.
  static let badge = "badge.svg"
  /// The whole course as one page, to print.
  static let book = "print.html"
  /// The feed of lessons that have a date.
  static let feed = "feed.xml"
  /// The list of pages for search engines.
  static let siteMap = "sitemap.xml"
  /// The folder of the theme's files.
  static let assets = "assets"

  /// Lays out the site of a run.
  init(_ run: CourseRun, showsSolutions: Bool) {
    self.run = run
    self.showsSolutions = showsSolutions
    let course = run.course
    citedWorks = CitedWorks(run, showsSolutions: showsSolutions)
    var runs: [LessonRun?] = Array(repeating: nil, count: course.lessons.count)
    for (lesson, lessonRun) in zip(run.selected, run.runs) { runs[lesson] = lessonRun }
    self.runs = runs
    previews = PreviewTexts(run, runs: runs)
    let isAlone = course.file.file == nil && course.lessons.count == 1
    pages = isAlone ? [Self.home] : Self.pages(of: course)
    reports = isAlone ? [Self.verification] : Self.reports(besides: pages)
    var places: [Int: Int] = [:]
    var parts: [Int: Int] = [:]
    var order: [Int] = []
    for (part, entry) in course.parts.enumerated() {
      for lesson in entry.lessons where runs[lesson] != nil && places[lesson] == nil {
        places[lesson] = order.count
        parts[lesson] = part
        order.append(lesson)
      }
    }
    (self.order, self.places, self.parts) = (order, places, parts)
    terms = run.glossary.entries.filter { places[$0.lesson] != nil }
    lessons = Dictionary(
      course.lessons.enumerated().map { ($1.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    feedEntries = Self.feedEntries(run, order: order)
    let pages = pages
    downloads = runs.enumerated().map { index, lessonRun in
      lessonRun.map {
        Downloads($0, run.labels.numbering(of: index), folder: "\(pages[index].dropLast(5)).figures")
      } ?? Downloads()
    }
  }

  /// Pages stand where their lessons do; a lesson whose page the site needs for itself moves aside.
  private static func pages(of course: Course) -> [String] {
    var taken: Set = [home, verification, search, glossary, experiments, references, book]
    return course.lessons.map { lesson in
      let path = lesson.file.path
      let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
      var page = "\(stem).html"
      while !taken.insert(page).inserted { page = "\(page.dropLast(5))-lesson.html" }
      return page
    }
  }

  /// Whether any lesson uses a directive.
  var hasExperiments: Bool { order.contains { runs[$0]?.lesson.directives.isEmpty == false } }

  /// Reports stand in a folder of their own, each where its lesson's page stands in the site.
  private static func reports(besides pages: [String]) -> [String] {
    var taken = Set(pages)
    return pages.map { page in
      var report = "verification/\(page)"
      while !taken.insert(report).inserted { report = "\(report.dropLast(5))-report.html" }
      return report
    }
  }

  /// The file with a lesson's claims for programs, beside its page.
  func claimData(of lesson: Int) -> String { pages[lesson].dropLast(".html".count) + ".claims.json" }

  /// What else the site says about verification, in order.
  var reportPaths: [String] {
    (isSingleLesson ? [] : order.map { reports[$0] }) + order.map(claimData) + [Self.badge]
  }

  /// Whether the site is one lesson's page.
  var isSingleLesson: Bool { pages == [Self.home] }

  /// Whether the site has a page of all that the course cites.
  var hasReferences: Bool { !isSingleLesson && !citedWorks.listed.isEmpty }

  /// The lesson whose file this is, by its index in the course.
  func lesson(at path: String) -> Int? { lessons[path] }

  /// The part that holds a lesson.
  func part(of lesson: Int) -> Course.Part? { parts[lesson].map { run.course.parts[$0] } }

  /// The lesson so many places further on.
  func neighbour(of lesson: Int, at distance: Int) -> Int? {
    guard let place = places[lesson], order.indices.contains(place + distance) else { return nil }
    return order[place + distance]
  }

  /// The title of a lesson.
  func title(of lesson: Int) -> String { run.course.lessons[lesson].frontMatter.title }

  /// The title of the whole site.
  var title: String {
    if !run.course.file.title.isEmpty { return run.course.file.title }
    return isSingleLesson ? title(of: 0) : "Lessons"
  }

  /// The language of a lesson.
  func language(of lesson: Int) -> String {
    run.course.lessons[lesson].frontMatter.language ?? run.course.file.language
  }
}
