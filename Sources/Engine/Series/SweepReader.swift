import LessonFormat
import SourceText

/// Reads the body of a `{sweep}`, and gathers all that does not fit.
struct SweepReader {
  /// What is wrong.
  private(set) var errors: [LessonError] = []
  private let body: Datum
  private let entries: [Datum.Entry]
  /// The parameters of what it runs, where they are known before it runs.
  private let parameters: ParameterList?

  /// Begins to read.
  init(_ directive: Directive, parameters: ParameterList?) {
    entries = ParameterBinder.entries(of: directive.body)
    self.parameters = parameters
    body = directive.body
  }

  /// The name of the directive that a sweep runs, before anything else is read.
  static func run(in directive: Directive) -> Spanned<String>? {
    directive.body["run"]?.textValue.map { Spanned($0.text, $0.span) }
  }

  /// What is asked for; nil where nothing can run.
  mutating func read() -> Sweep? {
    guard body.mappingValue != nil || body.isEmpty else {
      errors.append(
        .parameter(
          body, "expected run and over, found \(body.summary)", help: "write one parameter: value a line"))
      return nil
    }
    let known = Sweep.description.parameters.map(\.name)
    for entry in entries where !known.contains(entry.key.value) {
      var error = unknownParameter(entry.key, of: Sweep.name, known: known)
      if parameters?[entry.key.value] != nil {
        error.help = "write it below with:, or below over: with its values"
      }
      errors.append(error)
    }
    let (run, over) = (readRun(), require("over"))
    let with = readParameters()
    let keep = readKeep()
    let seeds = readSeeds()
    guard let run, let over else { return nil }
    return Sweep(run: run, over: over, with: with, keep: keep, seeds: seeds)
  }

  private func value(_ key: String) -> Datum? { entries.first { $0.key.value == key }?.value }

  private mutating func require(_ key: String) -> Datum? {
    if let datum = value(key) { return datum }
    let description = Sweep.description.parameters.first { $0.name == key }
    errors.append(
      LessonError(
        .parameter, at: .directive, "\(key) is missing",
        help: description.map { "\($0.type): \($0.help)" }))
    return nil
  }

  private mutating func readRun() -> Spanned<String>? {
    guard let datum = require("run") else { return nil }
    guard let text = datum.textValue, !text.isEmpty else {
      errors.append(.parameter(datum, "expected the name of a directive, found \(datum.summary)"))
      return nil
    }
    return Spanned(text.text, text.span)
  }

  private mutating func readParameters() -> [Datum.Entry] {
    guard let datum = value("with"), !datum.isEmpty else { return [] }
    guard let entries = datum.mappingValue else {
      errors.append(
        .parameter(
          datum, "expected parameters, found \(datum.summary)", help: "write one parameter: value a line"))
      return []
    }
    return entries.filter { entry in
      guard entry.key.value == Repetitions.key, parameters.map(Repetitions.areKnown) ?? true else {
        return true
      }
      errors.append(
        LessonError(
          .parameter, at: .span(entry.key.span), "seeds belong to the whole sweep",
          help: "write seeds: beside over:"))
      return false
    }
  }

  private mutating func readKeep() -> [Sweep.Path]? {
    guard let datum = value("keep") else { return nil }
    var paths: [Sweep.Path] = []
    for entry in datum.listValue ?? [datum] {
      let names = entry.textValue?.text.split(separator: ".", omittingEmptySubsequences: false).map(
        String.init)
      guard let names, names.allSatisfy({ !$0.isEmpty }) else {
        errors.append(
          .parameter(
            entry, "expected the name of a result, found \(entry.summary)",
            help: "for example keep: [loss], or keep: [end.loss]"))
        continue
      }
      let path = Sweep.Path(names: names, span: entry.span)
      if let other = paths.first(where: { $0.isWithin(path) || path.isWithin($0) }) {
        let relation = other.names == names ? "is kept twice" : "and \(other.text) hold each other"
        errors.append(.parameter(entry, "\(path.text) \(relation)"))
      } else {
        paths.append(path)
      }
    }
    return paths
  }

  private mutating func readSeeds() -> Spanned<Int>? {
    guard let entry = entries.first(where: { $0.key.value == Repetitions.key }) else { return nil }
    guard let count = Repetitions.count(entry.value) else {
      errors.append(Repetitions.error(entry.value))
      return nil
    }
    guard let parameters else {
      errors.append(
        LessonError(
          .parameter, at: .span(entry.key.span),
          "seeds are counted only for experiments that come with Gradus",
          help: "name the seeds: write seed: [1, 2, 3] below over:"))
      return nil
    }
    guard Repetitions.areKnown(to: parameters) else {
      errors.append(
        LessonError(
          .parameter, at: .span(entry.key.span), "what it runs draws no random numbers, so it has no seeds"))
      return nil
    }
    return Spanned(count, entry.value.span)
  }
}

extension Sweep.Path {
  /// Whether it leads to something within what another leads to, or to the same.
  fileprivate func isWithin(_ other: Sweep.Path) -> Bool { names.starts(with: other.names) }
}
