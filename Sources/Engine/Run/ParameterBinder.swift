import LessonFormat
import SourceText

/// Fills an experiment's parameters in from a directive's body.
struct ParameterBinder {
  /// The names of the lesson that a directive's parameters use, whether or not the parameters fit.
  static func mentions(
    in directive: Directive, of type: any Experiment.Type, isDefined: (String) -> Bool
  ) -> [Mention] {
    let parameters = ParameterList(of: type.init())
    let entries = entries(of: directive)
    let ownNames = Set(entries.flatMap { parameters[$0.key.value]?.ownNames(in: $0.value) ?? [] })
    return entries.flatMap { mentions(in: $0, parameters, isDefined: isDefined) }
      .filter { !$0.mayBeLocal || !ownNames.contains($0.name) }
  }

  /// The names of the lesson that one entry of a directive's body uses.
  static func mentions(
    in entry: Datum.Entry, _ parameters: ParameterList, isDefined: (String) -> Bool
  ) -> [Mention] {
    parameters[entry.key.value]?.mentions(in: entry.value, isDefined: isDefined)
      ?? Mention.inExpressions(of: entry.value, isDefined: isDefined)
  }

  /// The entries of a directive's body.
  static func entries(of directive: Directive) -> [Datum.Entry] {
    if case .mapping(let entries) = directive.body.kind { entries } else { [] }
  }

  /// What a directive's parameters are read from: its body, with the lesson's seed where the experiment takes one and
  /// the directive names none.
  static func body(of directive: Directive, seed: Spanned<Int>?, parameters: ParameterList) -> Datum {
    let written = entries(of: directive)
    guard let seed, parameters["seed"] != nil, !written.contains(where: { $0.key.value == "seed" }) else {
      return directive.body
    }
    let number = Datum(.number(Double(seed.value), spelling: String(seed.value)), span: seed.span)
    let entry = Datum.Entry(key: Spanned("seed", seed.span), value: number)
    return Datum(.mapping(written + [entry]), span: directive.body.span)
  }

  /// The seed of an experiment that takes one where its directive names none: the lesson's, or the default.
  static func impliedSeed(of type: any Experiment.Type, in lesson: Lesson, directive: Int) -> String? {
    guard let seed = ParameterList(of: type.init())["seed"],
      !entries(of: lesson.directives[directive]).contains(where: { $0.key.value == "seed" })
    else { return nil }
    return lesson.frontMatter.seed.map { "\($0.value)" } ?? seed.description(named: "seed").initial
  }

  /// The keys that the experiment does not have, and the required ones that are missing.
  static func keyErrors(in directive: Directive, parameters: ParameterList) -> [LessonError] {
    let known = parameters.entries.map(\.name)
    var errors: [LessonError] = []
    var given: Set<String> = []
    switch directive.body.kind {
    case .mapping(let entries):
      for entry in entries where parameters[entry.key.value] == nil {
        if entry.key.value == Repetitions.key, Repetitions.areKnown(to: parameters) { continue }
        errors.append(unknownParameter(entry.key, of: directive.name.value, known: known))
      }
      if let error = Repetitions.error(in: directive, parameters: parameters) { errors.append(error) }
      given = Set(entries.map(\.key.value))
    case .empty: break
    default:
      return [
        .parameter(
          directive.body, "expected parameters, found \(directive.body.summary)",
          help: "write one parameter: value a line")
      ]
    }
    for (name, storage) in parameters.entries where !given.contains(name) {
      let description = storage.description(named: name)
      guard description.isRequired else { continue }
      errors.append(
        LessonError(
          .parameter, at: .directive, "\(name) is missing", help: "\(description.type): \(description.help)"))
    }
    return errors
  }

  /// Reads every value and reports all that do not fit.
  static func bind(_ parameters: ParameterList, to argument: WrittenValue) -> [LessonError] {
    guard case .mapping(let entries) = argument.datum.kind else { return [] }
    var errors: [LessonError] = []
    for entry in entries {
      guard let parameter = parameters[entry.key.value] else { continue }
      do {
        try parameter.bind(argument.part(entry.value))
      } catch {
        errors += LessonErrors.errors(from: error)
      }
    }
    return errors
  }
}
