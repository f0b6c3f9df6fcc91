import Engine
import LessonTesting
import Testing

/// The numbers of figures, tables, equations and exercises across a course.
@Suite struct NumberingTests {
  private let text = """
    $$ x $$ {#eq-LETTER}

    $$ y $$ {#eq-LETTER2}

    ```{table} LETTER
    columns: {x: [1]}
    ```

    @eq-LETTER @eq-LETTER2 @tbl-LETTER
    """

  private func numbers(_ lessons: [String], isCourse: Bool = true) async -> [[String]] {
    let texts = lessons.map { ("\($0).md", text.replacing("LETTER", with: $0)) }
    var run: CourseRun
    if isCourse {
      run = await Workshop().course(texts).run
    } else {
      let files = MemoryFiles(
        Dictionary(uniqueKeysWithValues: texts.map { ($0, Workshop.withFrontMatter($1)) }))
      run = await Workshop().run(
        CourseReader(files: files, workers: 1).readLessons(texts.map(\.0)), files: files)
    }
    #expect(run.isRight)
    return run.course.lessons.enumerated().map { index, lesson in
      lesson.references.map { reference in
        guard case .found(let target) = run.labels.resolve(reference, from: index) else { return "?" }
        return target.number?.description ?? "none"
      }
    }
  }

  @Test func numbersBeginWithTheLessonsPlace() async {
    #expect(await numbers(["a", "b"]) == [["1.1", "1.2", "1.1"], ["2.1", "2.2", "2.1"]])
  }

  @Test func aCourseOfOneLessonKeepsPlainNumbers() async {
    #expect(await numbers(["a"]) == [["1", "2", "1"]])
  }

  @Test func lessonsThatStandAloneKeepPlainNumbers() async {
    #expect(await numbers(["a", "b"], isCourse: false) == [["1", "2", "1"], ["1", "2", "1"]])
  }
}
