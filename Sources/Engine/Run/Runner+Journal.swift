import Expressions
import LessonFormat

/// Notes what named results were made of, where the last note says something else.
extension Runner {
  /// Notes a state of a directive; what it is made of is gathered only where the state has changed.
  func note(_ state: String, of step: Plan.Step, ingredients: () -> [Ingredient]) {
    guard let journal = engine.journal, let name = name(of: step) else { return }
    let lesson = course.lessons[step.lesson].file.path
    guard journal.state(of: name, in: lesson) != state else { return }
    journal.note(RunRecord(state: state, ingredients: ingredients()), of: name, in: lesson)
  }

  /// Notes that a directive failed.
  func noteFailure(of step: Plan.Step) {
    note(RunRecord.failed.state, of: step) { RunRecord.failed.ingredients }
  }

  /// What others call the result of a step; nil where they cannot.
  private func name(of step: Plan.Step) -> String? {
    let result = course.lessons[step.lesson].directives[step.directive].result?.value
    guard case .definition(let entry) = step.work else { return result }
    return (result.map { "\($0)." } ?? "") + entry.key.value
  }

  // MARK: What results are made of

  func noteDefinition(_ entry: Datum.Entry, _ value: Value, of step: Plan.Step) {
    guard engine.journal != nil else { return }
    var digest = Digest()
    digest.append(entry.value.expressionText?.text ?? "")
    digest.append(value)
    note(digest.key, of: step) {
      var own = Digest()
      own.append(value)
      let written = entry.value.expressionText.map { Ingredient(.expression, "", text: $0.text) }
      return [Ingredient(.value, "", shown: value.formatted(), digest: own)] + (written.map { [$0] } ?? [])
        + values(of: step)
    }
  }

  /// What one run of an experiment depends on.
  func ingredients(of call: ExperimentCall, _ step: Plan.Step) -> [Ingredient] {
    switch call.subject {
    case .declared(let declaration): return ingredients(of: declaration, call.body, step)
    case .experiment(let type):
      let parameters = ParameterList(of: type.init())
      _ = bind(parameters, call, of: step)
      let directive = course.lessons[step.lesson].directives[step.directive]
      return [program, Ingredient(.experiment, "", text: type.name)] + options(of: directive)
        + parameters.entries.map { $0.storage.ingredient(named: $0.name) } + values(of: step)
    }
  }

  /// What a program of cells depends on, seen from one of them.
  func ingredients(of cells: CellProgram, position: Int, _ step: Plan.Step) -> [Ingredient] {
    var found = [program, Ingredient(.toolchain, "", text: engine.cells.identity, shown: "")]
    found.append(Ingredient(.option, "optimize", text: cells.isOptimized ? "true" : "false"))
    found.append(Ingredient(.option, "seconds", text: String(cells.limits.processorSeconds)))
    var inputs = Record()
    for (index, cell) in cells.cells.enumerated() {
      let name = index == position ? "" : String(index + 1)
      found.append(Ingredient(.code, name, text: cell.code.text, shown: ""))
      for (name, value) in cell.inputs.entries { inputs[name] = value }
    }
    return found + values(in: inputs)
  }

  /// What an experiment depends on that Swift code declares.
  func ingredients(of request: ExperimentRequest, programKey: String) -> [Ingredient] {
    var found = [Ingredient(.code, request.experiment, text: programKey, shown: "")]
    if case .mapping(let entries) = request.body.kind {
      found += entries.map { entry in
        var digest = Digest()
        entry.value.append(to: &digest)
        return Ingredient(.parameter, entry.key.value, shown: entry.value.shown, digest: digest)
      }
    }
    if let seed = request.seed { found.append(Ingredient(.seed, "", text: String(seed.value))) }
    for (path, bytes) in request.files.sorted(by: { $0.key < $1.key }) {
      var digest = Digest()
      digest.append(bytes: Array(bytes))
      found.append(Ingredient(.file, path, shown: "", digest: digest))
    }
    return found + values(in: request.values)
  }

  private var program: Ingredient { Ingredient(.program, "", text: engine.program, shown: "") }

  private func options(of directive: Directive) -> [Ingredient] {
    let sizes = [
      ("fig-width", directive.display.figureWidth), ("fig-height", directive.display.figureHeight),
    ]
    return sizes.compactMap { name, size in
      size.map { Ingredient(.option, name, text: Value.number($0).formatted()) }
    }
  }

  /// The values of the lesson that a step names.
  private func values(of step: Plan.Step) -> [Ingredient] {
    var values = Record()
    for (name, meaning) in step.meanings.sorted(by: { $0.key < $1.key }) {
      values[name] = results.value(of: meaning, from: Set(step.dependencies))
    }
    return self.values(in: values)
  }

  private func values(in record: Record) -> [Ingredient] {
    record.entries.map { name, value in
      var digest = Digest()
      digest.append(value)
      return Ingredient(.value, name, shown: value.formatted(), digest: digest)
    }
  }
}

extension Datum {
  /// A scalar as it is written; of all else nothing.
  fileprivate var shown: String {
    switch kind {
    case .number(_, let spelling): spelling
    case .boolean(let boolean): boolean ? "true" : "false"
    case .text(let text): text.text
    case .list, .mapping, .empty: ""
    }
  }
}
