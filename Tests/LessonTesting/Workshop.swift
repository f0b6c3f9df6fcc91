import Catalogue
import Engine
import Foundation
import LessonFormat
import SourceText
import Typesetting

/// Runs courses whose files are texts in a test, with everything real but the disk.
public struct Workshop: Sendable {
  /// Where outcomes are kept.
  public var store: any ResultStore = NoResultStore()
  /// The directives besides the engine's own.
  public var experiments: [any Experiment.Type] = Catalogue.experiments
  /// Runs programs of Swift cells.
  public var cells: any CellRunner = RefusedCells("cells are refused")
  /// Whether programs of cells run twice.
  public var checksTwice = false
  /// How many steps run at once.
  public var workers = 2
  /// The program's identity.
  public var program = "test"
  /// Tells the time that has passed.
  public var clock: @Sendable () -> Duration = { .zero }
  /// Is told what begins and ends.
  public var progress: @Sendable (RunProgress) -> Void = { _ in }
  /// The lessons to verify; nil for all.
  public var selection: Set<Int>?
  /// Whether drafts take part.
  public var includesDrafts = false
  /// Lessons that were asked for by name.
  public var extra: [String] = []
  /// Paths whose files are links that lead out of the course.
  public var links: Set<String> = []
  /// Further files as bytes.
  public var bytes: [String: [UInt8]] = [:]

  /// Makes a workshop.
  public init() {}

  /// Runs one lesson, `lesson.md`, with some further files beside it.
  public func lesson(_ text: String, files: [String: String] = [:]) async -> Report {
    await course([("lesson.md", text)], files: files)
  }

  /// Runs lessons in order as one part of a course.
  public func course(_ lessons: [(path: String, text: String)], files: [String: String] = [:]) async -> Report
  {
    let entries = lessons.map { "      - \($0.path)\n" }.joined()
    var texts = files
    for lesson in lessons { texts[lesson.path] = Self.withFrontMatter(lesson.text) }
    if texts["course.yml"] == nil {
      texts["course.yml"] = "title: Tests\nparts:\n  - title: Part\n    lessons:\n\(entries)"
    }
    return await course(files: texts)
  }

  /// Runs a course that has its own `course.yml`.
  public func course(files texts: [String: String]) async -> Report {
    let marked = texts.mapValues { MarkedText($0) }
    var files = MemoryFiles(marked.mapValues(\.text))
    files.contents.merge(bytes) { $1 }
    files.links = links
    let course = await CourseReader(files: files, workers: workers)
      .readCourse(extra: extra, includesDrafts: includesDrafts)
    let run = await run(course, files: files)
    return Report(
      run: run, marked: marked.flatMap { path, text in text.mistakes.map { "\(path):\($0)" } }.sorted())
  }

  /// Runs a course that is read already.
  public func run(_ course: Course, files: any CourseFiles) async -> CourseRun {
    let engine = Engine(
      registry: Registry(experiments), store: store, typesetter: sharedTypesetter, cells: cells,
      checksTwice: checksTwice, program: program, workers: workers, clock: clock, progress: progress)
    return await engine.run(course, files: files, selection: selection)
  }

  /// A lesson's text with front matter, where it has none of its own.
  public static func withFrontMatter(_ text: String) -> String {
    MarkedText(text).text.hasPrefix("---") ? text : "---\ntitle: Test\n---\n\n\(text)"
  }
}

/// One lesson, run with the defaults.
public func lesson(_ text: String, files: [String: String] = [:]) async -> Report {
  await Workshop().lesson(text, files: files)
}

private let sharedTypesetter = Typesetter(sources: installedSources, version: "installed", engines: 2)

/// The libraries where Debian installs them.
private func installedSources() throws -> TypesettingSources {
  TypesettingSources(
    katex: try String(contentsOfFile: "/usr/share/javascript/katex/katex.min.js", encoding: .utf8),
    highlight: try String(
      contentsOfFile: "/usr/share/javascript/highlight.js/highlight.min.js", encoding: .utf8))
}
