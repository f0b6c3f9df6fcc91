import Engine
import LessonFormat
import Site
import Testing

@Suite struct ThemeTests {
  @Test func aMissingTemplateIsNamed() async throws {
    await #expect(throws: ThemeError.self) { try await site(["page": "", "lesson": "", "home": ""]) }
    do {
      _ = try await site(["page": "", "lesson": "", "home": ""])
    } catch let error as ThemeError {
      #expect(error.message == "the theme has no template verification.mustache")
    }
  }

  @Test func aTemplateThatCannotBeReadIsNamedWithItsPlace() async throws {
    do {
      _ = try await site([
        "page": "", "lesson": "one\n{{#open}}", "home": "", "verification": "", "search": "", "glossary": "",
        "experiments": "", "references": "", "print": "",
      ])
      Issue.record("an open section was taken")
    } catch let error as ThemeError {
      #expect(error.message.hasPrefix("lesson.mustache:2:"), "\(error.message)")
    }
  }

  @Test func scriptsAreSmall() {
    let sizes = Shared.theme.assets.filter { $0.key.hasSuffix(".js") }.mapValues(\.count)
    // Only pages with contents, references, frames and exercises load the scripts for these.
    let limits = [
      "assets/contents.js": 2_000, "assets/exercises.js": 8_000, "assets/frames.js": 5_000,
      "assets/gradus.js": 2_500, "assets/notes.js": 6_000, "assets/reload.js": 4_000,
      "assets/search.js": 9_500,
    ]
    #expect(sizes.keys.sorted() == limits.keys.sorted())
    for (path, size) in sizes { #expect(size < limits[path] ?? 0, "\(path) has \(size) bytes") }
  }

  @Test func everyStyleSheetAndFontIsUsed() throws {
    let page = try #require(Shared.theme.templates["page"])
    let fonts = String(decoding: try #require(Shared.theme.assets["assets/styles/fonts.css"]), as: UTF8.self)
    for path in Shared.theme.assets.keys where path.hasSuffix(".css") || path.hasSuffix(".js") {
      #expect(page.contains(path.replacing("assets/", with: "{{assets}}/")), "\(path)")
    }
    for path in Shared.theme.assets.keys where path.hasSuffix(".woff2") {
      #expect(fonts.contains(path.replacing("assets/", with: "../")), "\(path)")
    }
  }

  private func site(_ templates: [String: String]) async throws -> Site {
    let files = MemoryFiles(texts: ["a.md": "---\ntitle: A\n---\n"])
    let course = await CourseReader(files: files, workers: 1).readLessons(["a.md"])
    let engine = Engine(
      registry: Registry([]), store: NoResultStore(), typesetter: Shared.typesetter, program: "tests",
      workers: 1)
    let run = await engine.run(course, files: files)
    return Site(
      run: run, theme: try Theme(templates: templates, assets: [:]), typesetter: Shared.typesetter)
  }
}
