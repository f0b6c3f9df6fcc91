import Expressions
import Mathematics

/// The named values that a frontier gives.
struct FrontierResults {
  let frontier: Frontier
  let bootstrap: FrontierBootstrap
  let confidence: Double
  let table: CurveTable

  private var law: PowerLaw { frontier.law }

  var record: Record {
    var record = Record([
      ("exponent", .number(law.exponent)), ("coefficient", .number(law.coefficient)),
      ("standard_error", .record(Record([("exponent", .number(law.exponentError))]))),
      ("interval", .record(interval)),
      (
        "bootstrap",
        .record(
          Record([
            ("exponent", .vector(bootstrap.exponent)), ("coefficient", .vector(bootstrap.coefficient)),
          ]))
      ),
      ("bootstrap_samples", .number(Double(bootstrap.succeeded))),
      ("points", .record(columns(frontier.envelope))), ("hull", .record(columns(frontier.hull))),
      ("used", .record(columns(frontier.fitted))), ("fitted", .number(Double(frontier.fitted.count))),
      ("orders", .number(orders)),
      ("runs", .number(Double(frontier.search.curves.count))),
      ("runs_on_frontier", .number(Double(Set(frontier.envelope.map(\.curve)).count))),
      ("residual_standard_deviation", .number(law.line.residualStandardDeviation)),
    ])
    if let share = explainedShare { record["r_squared"] = .number(share) }
    record["predict"] = .function(function("a * x^(-k)"))
    record["lower"] = .function(bound(-1))
    record["upper"] = .function(bound(1))
    return record
  }

  private var interval: Record {
    let reach = law.reach(confidence)
    let half = reach * law.exponentError
    let factor = Double.exp(reach * law.logCoefficientError)
    return Record([
      ("exponent", .vector([law.exponent - half, law.exponent + half])),
      ("coefficient", .vector([law.coefficient / factor, law.coefficient * factor])),
    ])
  }

  private var orders: Double {
    guard let first = frontier.fitted.first, let last = frontier.fitted.last else { return 0 }
    return Double.log10(last.x / first.x)
  }

  private var explainedShare: Double? {
    let values = frontier.fitted.map { Double.log($0.y) }
    let centre = mean(values)
    let total = compensatedSum(values.map { ($0 - centre) * ($0 - centre) })
    return total > 0 ? 1 - law.line.residualSumOfSquares / total : nil
  }

  /// The points with the numbers and texts of their runs, as a table.
  private func columns(_ points: [FrontierPoint]) -> Record {
    let rows = points.map { frontier.search.curves[$0.curve].run - 1 }
    var record = Record([
      ("x", .vector(points.map(\.x))), ("y", .vector(points.map(\.y))),
      ("run", .vector(rows.map { Double($0 + 1) })),
    ])
    for column in table.columns where !["x", "y", "run"].contains(column.path[0]) {
      switch column.cells {
      case .numbers(let cells): record.set(.vector(rows.map { cells[$0] }), at: column.path[...])
      case .texts(let cells): record.set(.list(rows.map { .text(cells[$0]) }), at: column.path[...])
      case .curves: break
      }
    }
    return record
  }

  // MARK: Functions

  private func function(_ formula: String, _ further: [(String, Value)] = []) -> Function {
    let constants = [("a", Value.number(law.coefficient)), ("k", .number(law.exponent))] + further
    return Function(parameters: ["x"], formula: formula, constants: Record(constants))
  }

  /// An end of the interval for a further point, written out so that it can be drawn.
  private func bound(_ sign: Double) -> Function {
    let scatter = law.line.residualStandardDeviation
    let level = law.line.standardErrors[0]
    return function(
      "a * x^(-k) * exp(t * sqrt(v + (s * (log(x) - m))^2))",
      [
        ("t", .number(sign * law.reach(confidence))), ("v", .number(scatter * scatter + level * level)),
        ("s", .number(law.exponentError)), ("m", .number(law.centre)),
      ])
  }
}
