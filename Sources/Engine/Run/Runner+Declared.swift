import Expressions
import FoundationEssentials
import LessonFormat
import SourceText

/// Runs experiments that Swift code declares, in the program that declares them.
extension Runner {
  func runDeclared(
    _ declaration: Plan.Declaration, _ body: Datum, of step: Plan.Step
  ) throws -> ExperimentRun? {
    guard let (program, programKey) = program(of: declaration) else { return nil }
    var request = request(declaration, body, of: step)
    let key = key(of: request, programKey: programKey)
    if let outcome = engine.store.load(key).flatMap(OutcomeCoding.decode) {
      return ExperimentRun(outcome: outcome, key: key, isReused: true)
    }
    request.identifier = "figure-\(key.prefix(8))"
    let answer = engine.cells.answer(.run(request), by: program)
    report(answer.diagnostics, of: program, declaration, step)
    switch answer.replies.first {
    case .outcome(let outcome):
      if let bytes = OutcomeCoding.encode(outcome) { engine.store.save(bytes, for: key) }
      return ExperimentRun(outcome: outcome, key: key, isReused: false)
    case .errors(let errors): throw LessonErrors(errors)
    case .descriptions, nil:
      guard !answer.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
      throw LessonError(
        .swift, at: .directive, "the code that declares {\(declaration.name)} gives no such experiment",
        help: "declare it as a struct that conforms to Experiment, not within a comment or another type")
    }
  }

  /// What an experiment depends on that Swift code declares.
  func ingredients(
    of declaration: Plan.Declaration, _ body: Datum, _ step: Plan.Step
  ) -> [Ingredient] {
    guard let (_, programKey) = program(of: declaration) else { return [] }
    return ingredients(of: request(declaration, body, of: step), programKey: programKey)
  }

  /// The program that declares an experiment, with an identity of it; nil where its cells did not come so far.
  private func program(of declaration: Plan.Declaration) -> (CellProgram, key: String)? {
    switch declaration.source {
    case .cell(let program, _, _):
      guard case .cells(let cells, _) = plan.steps[program].work, let result = programResult(of: program)
      else { return nil }
      return (self.program(of: plan.steps[program], cells: cells), result.key)
    case .file:
      let program = CellProgram(of: course.experimentFiles)
      return (program, key(of: program))
    }
  }

  private func request(
    _ declaration: Plan.Declaration, _ body: Datum, of step: Plan.Step
  ) -> ExperimentRequest {
    let position =
      switch declaration.source {
      case .cell(_, let position, _): position
      case .file(let index): index
      }
    let lesson = course.lessons[step.lesson]
    let directive = lesson.directives[step.directive]
    let named = Set(Mention.ofDeclared(in: body) { step.meanings[$0] != nil }.map(\.name))
    var values = Record()
    for (name, meaning) in step.meanings.sorted(by: { $0.key < $1.key }) where named.contains(name) {
      values[name] = results.value(of: meaning, from: Set(step.dependencies))
    }
    return ExperimentRequest(
      experiment: declaration.name, cell: position, directive: directive.name, body: body,
      seed: lesson.frontMatter.seed, values: values, lesson: lesson.file.path,
      files: givenFiles(body, lesson.file.path), figureWidth: directive.display.figureWidth,
      figureHeight: directive.display.figureHeight)
  }

  /// The files of the course that the body names, whatever it names them for.
  private func givenFiles(_ body: Datum, _ lesson: String) -> [String: Data] {
    var found: [String: Data] = [:]
    for text in body.texts where text.count < 1000 {
      guard let path = try? resolve(text, from: lesson), files.exists(path),
        let bytes = try? files.read(path),
        bytes.count <= CellLimits().published
      else { continue }
      found[path] = Data(bytes)
    }
    return found
  }

  /// Everything that the outcome depends on, wherever in the lesson it stands.
  private func key(of request: ExperimentRequest, programKey: String) -> String {
    var digest = Digest()
    digest.append(programKey)
    digest.append(request.experiment)
    request.body.append(to: &digest)
    digest.append(request.seed.map { Double($0.value) } ?? -1)
    digest.append(.record(request.values))
    for (path, bytes) in request.files.sorted(by: { $0.key < $1.key }) {
      digest.append(path)
      digest.append(bytes: Array(bytes))
    }
    digest.append(request.figureWidth ?? 0)
    digest.append(request.figureHeight ?? 0)
    return digest.key
  }

  private func report(
    _ diagnostics: [CellDiagnostic], of program: CellProgram, _ declaration: Plan.Declaration,
    _ step: Plan.Step
  ) {
    let lesson = course.lessons[step.lesson]
    guard case .file = declaration.source else {
      // What the compiler says of a cell is reported where the cell runs.
      let own = diagnostics.filter { $0.severity == .error }
      return report(own, of: program, step.lesson)
    }
    let directive = lesson.directives[step.directive].name.span
    let line = lesson.file.position(of: directive.start).line
    add(
      diagnostics.compactMap { found in
        guard course.experimentFiles.indices.contains(found.place.cell) else { return nil }
        var diagnostic = Diagnostic(
          .swift, in: course.experimentFiles[found.place.cell], at: program.span(of: found.place),
          found.message, help: found.help, severity: found.severity)
        diagnostic.notes = found.notes.map { Diagnostic.Note($0.message) }
        diagnostic.notes.append(
          Diagnostic.Note("{\(declaration.name)} is used in \(lesson.file.path), line \(line)"))
        return diagnostic
      })
  }
}

extension Datum {
  /// Every text in it.
  fileprivate var texts: [String] {
    switch kind {
    case .text(let text): [text.text]
    case .list(let entries): entries.flatMap(\.texts)
    case .mapping(let entries): entries.flatMap(\.value.texts)
    case .number, .boolean, .empty: []
    }
  }

  /// Adds what it says, without its place.
  func append(to digest: inout Digest) {
    switch kind {
    case .number(_, let spelling): digest.append("number \(spelling)")
    case .boolean(let value): digest.append(.boolean(value))
    case .text(let text): digest.append("text \(text.text)")
    case .list(let entries):
      digest.append("list \(entries.count)")
      for entry in entries { entry.append(to: &digest) }
    case .mapping(let entries):
      digest.append("mapping \(entries.count)")
      for entry in entries {
        digest.append(entry.key.value)
        entry.value.append(to: &digest)
      }
    case .empty: digest.append("empty")
    }
  }
}
