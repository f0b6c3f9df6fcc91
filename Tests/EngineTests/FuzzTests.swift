import LessonFormat
import LessonTesting
import SourceText
import Testing

/// Whatever happens to a lesson's text, it is read, run and verified without harm.
@Suite struct FuzzTests {
  static let lessons = [
    """
    ---
    title: Softmax
    ---

    # Scores {#sec-scores}

    ```{let}
    h: [1, 2, 1]
    rate: 0.5
    L: =-log(softmax(h)_2)
    ```

    ```{softmax} close
    scores: {Madrid: 1, Paris: =h_2, Berlin: 1}
    temperature: 1
    fig-cap: Paris gets [58%](=close.p.Paris).
    ```

    Paris gets [58 %](=close.p.Paris), [about 60%](=close.p_2), [Paris](=close.top), $\\claim{0.58}{close.p.Paris}$.
    A slope of [−0.42](<=d(L, h_2)>) and [](=rate "0.00"), see @fig-close in @sec-scores and [there](#sec-scores).

    ```{check}
    - close.p.Paris > 0.5
    - sum(close.p) == 1
    ```

    ```{exercise} most
    question: |
      Who gets *most*, more than [50%](<=close.p.Madrid + 0.288>)? See @fig-close and $h_2$.

      - [there](#sec-scores)
    is: close.top
    choices: [{says: Madrid}, {says: "Paris"}]
    hint: Not [21%](=close.p.Berlin).
    solution: "In \\"words\\": [58%](=close.p_2)."
    ```

    ```{term} share
    definition: |
      What one *class* gets, [58%](=close.p_2), see @fig-close, @term-share and $p_2$.
    ```
    """,
    """
    ---
    title: Chains
    ---

    ```{chain} c
    blocks: [y = 2x, z = y^2 + k, w = log(z)]
    at: {x: 3, k: 1}
    fig-width: 400
    ```

    ```{let} d
    good: [[1, 2], [3, 4]]
    k: {a: 1, b: "two"}
    n: =good_{2,1} * 2
    ```

    $$ z = \\frac{y^2}{\\val{c.y}} $$ {#eq-z}

    > [!NOTE]
    > In @eq-z [6](=c.y) and [24](<=c.dz_dx + 0>).[^1]

    | x | y |
    |---|---|
    | [6](=d.n) | **[1](=d.k.a)** |

    : Numbers. {#tbl-n}

    [^1]: Also [two](=d.k.b), in @tbl-n.
    """,
    """
    ---
    title: Tables
    ---

    ```{use} zero.start
    as: s
    ```

    ```{table} t
    columns:
      x: [1, 2, 3]
      y: [=s, 4, 9]
    units: {x: m}
    ```

    ```{table} u
    file: data.csv
    ```

    ```{plot} p
    series:
      - {x: =t.x, y: =t.y, kind: points, label: data}
      - {x: "=linspace(1, 3, 20)", y: x^2}
      - {x: [1, 2], y: [1, 2], kind: heat, z: x*y}
    x: {label: time, unit: s, range: [0, 4]}
    lines: [{y: 5}]
    ```

    [14](=sum\\(t.y\\)) @tbl-t ![Alt](p.png){#fig-x} [a](zero.md#top) [](=u.a_1)
    """,
  ]

  private static let snippets = [
    "```{let}\n", "```\n", "[1](=x)", "$", "{", "}", "=", "](=", "<", ">", "\\", "_", "^", "\u{0}", "é", "👩‍👩‍👧",
    "\u{202E}", "\r",
    "9e999", "1/0", "{#eq-z}", "@fig-p", ": ", "- ", "\t", "&", "*", "!", "\"", "'", "#", "|", "[", "]", "(",
    ")", "-", "inf",
    "d(L, h)", "softmax(", "linspace(0,1,1e9)", "999999999999999999999", "fig-width: 0", "output: false",
    "\n\n",
  ]

  private static func mutate(_ text: String, _ generator: inout SeededGenerator) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      guard !bytes.isEmpty else { return "" }
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 1...12, using: &generator))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes.removeSubrange(place..<end)
      case 1:
        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
      case 2:
        bytes.insert(contentsOf: Array((snippets.randomElement(using: &generator) ?? "").utf8), at: place)
      case 3: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      default: bytes = mutateLines(bytes, &generator)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Deletes, doubles or swaps lines.
  private static func mutateLines(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    let one = Int.random(in: 0..<lines.count, using: &generator)
    let other = Int.random(in: 0..<lines.count, using: &generator)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: lines.remove(at: one)
    case 1: lines.insert(lines[one], at: other)
    default: lines.swapAt(one, other)
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private func check(_ text: String, workers: Int) async -> Report {
    var workshop = Workshop()
    workshop.workers = workers
    workshop.bytes = ["lesson.md": Array(text.utf8)]
    return await workshop.course(
      [("zero.md", "# Top\n\n```{let}\nstart: 1\n```"), ("lesson.md", "")],
      files: ["data.csv": "a,b\n1,x\n", "p.png": ""])
  }

  /// What must be true of every run, whatever the text.
  private func expectSound(_ report: Report, of text: String) {
    let run = report.run
    #expect(run.diagnostics == run.diagnostics.sorted(), "\(text.debugDescription)")
    #expect(Set(run.diagnostics).count == run.diagnostics.count, "\(text.debugDescription)")
    for diagnostic in run.diagnostics {
      let file = run.course.lessons.first { $0.file.path == diagnostic.file }?.file
      guard let file else { continue }
      let isInside =
        (1...file.lineCount).contains(diagnostic.start.line) && diagnostic.start <= diagnostic.end
        && diagnostic.end <= file.position(of: file.bytes.count)
      let line = file.text(in: file.span(ofLine: diagnostic.start.line))
      #expect(
        isInside && diagnostic.start.column <= line.unicodeScalars.count + 1,
        "\(diagnostic) \(text.debugDescription)")
      #expect(
        !diagnostic.message.isEmpty && !diagnostic.message.contains("\n"),
        "\(diagnostic) \(text.debugDescription)")
    }
    let claims = run.runs.flatMap(\.lesson.claims)
    let answers = run.runs.flatMap(\.lesson.directives).count { directive in
      if let exercise = directive.exercise { exercise.answer != .open } else { false }
    }
    let failedInsertions = run.runs.flatMap(\.claims).count { claim in
      if case .failed = claim.verdict { claim.isInsertion } else { false }
    }
    let counted = run.claims.held + run.claims.failed + run.claims.notRun
    #expect(
      counted - failedInsertions == answers + claims.count { !$0.isInsertion }, "\(text.debugDescription)")
    if run.claims.failed + run.claims.notRun > 0 { #expect(!run.isRight, "\(text.debugDescription)") }
  }

  @Test func theLessonsThemselvesAreSound() async {
    for text in Self.lessons {
      let report = await check(text, workers: 2)
      #expect(report.run.diagnostics.map { "\($0.start) \($0.message)" } == [])
      #expect(report.run.claims.held >= 1 && report.run.claims.notRun == 0)
    }
  }

  @Test(.timeLimit(.minutes(5)), arguments: lessons.indices)
  func mutatedLessonsDoNoHarm(_ index: Int) async {
    var generator = SeededGenerator(seed: UInt64(index))
    for _ in 0..<170 {
      let text = Self.mutate(Self.lessons[index], &generator)
      expectSound(await check(text, workers: Int.random(in: 1...4, using: &generator)), of: text)
    }
  }
}
