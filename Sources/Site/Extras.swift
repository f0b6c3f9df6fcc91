import Engine
import LessonFormat

/// The files of a site beside its pages: what readers take away, and what other sites read.
struct Extras: Sendable {
  /// What stands at a path.
  enum File: Sendable {
    /// A figure as a drawing of its own.
    case drawing(lesson: Int, Numbering.DisplayKey)
    /// The data of a figure or a table.
    case sheet(lesson: Int, Numbering.DisplayKey)
    /// A lesson as its author wrote it.
    case source(lesson: Int)
    /// The whole course as one page.
    case book
    case feed
    case siteMap
    /// The picture by which other sites show a lesson, or without one the course.
    case picture(lesson: Int?)
  }

  private var files: [String: File] = [:]
  /// The files that take longer than others to make.
  private(set) var slowPaths: [String] = []
  /// All others.
  private(set) var quickPaths: [String] = []

  init(_ outline: Outline, hasPictures: Bool) {
    if outline.hasBook { addSlow(.book, at: Outline.book) }
    for lesson in outline.order {
      let downloads = outline.downloads[lesson]
      for key in downloads.keys {
        if let path = downloads.files[key]?.drawing { add(.drawing(lesson: lesson, key), at: path) }
        if let path = downloads.files[key]?.sheet { add(.sheet(lesson: lesson, key), at: path) }
      }
      if let path = outline.source(of: lesson) { add(.source(lesson: lesson), at: path) }
    }
    guard outline.baseURL != nil else { return }
    add(.siteMap, at: Outline.siteMap)
    if !outline.feedEntries.isEmpty { add(.feed, at: Outline.feed) }
    guard hasPictures else { return }
    if !outline.isSingleLesson { addSlow(.picture(lesson: nil), at: Outline.picture(of: Outline.home)) }
    for lesson in outline.order {
      addSlow(.picture(lesson: lesson), at: Outline.picture(of: outline.pages[lesson]))
    }
  }

  /// What stands at a path; nil where nothing does.
  subscript(path: String) -> File? { files[path] }

  private mutating func add(_ file: File, at path: String) {
    if files.updateValue(file, forKey: path) == nil { quickPaths.append(path) }
  }

  private mutating func addSlow(_ file: File, at path: String) {
    if files.updateValue(file, forKey: path) == nil { slowPaths.append(path) }
  }
}

extension PageMaker {
  /// The bytes of a file beside the pages; nil where it cannot be made.
  func extra(_ file: Extras.File) -> [UInt8]? {
    switch file {
    case .drawing(let lesson, let key):
      guard case .figure(let figure)? = display(key, of: lesson) else { return nil }
      return Array(StandaloneDrawing(figure.svg).file.utf8)
    case .sheet(let lesson, let key):
      switch display(key, of: lesson) {
      case .figure(let figure): return figure.data.map { Array($0.csv.utf8) }
      case .table(let table): return Array(table.sheet.csv.utf8)
      case .derivation, nil: return nil
      }
    case .source(let lesson): return outline.run.course.lessons[lesson].file.bytes
    case .book: return Array(book().utf8)
    case .feed: return outline.baseURL.map { Array(feed(at: $0).utf8) }
    case .siteMap: return outline.baseURL.map { Array(siteMap(at: $0).utf8) }
    case .picture(let lesson): return picture(of: lesson)
    }
  }

  private func display(_ key: Numbering.DisplayKey, of lesson: Int) -> Display? {
    guard let directives = outline.runs[lesson]?.directives, directives.indices.contains(key.directive),
      let displays = directives[key.directive].run?.outcome.displays, displays.indices.contains(key.display)
    else { return nil }
    return displays[key.display]
  }
}

extension Outline {
  /// The lesson as its author wrote it, beside its page; nil where it would tell solutions that pages keep.
  func source(of lesson: Int) -> String? {
    let source = run.course.lessons[lesson]
    let hasExercises = source.directives.contains { $0.name.value == Exercise.directive }
    guard !run.course.file.separatesSolutions || !hasExercises, source.file.path.hasSuffix(".md") else {
      return nil
    }
    return "\(pages[lesson].dropLast(5)).md"
  }
}
