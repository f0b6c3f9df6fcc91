import Engine
import LessonFormat
import SourceText

/// What a lesson holds to be true, as cases: claims, conditions, answers, directives, and its text.
struct LessonCases {
  let run: LessonRun

  /// A case with its place, in which diagnostics are about it.
  fileprivate struct Subject {
    var test: TestCase
    var span: Span
    var start: Position
    var end: Position
  }

  /// The cases in order of place; the last is about everything that belongs to no other.
  func suite(with diagnostics: [Diagnostic]) -> TestSuite {
    var subjects = (claims + directives).sorted {
      ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end)
    }
    var text = TestCase(name: "text, references and links")
    for diagnostic in diagnostics {
      let holding = subjects.indices.filter { subjects[$0].holds(diagnostic.start) }
      if let narrowest = holding.min(by: { subjects[$0].span.count < subjects[$1].span.count }) {
        subjects[narrowest].test.diagnostics.append(diagnostic)
      } else {
        text.diagnostics.append(diagnostic)
      }
    }
    return TestSuite(file: run.lesson.file.path, cases: Self.told(subjects.map(\.test) + [text]))
  }

  /// The same cases, each with a name of its own.
  private static func told(_ cases: [TestCase]) -> [TestCase] {
    var counts: [String: Int] = [:]
    return cases.map { test in
      var test = test
      counts[test.name, default: 0] += 1
      if let count = counts[test.name], count > 1 { test.name += " (\(count))" }
      return test
    }
  }

  private func subject(
    _ name: String, at span: Span, _ verdict: TestCase.Verdict, time: Duration? = nil
  ) -> Subject {
    let file = run.lesson.file
    return Subject(
      test: TestCase(name: name, verdict: verdict, time: time), span: span,
      start: file.position(of: span.start), end: file.position(of: span.end))
  }

  // MARK: Claims

  private var claims: [Subject] {
    zip(run.lesson.claims, run.claims).compactMap { claim, outcome in
      // An inserted value says nothing that could fail; what is wrong with it belongs to the text.
      guard !outcome.isInsertion else { return nil }
      return subject("claim \(Self.name(of: claim))", at: claim.span, outcome.outcome)
    }
  }

  private static func name(of claim: Claim) -> String {
    "[\(excerpt(claim.text.text))](=\(excerpt(claim.expression.text)))"
  }

  // MARK: Directives

  private var directives: [Subject] {
    run.directives.indices.flatMap { index -> [Subject] in
      let (directive, outcome) = (run.lesson.directives[index], run.directives[index])
      let name = "{\(directive.name.value)}" + (directive.result.map { " \($0.value)" } ?? "")
      return [subject(name, at: directive.span, outcome.isBroken ? .notRun : .held, time: time(of: index))]
        + outcome.facts.map { fact in
          let verdict = fact.holds.map { $0 ? TestCase.Verdict.held : .failed } ?? .notRun
          return subject("condition \(excerpt(fact.text.text))", at: fact.text.span, verdict)
        } + answer(of: directive, outcome.exercise)
    }
  }

  /// The time of a directive, or of all its runs together; nil where there was nothing to run.
  private func time(of directive: Int) -> Duration? {
    run.directives[directive].isReused == nil ? nil : run.directives[directive].duration
  }

  private func answer(of directive: Directive, _ run: ExerciseRun?) -> [Subject] {
    guard let exercise = directive.exercise, let outcome = run?.answer?.outcome else { return [] }
    switch exercise.answer {
    case .open: return []
    case .stated(let claim):
      return [subject("answer \(Self.name(of: claim))", at: claim.textSpan, outcome)]
    case .chosen(let claims, let span):
      let expression = excerpt(claims.first?.expression.text ?? "")
      return [subject("answer [one of \(claims.count)](=\(expression))", at: span, outcome)]
    }
  }
}

extension LessonCases.Subject {
  fileprivate func holds(_ place: Position) -> Bool {
    start <= place && (place < end || place == start)
  }
}

extension ClaimRun {
  fileprivate var outcome: TestCase.Verdict {
    switch verdict {
    case .held, .inserted: .held
    case .failed: .failed
    case .notRun: .notRun
    }
  }
}
