import Engine
import Expressions

/// What a `{gradient}` gives: the three gradients side by side.
struct GradientResults {
  let places: GradientPlaces
  let differences: Differences
  /// The differences with the author's step.
  let chosen: Differences.Pair
  let errors: DifferenceErrors
  let symbolic: SymbolicGradient

  /// Longer formulas would push the numbers off the page.
  private static let mostCharacters = 80

  var record: Record {
    var record = Record([("value", .number(differences.value))])
    if let texts = symbolic.texts {
      record["formula"] = .record(places.record(texts.map { .text($0) }) { .list($0) })
    }
    if let values = symbolic.values { record["symbolic"] = .record(places.record(values)) }
    record["automatic"] = .record(places.record(differences.automatic))
    record["numerical"] = .record(places.record(chosen.central))
    if chosen.forward.allSatisfy(\.isFinite) { record["forward"] = .record(places.record(chosen.forward)) }
    record["steps"] = .vector(errors.steps)
    record["error"] = .vector(errors.central)
    record["forward_error"] = .vector(errors.forward)
    if let best = errors.best {
      record["best_step"] = .number(errors.steps[best])
      record["best_error"] = .number(errors.central[best])
    }
    let slopes = [
      ("truncation", errors.truncation), ("rounding", errors.rounding), ("forward", errors.forwardTruncation),
    ]
    record["slopes"] = .record(
      Record(slopes.compactMap { name, law in law.map { (name, .number($0.slope)) } }))
    return record
  }

  func table(step: Double) -> DisplayTable {
    DisplayTable(columns: [
      DisplayTable.Column(name: "by", isNumeric: false, cells: places.entries.map { printed($0.text) }),
      DisplayTable.Column(name: "derivative", isNumeric: false, cells: symbolic.derivatives.map(formulaText)),
      numbers("by algebra", symbolic.derivatives.map(\.value)),
      numbers("automatic", differences.automatic),
      numbers("difference, step \(formatSignificant(step, 4))", chosen.central),
    ])
  }

  private func numbers(_ name: String, _ numbers: [Double?]) -> DisplayTable.Column {
    DisplayTable.Column(
      name: name, isNumeric: true, cells: numbers.map { $0.map { formatSignificant($0, 12) } ?? "none" })
  }

  private func formulaText(_ derivative: SymbolicGradient.Derivative) -> String {
    switch derivative.formula {
    case .success(let formula):
      let text = printed(formula.description)
      return text.count <= Self.mostCharacters ? text : text.prefix(Self.mostCharacters) + "…"
    case .failure(let error): return "algebra finds none: \(error.message)"
    }
  }
}
