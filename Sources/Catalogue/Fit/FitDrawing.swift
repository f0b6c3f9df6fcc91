import Engine
import Expressions
import Mathematics
import Plotting

/// The drawing of a `{fit}`: data, curve and band over the only predictor, or what was measured over what was fitted.
struct FitDrawing {
  let task: FitTask
  let solution: FitSolution
  let confidence: Double
  let x: PlotAxis
  let y: PlotAxis

  /// Places of the curve: as many as a reader's screen can show.
  private static let places = 400

  /// The fit in words, before those of the chart.
  private var remark: String {
    let coefficients = task.coefficients.enumerated().map { index, name in
      let value = "\(name) = \(formatSignificant(solution.coefficients[index], 4))"
      return solution.standardError(of: index).map { "\(value) ± \(formatSignificant($0, 2))" } ?? value
    }
    let model = task.names.model.parameterDescription.trimmed
    return "The model \(model), fitted to \(task.rows) rows: \(coefficients.joined(separator: ", "))."
  }

  func chart(_ size: Chart.Size) -> Chart {
    var chart = curveOrComparison(size)
    chart.remarks = [remark]
    return chart
  }

  private func curveOrComparison(_ size: Chart.Size) -> Chart {
    guard let predictor = task.names.predictors.first, task.names.predictors.count == 1,
      let numbers = task.names.data[predictor]
    else { return comparison(size) }
    let across = x.axis(hasLabels: false, includesZero: false)
    let curve = curve(predictor, over: places(numbers, isLogarithmic: across.scale == .logarithmic))
    var marks: [Mark] = []
    if let band = curve.band {
      let share = formatSignificant(confidence * 100, 4)
      marks.append(
        .area(
          Area(
            x: curve.x, lower: band.lower, upper: band.upper, label: "\(share)% confidence", color: fitColor))
      )
    }
    marks.append(.line(Line(x: curve.x, y: curve.y, label: "fit", color: fitColor)))
    marks.append(.points(Points(x: numbers, y: measured, label: "data", color: dataColor)))
    return Chart(
      x: titled(across, predictor), y: titled(y.axis(hasLabels: false, includesZero: false), measuredName),
      marks: marks, size: size)
  }

  private var fitColor: ColorRole { .series(0) }
  private var dataColor: ColorRole { .ink }

  /// What was measured, in its own units.
  private var measured: [Double] { task.observed.map(task.unscaled) }

  private var measuredName: String { task.names.model.measured.text.text.trimmed }

  /// An axis with the column's name and unit where the author gave none.
  private func titled(_ axis: Axis, _ name: String) -> Axis {
    var axis = axis
    axis.unit = axis.unit ?? task.names.data.unit(of: name)
    axis.label = axis.label ?? name
    return axis
  }

  private func places(_ numbers: [Double], isLogarithmic: Bool) -> [Double] {
    let positive = isLogarithmic ? numbers.filter { $0 > 0 } : numbers
    guard let low = positive.min(), let high = positive.max(), low < high else { return positive }
    return isLogarithmic
      ? logspace(low, high, count: Self.places) : linspace(low, high, count: Self.places)
  }

  private struct Curve {
    var x: [Double]
    var y: [Double]
    var band: (lower: [Double], upper: [Double])?
  }

  /// The model's values at places, and between what they lie with the confidence (the delta method).
  private func curve(_ predictor: String, over places: [Double]) -> Curve {
    let formula = task.model(at: [(predictor, places)])
    let (values, derivatives) = formula.valuesAndDerivatives(at: solution.coefficients)
    let curve = values.map(task.unscaled)
    guard let reach = solution.reach(of: confidence), solution.hasErrors else {
      return Curve(x: places, y: curve)
    }
    let halves = places.indices.map { row in
      let slopes = solution.coefficients.indices.map { derivatives[$0 * places.count + row] }
      return reach * (solution.standardError(along: slopes) ?? .nan)
    }
    return Curve(
      x: places, y: curve,
      band: (
        zip(values, halves).map { task.unscaled($0 - $1) },
        zip(values, halves).map { task.unscaled($0 + $1) }
      ))
  }

  /// Measured over fitted, with the line on which both are equal.
  private func comparison(_ size: Chart.Size) -> Chart {
    let fitted = task.model.values(at: solution.coefficients).map(task.unscaled)
    let ends = [(fitted + measured).min() ?? 0, (fitted + measured).max() ?? 1]
    return Chart(
      x: titled(x.axis(hasLabels: false, includesZero: false), "fitted \(measuredName)"),
      y: titled(y.axis(hasLabels: false, includesZero: false), measuredName),
      marks: [
        .line(Line(x: ends, y: ends, label: "equal", color: fitColor)),
        .points(Points(x: fitted, y: measured, label: "data", color: dataColor)),
      ], size: size)
  }
}
