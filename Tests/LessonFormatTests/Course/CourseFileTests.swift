import LessonFormat
import SourceText
import Testing

/// What `course.yml` says.
@Suite struct CourseFileTests {
  private func read(_ text: String) -> (CourseFile, [Diagnostic]) {
    CourseFileReader.read(SourceFile(path: "course.yml", text: text))
  }

  @Test func everyKeyIsRead() {
    let (course, diagnostics) = read(
      """
      title: The mathematics of neural networks
      author: A. N. Author
      lang: de
      base-url: https://example.org/course
      bibliography: references.yml
      citation-style: author-year
      html: true
      solutions: separate
      coverage: 0.5
      severity: {link: warning, front-matter: error}
      parts:
        - title: Backpropagation
          lessons: [backpropagation/neuron.md, ./x/../softmax.md]
      """)
    #expect(diagnostics.isEmpty)
    #expect(course.title == "The mathematics of neural networks")
    #expect(course.authors == ["A. N. Author"])
    #expect(course.language == "de")
    #expect(course.baseURL == "https://example.org/course")
    #expect(course.bibliography?.value == "references.yml")
    #expect(course.citationStyle == .authorYear)
    #expect(course.allowsHTML && course.separatesSolutions)
    #expect(course.coverage?.value == 0.5)
    #expect(course.severities == [.link: .warning, .frontMatter: .error])
    #expect(course.parts.map(\.title) == ["Backpropagation"])
    #expect(course.parts.flatMap(\.lessons).map(\.value) == ["backpropagation/neuron.md", "softmax.md"])
  }

  @Test func defaultsHold() {
    let (course, diagnostics) = read("title: a\nsolutions: inline\n")
    #expect(diagnostics.isEmpty)
    #expect(
      course.language == "en" && !course.allowsHTML && !course.separatesSolutions && course.coverage == nil)
    #expect(course.citationStyle == .numeric)
  }

  @Test(arguments: [
    ("", ["1:1"]), ("lang: en", ["1:1"]), ("titel: a", ["1:1", "1:1"]), ("title: a\nhtml: no", ["2:7"]),
    ("title: a\nsolutions: hidden", ["2:12"]), ("title: a\ncoverage: 1.1", ["2:11"]),
    ("title: a\ncoverage: all", ["2:11"]),
    ("title: a\nseverity: {lnk: warning, link: info, math: }", ["2:12", "2:32", "2:38"]),
    ("title: a\nseverity: warning", ["2:11"]),
    ("title: a\ncitation-style: apa", ["2:17"]),
    ("title: a\nbase-url: ftp://x", ["2:11"]), ("title: a\nbase-url: 'https://'", ["2:11"]),
    ("title: a\nbase-url: https://a b", ["2:11"]),
    ("title: a\nparts: x", ["2:8"]), ("title: a\nparts: [x]", ["2:9"]),
    ("title: a\nparts:\n- title: b", ["3:3"]),
    ("title: a\nparts:\n- {title: b, lessons: x}", ["3:23"]),
    ("title: a\nparts:\n- {lessons: [], x: 1}", ["3:3", "3:17"]),
    (
      "title: a\nparts:\n- {title: b, lessons: [/a.md, ../b.md, 'a\\b.md', c.md, ./c.md, a/, [d], 'C:/x']}",
      ["3:24", "3:31", "3:40", "3:56", "3:64", "3:68", "3:73"]
    ),
    ("title: a\nbibliography: /etc/passwd", ["2:15"]), ("title: a\ntitle: b", ["2:1"]),
    ("title: a: b", ["1:9"]), ("- a", ["1:1"]),
  ])
  func mistakesAreReportedAllAtOnce(_ text: String, _ expected: [String]) {
    let (_, diagnostics) = read(text)
    #expect(places(diagnostics) == expected, "\(diagnostics.map(\.message))")
    #expect(diagnostics.allSatisfy { $0.code == .course })
  }

  @Test func bytesThatAreNoTextHaveAPlace() {
    let file = SourceFile(path: "course.yml", bytes: Array("title: a\né".utf8) + [0xC3, 0x28])
    #expect(places(CourseFileReader.read(file).1) == ["2:2"])
  }
}
