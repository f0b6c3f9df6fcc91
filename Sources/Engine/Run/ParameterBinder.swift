import LessonFormat
import SourceText

/// Fills an experiment's parameters in from a directive's body.
struct ParameterBinder {
  /// The names of the lesson that parameters use, whether or not the parameters fit.
  static func mentions(
    in entries: [Datum.Entry], of type: any Experiment.Type, isDefined: (String) -> Bool
  ) -> [Mention] {
    let parameters = ParameterList(of: type.init())
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
  static func entries(of body: Datum) -> [Datum.Entry] { body.mappingValue ?? [] }

  /// What parameters are read from: a body, with the lesson's seed where the experiment takes one and the body names
  /// none.
  static func body(_ body: Datum, seed: Spanned<Int>?, parameters: ParameterList) -> Datum {
    let written = entries(of: body)
    guard let seed, parameters["seed"] != nil, !written.contains(where: { $0.key.value == "seed" }) else {
      return body
    }
    let number = Datum(.number(Double(seed.value), spelling: String(seed.value)), span: seed.span)
    let entry = Datum.Entry(key: Spanned("seed", seed.span), value: number)
    return Datum(.mapping(written + [entry]), span: body.span)
  }

  /// The seed of an experiment that takes one where nothing that is written names one: the lesson's, or the default.
  static func impliedSeed(
    of type: any Experiment.Type, in lesson: Lesson, written: [Datum.Entry]
  ) -> String? {
    guard let seed = ParameterList(of: type.init())["seed"],
      !written.contains(where: { $0.key.value == "seed" })
    else { return nil }
    return lesson.frontMatter.seed.map { "\($0.value)" } ?? seed.description(named: "seed").initial
  }

  /// The keys of a body that the experiment of a directive does not have, and the required ones that are missing.
  static func keyErrors(
    in body: Datum, of directive: String, parameters: ParameterList
  ) -> [LessonError] {
    let known = parameters.entries.map(\.name)
    var errors: [LessonError] = []
    var given: Set<String> = []
    switch body.kind {
    case .mapping(let entries):
      for entry in entries where parameters[entry.key.value] == nil {
        if entry.key.value == Repetitions.key, Repetitions.areKnown(to: parameters) { continue }
        errors.append(unknownParameter(entry.key, of: directive, known: known))
      }
      if let error = Repetitions.error(in: body, parameters: parameters) { errors.append(error) }
      given = Set(entries.map(\.key.value))
    case .empty: break
    default:
      return [
        .parameter(
          body, "expected parameters, found \(body.summary)",
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
