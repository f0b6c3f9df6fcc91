import Engine
import Expressions
import LessonFormat
import SourceText

/// What every name in a `{fit}` stands for.
struct FitNames {
  let model: FitModel
  let sigma: Formula?
  let data: DataTable
  let dataDatum: Datum?
  let start: FitStart
  let startDatum: Datum?
  let bounds: FitBounds

  /// The columns in the formula, in the order in which they first appear: the arguments of `predict`.
  var predictors: [String] {
    var seen: Set<String> = []
    return names(in: model.formula).map(\.name).filter { name in
      data[name] != nil && !start.names.contains(name) && seen.insert(name).inserted
    }
  }

  /// The columns of numbers that the fit reads, without those that only lie beside them.
  var columns: [(name: String, numbers: [Double])] {
    let used = Set(([model.measured, model.formula] + [sigma].compactMap(\.self)).flatMap(names).map(\.name))
    return data.columns.filter { used.contains($0.name) }
  }

  /// The lesson's values of all other names.
  var scope: DictionaryScope {
    let captured = ([model.measured, model.formula] + [sigma].compactMap(\.self)).flatMap(\.captured)
    return DictionaryScope(Dictionary(captured.map { ($0.name, $0.value) }) { first, _ in first })
  }

  private func names(in formula: Formula) -> [NameUse] {
    let captured = Set(formula.captured.map(\.name))
    return formula.expression.names {
      start.names.contains($0) || data[$0] != nil || data.otherNames.contains($0) || captured.contains($0)
    }
  }

  /// Everything that is wrong with the names, each at its place.
  var mistakes: [LessonError] {
    coefficientMistakes + boundMistakes + measuredMistakes + unknownNames(in: model.formula)
      + (sigma.map { unknownNames(in: $0) + coefficients(in: $0, "sigma") } ?? [])
  }

  private var coefficientMistakes: [LessonError] {
    let used = Set(names(in: model.formula).map(\.name))
    return start.coefficients.compactMap { coefficient in
      let name = coefficient.name.value
      func mistake(_ message: String, help: String) -> LessonError {
        LessonError(.parameter, at: .span(coefficient.name.span), message, help: help)
      }
      if FitResults.names.contains(name) {
        return mistake(
          "\(name) is the name of a result of every fit", help: "give the coefficient another name")
      }
      if data[name] != nil {
        return mistake("\(name) is a column of the data, too", help: "give the coefficient another name")
      }
      guard !used.contains(name) else { return nil }
      return mistake(
        "the model does not use \(name)",
        help: nearestName(to: name, among: unknown(in: model.formula).map(\.name)).map {
          "did you mean \($0)?"
        }
          ?? "leave it out, or name it in the model")
    }
  }

  private var boundMistakes: [LessonError] {
    bounds.entries.compactMap { entry in
      let name = entry.name.value
      guard let coefficient = start.coefficients.first(where: { $0.name.value == name }) else {
        let nearest = nearestName(to: name, among: start.names)
        return LessonError(
          .parameter, at: .span(entry.name.span), "no coefficient is called \(name)",
          help: nearest.map { "did you mean \($0)?" }
            ?? "the coefficients are \(start.names.joined(separator: ", "))")
      }
      guard let outside = coefficient.values.first(where: { !entry.range.contains($0) }) else { return nil }
      return LessonError.parameter(
        coefficient.datum,
        "\(spelled(outside)) lies outside the bounds of \(name), \(spelled(entry.range.lowerBound)) to "
          + spelled(entry.range.upperBound))
    }
  }

  private var measuredMistakes: [LessonError] {
    unknownNames(in: model.measured) + coefficients(in: model.measured, "the left side")
  }

  private func coefficients(in formula: Formula, _ what: String) -> [LessonError] {
    names(in: formula).filter { start.names.contains($0.name) }.map { use in
      LessonError(
        ExpressionError(use.range, "\(what) is made of data, and \(use.name) is a coefficient"),
        in: formula.text)
    }
  }

  private func unknown(in formula: Formula) -> [NameUse] {
    let captured = Set(formula.captured.map(\.name))
    return names(in: formula).filter {
      !start.names.contains($0.name) && data[$0.name] == nil && !captured.contains($0.name)
    }
  }

  private func unknownNames(in formula: Formula) -> [LessonError] {
    unknown(in: formula).map { use in
      if data.otherNames.contains(use.name) {
        return LessonError(
          ExpressionError(use.range, "\(use.name) is a column of something else than numbers"),
          in: formula.text)
      }
      let candidates = data.columns.map(\.name) + start.names
      let nearest = nearestName(to: use.name, among: candidates)
      return LessonError(
        ExpressionError(
          use.range,
          "\(use.name.prefix(40)) is neither a column, nor a coefficient, nor a name of the lesson",
          help: nearest.map { "did you mean \($0)?" }
            ?? "a coefficient has a key in start; the columns are "
            + data.columns.prefix(8).map(\.name).joined(separator: ", ")),
        in: formula.text)
    }
  }
}
