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
  private static let mostCharacters = 160
  /// So many columns of numbers with more digits would not fit beside a formula.
  private static let digits = 9

  var record: Record {
    var record = Record([("value", .number(differences.value))])
    if let texts = symbolic.texts {
      record["formula"] = .record(places.record(texts.map { .text($0) }) { .list($0) })
    }
    if let values = symbolic.values { record["symbolic"] = .record(places.record(values)) }
    if let failure = symbolic.failure { record["symbolic_failure"] = .text(failure) }
    record["automatic"] = .record(places.record(differences.automatic))
    record["numerical"] = .record(places.record(chosen.central))
    if chosen.forward.allSatisfy(\.isFinite) { record["forward"] = .record(places.record(chosen.forward)) }
    record["disagreement"] = .record(disagreement)
    record["steps"] = .vector(errors.steps)
    record["error"] = .vector(errors.central)
    record["forward_error"] = .vector(errors.forward)
    if let best = errors.best {
      record["best_step"] = .number(errors.steps[best])
      record["best_error"] = .number(errors.central[best])
    }
    record["slopes"] = .record(slopes)
    return record
  }

  /// The largest distances of the other gradients from the automatic one.
  private var disagreement: Record {
    func distance(_ gradient: [Double]) -> Value {
      .number(zip(gradient, differences.automatic).map { abs($0 - $1) }.max() ?? 0)
    }
    var record = Record([("numerical", distance(chosen.central))])
    if let values = symbolic.values { record["symbolic"] = distance(values) }
    return record
  }

  private var slopes: Record {
    let laws = [
      ("truncation", errors.truncation), ("rounding", errors.rounding), ("forward", errors.forwardTruncation),
    ]
    return Record(laws.compactMap { name, law in law.map { (name, .number($0.slope)) } })
  }

  func table(step: Double) -> DisplayTable {
    DisplayTable(columns: [
      DisplayTable.Column(name: "by", .mathematics, cells: places.entries.map { tex($0.text) }),
      numbers("algebra", symbolic.derivatives.map(\.value)),
      numbers("automatic", differences.automatic),
      numbers("step \(printed(step, digits: 4))", chosen.central),
      // Last, so that a long one pushes no number off the page.
      DisplayTable.Column(name: "formula", .mathematics, cells: symbolic.derivatives.map(formula)),
    ])
  }

  private func numbers(_ name: String, _ numbers: [Double?]) -> DisplayTable.Column {
    DisplayTable.Column(
      name: name, .numbers, cells: numbers.map { $0.map { printed($0, digits: Self.digits) } ?? "none" })
  }

  private func tex(_ name: String) -> String { (try? Expression.parse(name))?.tex() ?? name }

  private func formula(_ derivative: SymbolicGradient.Derivative) -> String {
    guard case .success(let formula) = derivative.formula else { return "\\text{none}" }
    // Braces keep it on one line.
    let isShort = formula.description.count <= Self.mostCharacters
    return isShort ? "{\\displaystyle \(formula.tex())}" : "\\text{too long to show}"
  }
}
