import Engine
import Expressions
import Foundation
import LessonFormat
import Plotting
import Rasterizing
import Site
import Testing
import Typesetting

/// The files of a course in memory.
struct MemoryFiles: CourseFiles {
  var texts: [String: String]

  func read(_ path: String) throws(FileProblem) -> [UInt8] {
    guard let text = texts[path] else { throw .missing }
    return Array(text.utf8)
  }

  func exists(_ path: String) -> Bool { texts[path] != nil }

  func markdownFiles() -> [String] { texts.keys.filter { $0.hasSuffix(".md") }.sorted() }
  func names(in folder: String) -> [String] { [] }
}

/// Gives a figure and two values, one of them labelled.
struct Draw: Experiment {
  static let summary = "Draws a picture."
  static let results = [ResultDescription("half", "A half."), ResultDescription("third", "A third.")]
  static let example = ""

  func run(in context: Context) throws -> Outcome {
    let name = context.identifier
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" id="\(name)" role="img" aria-labelledby="\(name)-title" \
      width="300" height="100"><title id="\(name)-title">A picture</title>\
      <style>#\(name){color:red}</style><path clip-path="url(#\(name)-clip)" d="M0 0"/></svg>
      """
    return Outcome(
      Record([("half", .number(0.5)), ("third", .number(1.0 / 3))]),
      displays: [.figure(Figure(svg: svg, description: "A picture."))])
  }
}

/// Gives a figure that can be stepped through.
struct Steps: Experiment {
  static let summary = "Draws a sequence."
  static let results: [ResultDescription] = []
  static let example = ""

  func run(in context: Context) throws -> Outcome {
    let name = context.identifier
    let pictures = (1...3).map { number in
      Figure.Frame(
        svg: "<svg id=\"\(name)\" width=\"300\"><path d=\"M\(number)\"/></svg>", caption: "Step <\(number)>.")
    }
    return Outcome(displays: [.figure(try Figure(frames: pictures, description: "Steps.", still: 2))])
  }
}

/// Draws a chart, in as many charts as it is asked for, and prints what it has drawn.
struct Charts: Experiment {
  static let name = "chart"
  static let summary = "Draws charts."
  static let results = [ResultDescription("half", "A half.")]
  static let example = ""

  @Parameter("How many charts.") var charts = 1
  @Parameter("Whether there is a table.") var table = false

  func run(in context: Context) throws -> Outcome {
    let chart = Chart(x: Axis("step"), marks: [.line(Line(x: [0, 1], y: [0.5, 2], label: "=s"))])
    let figures = try (0..<charts).map { _ in Display.figure(try context.figure(chart)) }
    let cells = DisplayTable(columns: [
      .init(name: "m", unit: "kg", .numbers, cells: ["12,345.5", "−2×10⁻⁵"]),
      .init(name: "word", .words, cells: ["−2", "=A1"]),
    ])
    return Outcome(Record([("half", .number(0.5))]), displays: figures + (table ? [.table(cells)] : []))
  }
}

/// Draws a picture and says nothing about it.
struct Mute: Experiment {
  static let summary = "Draws without a word."
  static let results: [ResultDescription] = []
  static let example = ""

  @Parameter("How many pictures.") var pictures = 1

  func run(in context: Context) throws -> Outcome {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"></svg>"
    return Outcome(
      displays: (0..<pictures).map { _ in .figure(Figure(svg: svg, description: " – ")) })
  }
}

/// Draws with properties and functions of style sheets that plots do not use.
struct Own: Experiment {
  static let summary = "Draws in its own way."
  static let results: [ResultDescription] = []
  static let example = ""

  func run(in context: Context) throws -> Outcome {
    let svg = """
      <svg xmlns='http://www.w3.org/2000/svg' id="o"><title>Own</title><style>#o{--a:var(--b);--b:red;stroke-width:2}\
      @media (prefers-color-scheme:dark){#o{--b:blue}} :root[data-theme=dark] #o{--b:blue}</style>\
      <path fill="var(--a)" stroke="light-dark(#111,#eee)" d="M0 0"/>\
      <path fill="var(--none)" stroke="var(--none,rgb(1,2,3))"/>\
      <text>a &lt; b, var(--left)</text></svg>
      """
    return Outcome(displays: [.figure(Figure(svg: svg, description: "Own."))])
  }
}

/// Prints a table.
struct Rows: Experiment {
  static let summary = "Prints a table."
  static let results: [ResultDescription] = []
  static let example = ""

  func run(in context: Context) throws -> Outcome {
    let table = DisplayTable(
      columns: [
        .init(name: "m<1", unit: "kg", .numbers, cells: ["1", "2"]),
        .init(name: "name", .words, cells: ["a & b", "<i>"]),
      ], omittedRows: 3)
    return Outcome(displays: [.table(table)])
  }
}

/// Shows two derivations: a chain of equals, and equations of which one follows from the other.
struct Lines: Experiment {
  static let summary = "Shows derivations."
  static let results: [ResultDescription] = []
  static let example = ""

  func run(in context: Context) throws -> Outcome {
    func line(
      _ left: String?, _ right: String, follows: Bool = false, _ verification: Derivation.Verification
    ) -> Derivation.Line {
      .init(
        left: left, right: right, isConsequence: follows, reason: "because \(right)",
        verification: verification)
    }
    let chain = Derivation(
      premises: [],
      lines: [line(nil, "a", .given), line(nil, "b", .proved), line(nil, "c", .tested(points: 9))])
    let equations = Derivation(
      premises: ["x > 0"],
      lines: [line("d", "e", .given), line("f", "g", follows: true, .unverified(reason: "<so>"))])
    return Outcome(displays: [.derivation(chain), .derivation(equations)])
  }
}

enum Shared {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// KaTeX and highlight.js as Debian installs them; formulas that came before are remembered.
  static let typesetter = Typesetter(
    sources: {
      let folder = URL(filePath: "/usr/share/javascript")
      return TypesettingSources(
        katex: try String(contentsOf: folder.appending(path: "katex/katex.min.js"), encoding: .utf8),
        highlight: try String(
          contentsOf: folder.appending(path: "highlight.js/highlight.min.js"), encoding: .utf8))
    }, version: "tests")

  static let pictures: PictureMaker? = {
    guard let rasterizer = try? Rasterizer() else { return nil }
    return PictureMaker { rasterizer.png(svg: $0, width: $1, height: $2) }
  }()

  /// The theme of the checkout.
  static let theme: Theme = {
    let folder = root.appending(path: "site/theme")
    var templates: [String: String] = [:]
    var assets: [String: [UInt8]] = ["assets/katex/katex.min.css": []]
    for path in FileManager.default.enumerator(atPath: folder.path)?.compactMap({ $0 as? String }) ?? [] {
      guard let data = FileManager.default.contents(atPath: folder.appending(path: path).path) else {
        continue
      }
      if path.hasSuffix(".mustache") {
        templates[String(path.dropLast(".mustache".count))] = String(decoding: data, as: UTF8.self)
      } else if !data.isEmpty {
        assets["assets/\(path)"] = Array(data)
      }
    }
    do {
      return try Theme(templates: templates, assets: assets)
    } catch {
      fatalError("the theme of this checkout is broken: \(error)")
    }
  }()
}

/// Runs a course from its files and makes its site.
///
/// - Parameter isRight: whether the course is expected to have no mistakes.
func makeSite(
  _ texts: [String: String], isPreview: Bool = false, isRight: Bool = true,
  for audience: Site.Reader = .student
) async throws -> Site {
  let files = MemoryFiles(texts: texts)
  let reader = CourseReader(files: files, workers: 1)
  let isCourse = texts["course.yml"] != nil
  let course = isCourse ? await reader.readCourse() : await reader.readLessons(files.markdownFiles())
  let engine = Engine(
    registry: Registry([Charts.self, Draw.self, Lines.self, Mute.self, Own.self, Rows.self, Steps.self]),
    store: NoResultStore(),
    typesetter: Shared.typesetter,
    program: "tests", workers: 1)
  let run = await engine.run(course, files: files)
  #expect(run.isRight == isRight, "\(run.diagnostics.map(\.message))")
  return Site(
    run: run, theme: Shared.theme, typesetter: Shared.typesetter, for: audience,
    pictures: course.file.baseURL == nil ? nil : Shared.pictures,
    preview: isPreview ? Preview(version: 7, hasLastGood: true) : nil)
}

/// The page of a lesson that stands alone.
func page(_ body: String, isPreview: Bool = false, isRight: Bool = true) async throws -> HTMLDocument {
  let lesson = "---\ntitle: Title\n---\n\n\(body)\n"
  let site = try await makeSite(
    ["lesson.md": lesson, "picture.png": "", "data.csv": ""], isPreview: isPreview, isRight: isRight)
  let document = HTMLDocument(try #require(site.render("index.html")))
  #expect(document.problems.isEmpty, "\(document.problems)")
  return document
}

/// The body of a lesson that stands alone, as HTML.
func bodyHTML(_ body: String, course: String? = nil) async throws -> String {
  var texts = ["lesson.md": "---\ntitle: Title\n---\n\n\(body)\n", "picture.png": "", "data.csv": ""]
  texts["course.yml"] = course
  let site = try await makeSite(texts)
  let page = String(
    decoding: try #require(site.render(course == nil ? "index.html" : "lesson.html")), as: UTF8.self)
  let start = try #require(page.range(of: "</header>\n", options: .backwards))
  let end = try #require(page.range(of: "</article>"))
  return String(page[start.upperBound..<end.lowerBound])
}
