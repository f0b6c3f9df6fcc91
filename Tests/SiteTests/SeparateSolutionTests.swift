import Foundation
import Site
import Testing

/// What a course keeps from its students is in no file that they get.
@Suite struct SeparateSolutionTests {
  private static let lesson = """
    ---
    title: Lesson
    ---

    Text with [2](=1+1).

    ```{exercise} stated
    question: QUESTION one?
    answer: {says: "1234.5", is: 1234.5, tolerance: ±2}
    hint: HINT one.
    solution: SOLUTION one, [6789](=6789) and $\\claim{4321}{4321}$ ![SOLUTION](only.png).
    echo: true
    ```

    ```{exercise} chosen
    question: QUESTION two?
    is: 1000 + 357
    choices: [{says: "1356"}, {says: "1357"}]
    ```

    See @exr-stated and @exr-chosen, and ![both](both.png).
    """

  private func files(_ solutions: String) -> [String: String] {
    [
      "course.yml": "title: C\nsolutions: \(solutions)\nparts: [{title: P, lessons: [lesson.md]}]\n",
      "lesson.md": Self.lesson, "only.png": "", "both.png": "",
    ]
  }

  private func texts(of site: Site) throws -> String {
    try site.paths.filter { !$0.hasPrefix("assets/") }
      .map { String(decoding: try #require(site.render($0)), as: UTF8.self) }.joined()
  }

  @Test func noPageAndNoDataFileTellsThem() async throws {
    let site = try await makeSite(files("separate"))
    let texts = try texts(of: site)
    for secret in ["1234.5", "SOLUTION", "6789", "4321", "1000 + 357", "data-key", "exercises.js", "1232.5"] {
      #expect(!texts.contains(secret), "\(secret)")
    }
    for shown in ["QUESTION one?", "HINT one.", "QUESTION two?", "<li>1356</li>", "<li>1357</li>"] {
      #expect(texts.contains(shown), "\(shown)")
    }
    #expect(texts.contains("4 claims about the answers to exercises are verified, too, and not told here."))
    #expect(texts.contains("\"held\": 5"))
    #expect(site.copiedFiles == ["both.png"])
  }

  @Test func teachersAndInlineCoursesHaveAll() async throws {
    for (solutions, reader) in [("separate", Site.Reader.teacher), ("inline", .student)] {
      let site = try await makeSite(files(solutions), for: reader)
      let texts = try texts(of: site)
      for shown in ["1234.5", "SOLUTION one", "6789", "[1232.5,1236.5]", "exercises.js"] {
        #expect(texts.contains(shown), "\(shown)")
      }
      #expect(site.copiedFiles == ["both.png", "only.png"])
      #expect(texts.contains("not on students' pages") == (solutions == "separate"))
    }
  }
}
