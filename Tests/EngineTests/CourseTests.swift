import Engine
import LessonFormat
import LessonTesting
import SourceText
import Testing

/// What `course.yml` says about lessons, and what it forgets.
@Suite struct CourseTests {
  private let lesson = "---\ntitle: Lesson\n---\n\nText.\n"

  @Test func theOrderComesFromTheFile() async {
    let report = await Workshop().course(files: [
      "course.yml":
        "title: T\nparts:\n  - title: Two\n    lessons: [b.md, sub/c.md]\n  - title: One\n    lessons: [a.md]\n",
      "a.md": lesson, "b.md": lesson, "sub/c.md": lesson,
    ])
    expectMarkedMistakes(report)
    #expect(report.run.course.lessons.map(\.file.path) == ["b.md", "sub/c.md", "a.md"])
    #expect(
      report.run.course.parts == [
        Course.Part(title: "Two", lessons: [0, 1]), Course.Part(title: "One", lessons: [2]),
      ])
  }

  @Test func missingLessonsStraysAndLessonsNamedTwice() async {
    let report = await Workshop().course(files: [
      "course.yml":
        """
      title: T
      parts:
        - title: One
          lessons: [a.md, ⟦course⟧missing.md]
        - title: Two
          lessons: [b.md, ⟦course⟧a.md, ⟦course⟧../out.md]
      """,
      "a.md": lesson, "b.md": lesson, "stray.md": "⟦course⟧" + lesson,
      "crlf.md": "⟦course⟧---\r\ntitle: A\r\n---\r\n",
      "draft.md": "---\ntitle: D\ndraft: true\n---\n", "README.md": "# Read me\n",
    ])
    expectMarkedMistakes(report)
    #expect(report.run.course.lessons.map(\.file.path) == ["a.md", "b.md"])
  }

  @Test func draftsAreLeftOutUnlessTheyAreWanted() async {
    let files = [
      "course.yml": "title: T\nparts:\n  - title: One\n    lessons: [a.md, d.md]\n",
      "a.md": lesson, "d.md": "---\ntitle: D\ndraft: true\n---\n\n[3](=1+1)\n",
    ]
    #expect(await Workshop().course(files: files).run.course.lessons.count == 1)
    var workshop = Workshop()
    workshop.includesDrafts = true
    #expect(await workshop.course(files: files).claims == "0/1/0")
    workshop = Workshop()
    workshop.extra = ["d.md"]
    #expect(await workshop.course(files: files).claims == "0/1/0")
  }

  @Test func lessonsThatWereAskedForMustBeThere() async {
    var workshop = Workshop()
    workshop.extra = ["nowhere.md"]
    let report = await workshop.course([("a.md", lesson)])
    #expect(report.found == ["nowhere.md:1:1 course"])
    workshop.selection = []
    #expect(await workshop.course([("a.md", lesson)]).found == ["nowhere.md:1:1 course"])
  }

  @Test func severitiesAreLowered() async {
    let report = await Workshop().course(files: [
      "course.yml":
        "title: T\nseverity: {link: warning, claim: warning}\nparts:\n  - title: One\n    lessons: [a.md]\n",
      "a.md": "---\ntitle: A\n---\n\n⟦link⟧[a](b.md) [⟦claim⟧3](=1+1)\n",
    ])
    expectMarkedMistakes(report)
    #expect(report.run.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(report.run.isRight && report.claims == "0/1/0")
  }

  @Test func anEmptyOrMissingCourse() async {
    #expect(await Workshop().course(files: ["course.yml": ""]).found == ["course.yml:1:1 course"])
    #expect(await Workshop().course(files: [:]).found == ["course.yml:1:1 course"])
    #expect(await Workshop().course(files: ["course.yml": "⟦course⟧parts: 3\n"]).run.course.lessons.isEmpty)
  }

  @Test func aSelectedLessonIsVerifiedWithWhatItNeeds() async {
    var workshop = Workshop()
    workshop.selection = [1]
    let store = MemoryStore()
    workshop.store = store
    let drawing = "```{softmax} s\nscores: [1, 2]\n```\n\n[9](=s.p_1)"
    let report = await workshop.course([
      ("a.md", drawing), ("b.md", "```{use} a.s\n```\n\n[⟦claim⟧0.5](=s.p_1) @fig-s"), ("c.md", drawing),
    ])
    #expect(report.found == report.marked.filter { $0.hasPrefix("b.md") })
    #expect(report.claims == "0/1/0" && store.kept == 1)
    #expect(report.run[1] != nil && report.run[0] == nil)
  }

  @Test func lessonsThatStandAlone() async {
    let files = MemoryFiles(["a.md": "---\ntitle: A\n---\n\n[2](=1+1)\n"])
    let course = await CourseReader(files: files, workers: 2).readLessons(["a.md", "no.md"])
    let run = await Workshop().run(course, files: files)
    #expect(run.claims.held == 1)
    #expect(run.diagnostics.map(\.file) == ["no.md"] && run.diagnostics.map(\.code) == [.course])
  }
}
