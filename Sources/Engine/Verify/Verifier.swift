import Expressions
import LessonFormat
import SourceText
import Typesetting

/// Verifies what lessons say, after everything ran: claims, conditions, mathematics, references and links.
struct Verifier: Sendable {
  let course: Course
  let plan: Plan
  let results: StepResults
  let labels: LabelIndex
  let glossary: Glossary
  let files: any CourseFiles
  let typesetter: Typesetter

  /// Verifies one lesson.
  func verify(_ index: Int) -> (run: LessonRun, diagnostics: [Diagnostic]) {
    let lesson = course.lessons[index]
    let suggestions = Suggestions()
    let evaluator = LessonEvaluator(
      course: course, index: index, names: plan.lessons[index].names,
      scopes: ScopeBuilder(plan: plan, results: results, lesson: index), suggestions: suggestions)
    var errors: [LessonError] = []
    let claims = lesson.claims.map { claim in
      let (run, found) = ClaimChecker(evaluator: evaluator).check(claim)
      errors += found
      return run
    }
    let directives = lesson.directives.indices.map { directive in
      directiveRun(directive, of: index, evaluator: evaluator, errors: &errors)
    }
    errors += AlternativeChecker(lesson: lesson, directives: directives).errors()
    errors += MathematicsChecker(lesson: lesson, claims: claims, typesetter: typesetter).errors()
    errors += LinkChecker(course: course, labels: labels, files: files, suggestions: suggestions).errors(
      of: index)
    errors += ReferenceChecker(course: course, labels: labels, suggestions: suggestions).errors(of: index)
    errors += TermChecker(course: course, glossary: glossary).errors(of: index)
    errors += CitationChecker(course: course).errors(of: index, suggestions: suggestions)
    let diagnostics = lesson.diagnostics + errors.diagnostics(in: lesson)
    return (
      LessonRun(lesson: lesson, directives: directives, claims: claims, values: values(of: index)),
      diagnostics
    )
  }

  /// The values of the names that a lesson defines; those that it takes from others are theirs.
  private func values(of lesson: Int) -> [NamedValue] {
    let directives = course.lessons[lesson].directives.filter { $0.name.value != Use.name }
    return directives.flatMap(\.announcedNames).map { name in
      let meaning = plan.lessons[lesson].names.entries[name.value]?.meaning
      return NamedValue(
        name: name, value: meaning.flatMap { results.value(of: $0, from: Set($0.steps)) })
    }
  }

  private func directiveRun(
    _ index: Int, of lesson: Int, evaluator: LessonEvaluator, errors: inout [LessonError]
  ) -> DirectiveRun {
    let steps = plan.lessons[lesson].steps[index]
    var run = DirectiveRun(isBroken: !results.succeeded(steps), run: nil, facts: [])
    let effort = results.effort(of: steps)
    (run.duration, run.isReused) = (effort.duration, effort.isReused)
    run.sources = plan.sources(of: steps)
    for step in steps {
      if case .succeeded(_, let experiment?) = results[step] { run.run = experiment }
      run.cell = run.cell ?? results.cell(of: step)
      run.impliedSeed = run.impliedSeed ?? impliedSeed(of: plan.steps[step])
    }
    for condition in plan.lessons[lesson].conditions[index] ?? [] {
      let (fact, found) = ConditionChecker(evaluator: evaluator).check(
        condition, at: course.lessons[lesson].directives[index].span.start)
      if let fact { run.facts.append(fact) }
      errors += found
    }
    if let exercise = course.lessons[lesson].directives[index].exercise {
      let (outcome, found) = ExerciseChecker(evaluator: evaluator).check(exercise)
      run.exercise = outcome
      errors += found
    }
    return run
  }
  /// What the random numbers of a step begin from, where it takes a seed and names none.
  private func impliedSeed(of step: Plan.Step) -> String? {
    guard let type = step.work.subject?.type else { return nil }
    let lesson = course.lessons[step.lesson]
    let written = step.work.parameters(in: lesson.directives[step.directive].body)
    return ParameterBinder.impliedSeed(of: type, in: lesson, written: ParameterBinder.entries(of: written))
  }
}
