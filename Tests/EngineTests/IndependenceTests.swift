import LessonTesting
import Testing

/// A course gives the same on any number of cores.
@Suite struct IndependenceTests {
  private static var lessons: [(path: String, text: String)] {
    (0..<12).map { index in
      let use = index == 0 ? "" : "```{use} lesson\(index - 1).total\nas: before\n```\n\n"
      let before = index == 0 ? "1" : "before"
      return (
        "part/lesson\(index).md",
        """
        \(use)```{softmax} s
        scores: [=\(before), 2, \(index)]
        ```

        ```{let}
        total: =\(before) + s.p_1
        wrong: =1/0
        ```

        ```{chain} c
        blocks: [y = 2x, z = y^2]
        at: {x: =total}
        ```

        [3](=c.z) [](=total) [1](=wrong) [1](=unknown) @fig-c @fig-none [a](lesson3.md#nowhere) $\\frac{$
        """
      )
    }
  }

  @Test func anyNumberOfWorkersGivesTheSame() async {
    var fingerprints: Set<String> = []
    for workers in [1, 2, 8] {
      var workshop = Workshop()
      workshop.workers = workers
      let report = await workshop.course(Self.lessons)
      #expect(report.run.diagnostics.count > 60)
      fingerprints.insert(report.fingerprint)
    }
    #expect(fingerprints.count == 1)
  }
}
