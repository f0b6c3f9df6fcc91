import Engine
import LessonTesting
import SourceText
import Testing

/// Citations across a course, and its bibliographies.
@Suite struct CitationTests {
  private let works = "- {id: hoffmann2022, title: A}\n- {id: brown2020, title: B}\n"
  private let both = "[@hoffmann2022] and @brown2020."

  private func course(_ keys: String = "bibliography: references.yml", lessons: [String] = ["one.md"])
    -> String
  {
    "title: T\n\(keys)\nparts:\n- {title: P, lessons: [\(lessons.joined(separator: ", "))]}\n"
  }

  private func lesson(_ text: String, _ frontMatter: String = "") -> String {
    "---\ntitle: T\n\(frontMatter)---\n\n\(text)\n"
  }

  private func expect(_ files: [String: String], sourceLocation: SourceLocation = #_sourceLocation) async
    -> Report
  {
    let report = await Workshop().course(files: files)
    expectMarkedMistakes(report, sourceLocation: sourceLocation)
    return report
  }

  @Test func unknownKeysAreReportedAtTheirSign() async {
    let text = "\(both) [see ⟦citation⟧@hofmann2022; -⟦citation⟧@brown2020b, p. 1] ⟦citation⟧@nobody"
    let report = await expect(["course.yml": course(), "references.yml": works, "one.md": lesson(text)])
    #expect(
      report.helps == [
        "did you mean @hoffmann2022?", "did you mean @brown2020?", "write \\@ for an @ that is text",
      ])
  }

  @Test func withoutABibliographyNothingCanBeCited() async {
    let report = await expect(["course.yml": course(""), "one.md": lesson("⟦citation⟧@a and \\@b")])
    #expect(report.messages == ["a cannot be cited: there is no bibliography"])
  }

  @Test func aLessonsOwnBibliographyComesFirst() async throws {
    let files = [
      "course.yml": course(lessons: ["part/one.md", "two.md"]), "references.yml": works,
      "part/own.json": "[{\"id\": \"brown2020\"}]",
      "part/one.md": lesson(both, "bibliography: own.json\n"), "two.md": lesson("@brown2020"),
    ]
    let report = await expect(files)
    let bibliographies = report.run.course.bibliographies
    #expect(bibliographies.work("brown2020", in: 0)?.path == "part/own.json")
    #expect(bibliographies.work("brown2020", in: 1)?.path == "references.yml")
    #expect(bibliographies.work("hoffmann2022", in: 0)?.path == "references.yml")
  }

  @Test func aMissingFileIsReportedWhereItIsNamedAndNowhereElse() async {
    let report = await expect([
      "course.yml": course("bibliography: ⟦data⟧absent.yml", lessons: ["one.md", "two.md"]),
      "one.md": lesson("@a"),
      "two.md": lesson("@b", "bibliography: ⟦data⟧../out.yml\n"),
    ])
    #expect(report.messages == ["absent.yml does not exist", "../out.yml is outside the course"])
  }

  @Test func mistakesInTheBibliographyAreAtTheirPlace() async {
    _ = await expect([
      "course.yml": course(), "references.yml": "- id: a\n  type: ⟦citation⟧bok\n- id: ⟦citation⟧a\n",
      "one.md": lesson("@a ⟦citation⟧@b"),
    ])
  }

  @Test func worksThatNobodyCitesAreWarnings() async {
    let files = [
      "course.yml": course(lessons: ["one.md", "draft.md"]), "one.md": lesson("@b"),
      "references.yml": "- id: ⟦citation⟧a\n- id: b\n- id: c\n- id: d\n",
      "draft.md": lesson("@c", "draft: true\n"),
    ]
    var texts = files
    texts["one.md"] = lesson("```{let}\nsource: \"@b; @d\"\nx: 1\n```")
    let report = await expect(texts)
    #expect(report.run.isRight && report.run.diagnostics.map(\.severity) == [.warning])
    #expect(report.messages == ["no lesson cites a"])
    texts["course.yml"] = course("bibliography: references.yml\nseverity: {citation: error}")
    texts["draft.md"] = nil
    texts["references.yml"] = files["references.yml"]?.replacing("- id: c\n", with: "")
    #expect(await expect(texts).run.isRight == false)
  }

  @Test func aLessonCheckedAloneSaysNothingOfTheOthers() async {
    var workshop = Workshop()
    workshop.selection = [0]
    let report = await workshop.course(files: [
      "course.yml": course(lessons: ["one.md", "two.md"]), "one.md": lesson("@a ⟦citation⟧@x"),
      "references.yml": "- id: a\n- id: b\n- {id: ⟦citation⟧a}\n",
      "two.md": lesson("@y", "bibliography: two.yml\n"),
      "two.yml": "- id: b\n  type: bok\n",
    ])
    expectMarkedMistakes(report)
  }

  @Test func aLessonWithoutACourseHasItsOwn() async throws {
    let files = MemoryFiles([
      "one.md": lesson("@a @b", "bibliography: own.yml\n"), "own.yml": "- id: a\n- id: c",
    ])
    let course = await CourseReader(files: files, workers: 1).readLessons(["one.md"])
    let run = await Workshop().run(course, files: files)
    #expect(run.diagnostics.map(\.message) == ["own.yml has no work b"])
  }

  @Test func linksOutOfTheCourseAreNotFollowed() async {
    var workshop = Workshop()
    workshop.links = ["references.yml"]
    let report = await workshop.course(files: [
      "course.yml": course("bibliography: ⟦data⟧references.yml"), "references.yml": works,
      "one.md": lesson(both),
    ])
    expectMarkedMistakes(report)
  }
}
