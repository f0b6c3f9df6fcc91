import Engine
import SourceText
import Typesetting

/// The site of a course that was run: every page, made when it is asked for.
///
/// Nothing is kept between pages, and any number of threads may ask for pages at once.
public struct Site: Sendable {
  /// Every file of the site but those that are copied, in order.
  public let paths: [String]

  /// For whom pages are made.
  public enum Reader: Sendable {
    /// Answers and solutions are left out where the course separates them.
    case student
    /// Answers and solutions are always there.
    case teacher
  }

  private let pages: [String: Page]
  private let extras: Extras
  private let assets: [String: [UInt8]]
  private let maker: PageMaker

  /// What stands at a path.
  private enum Page {
    case home, verification, verificationData, badge, search, searchIndex, glossary, experiments, references
    case lesson(Int), report(Int), claimData(Int)
  }

  /// Lays out the site of a run.
  ///
  /// - Parameters:
  ///   - run: the course, run and verified.
  ///   - theme: what pages look like.
  ///   - typesetter: sets mathematics and code; where the run used the same one it has set most of it before.
  ///   - reader: for whom the pages are; what a course keeps from its readers is on those for teachers.
  ///   - pictures: makes the pictures by which other sites show pages, where the course says where it will stand.
  ///   - preview: the preview whose pages show what is wrong with their lessons, and load themselves again when the
  ///     course changes; nil for a site that is built.
  public init(
    run: CourseRun, theme: Theme, typesetter: Typesetter, for reader: Reader = .student,
    pictures: PictureMaker? = nil, preview: Preview? = nil
  ) {
    let outline = Outline(run, showsSolutions: reader == .teacher || !run.course.file.separatesSolutions)
    maker = PageMaker(
      outline: outline, templates: theme.compiledTemplates, typesetter: typesetter,
      pictures: pictures, preview: preview)
    assets = theme.assets
    var pages: [String: Page] = [
      Outline.verification: .verification, Outline.verificationData: .verificationData, Outline.badge: .badge,
      Outline.search: .search, Outline.searchIndex: .searchIndex,
    ]
    if !outline.terms.isEmpty { pages[Outline.glossary] = .glossary }
    if outline.hasExperiments { pages[Outline.experiments] = .experiments }
    let indices = [
      Outline.search, Outline.searchIndex, Outline.glossary, Outline.experiments, Outline.references,
    ]
    if !outline.isSingleLesson { pages[Outline.home] = .home }
    if outline.hasReferences { pages[Outline.references] = .references }
    for lesson in outline.order {
      pages[outline.pages[lesson]] = .lesson(lesson)
      pages[outline.claimData(of: lesson)] = .claimData(lesson)
      pages[outline.reports[lesson]] = .report(lesson)
    }
    self.pages = pages
    let first = pages[Outline.home] == nil || outline.isSingleLesson ? [] : [Outline.home]
    extras = Extras(outline, hasPictures: pictures != nil)
    // What takes longest begins first.
    paths =
      extras.slowPaths + first + outline.order.map { outline.pages[$0] }
      + [Outline.verification, Outline.verificationData] + indices.filter { pages[$0] != nil }
      + outline.reportPaths + extras.quickPaths + theme.assets.keys.sorted()
  }

  /// The files of the course that pages show or link to, which keep their paths in the site.
  ///
  /// They are looked for when they are asked for: a preview, which is made anew at every edit, seldom needs them.
  public var copiedFiles: [String] {
    let taken = Set(paths)
    return maker.outline.linkedFiles().filter { !taken.contains($0) }
  }

  /// The bytes of a file of the site; nil where it has no such file.
  public func render(_ path: String) -> [UInt8]? {
    switch pages[path] {
    case .home: Array(maker.home().utf8)
    case .verification: Array(maker.verification().utf8)
    case .verificationData: Array(maker.verificationData().utf8)
    case .search: Array(maker.search().utf8)
    case .searchIndex: Array(maker.searchIndex().utf8)
    case .glossary: Array(maker.glossary().utf8)
    case .experiments: Array(maker.experiments().utf8)
    case .references: Array(maker.references().utf8)
    case .badge: Array(maker.badge().utf8)
    case .report(let lesson): Array(maker.report(of: lesson).utf8)
    case .claimData(let lesson): Array(maker.claimData(of: lesson).utf8)
    case .lesson(let lesson): maker.lesson(lesson).map { Array($0.utf8) }
    case nil: extras[path].map(maker.extra) ?? assets[path]
    }
  }
}
