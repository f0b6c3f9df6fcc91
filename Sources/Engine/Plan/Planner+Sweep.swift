import LessonFormat
import SourceText

/// Sweeps: a step whose parts are the runs of another directive.
extension Planner {
  mutating func planSweep(_ directive: Directive, _ index: Int, _ lesson: Int) {
    let run = SweepReader.run(in: directive)
    let subject = run.flatMap { run in self.subject(of: run.value) }
    if let run, subject == nil { report(cannotRun(run), lesson, index) }
    let type = subject.flatMap(\.type)
    var reader = SweepReader(directive, parameters: type.map { ParameterList(of: $0.init()) })
    let sweep = directive.isReadable ? reader.read() : nil
    for error in reader.errors { report(error, lesson, index) }
    let step: Int
    if let sweep, let subject, reader.errors.isEmpty {
      let resolution = resolve(sweep, subject, resolver(lesson, at: directive.span.start))
      step = addStep(lesson, index, .series(subject, .sweep(sweep)), resolution)
    } else {
      step = addStep(lesson, index, .broken, NameResolver.Resolution())
    }
    defineResult(of: directive, .step(step), lesson, index)
  }

  private func subject(of name: String) -> Plan.Subject? {
    if let declaration = declaration(of: name) { return .declared(declaration) }
    return registry[name].map { .experiment($0) }
  }

  private func resolve(
    _ sweep: Sweep, _ subject: Plan.Subject, _ names: NameResolver
  ) -> NameResolver.Resolution {
    let parameters = Datum(.mapping(sweep.entries), span: sweep.over.span)
    let grid = Mention.inExpressions(of: sweep.over, isDefined: names.isDefined)
    switch subject {
    case .experiment(let type):
      return names.resolve(
        grid + ParameterBinder.mentions(in: sweep.entries, of: type, isDefined: names.isDefined))
    case .declared(let declaration):
      var resolution = names.resolve(grid + Mention.ofDeclared(in: parameters, isDefined: names.isDefined))
      if case .cell(_, _, let step) = declaration.source { resolution.dependencies.insert(step) }
      return resolution
    }
  }

  private func cannotRun(_ run: Spanned<String>) -> LessonError {
    guard !registry.isOwn(run.value) else {
      return LessonError(
        .parameter, at: .span(run.span), "{\(run.value)} is no experiment, so it cannot run over a grid",
        help: "gradus list shows the experiments there are")
    }
    let names =
      registry.experimentNames + lessonDeclarations.keys + courseDeclarations.keys
    return LessonError(
      .parameter, at: .span(run.span), "no experiment is called \(run.value)",
      help: nearestName(to: run.value, among: names).map { "did you mean \($0)?" }
        ?? "gradus list shows the experiments there are")
  }
}
