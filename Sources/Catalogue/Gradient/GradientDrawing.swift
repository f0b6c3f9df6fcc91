import Expressions
import Plotting

/// The errors of differences against the step, on logarithmic axes, with the laws that they follow.
struct GradientDrawing {
  let errors: DifferenceErrors
  /// The step of the differences in the table.
  let step: Double

  /// Nil where no error is above 0.
  func chart(_ size: Chart.Size) -> Chart? {
    let series = [("central", errors.central), ("forward", errors.forward)].enumerated().compactMap {
      index, named in points(named.0, named.1, color: index)
    }
    guard !series.isEmpty else { return nil }
    let laws = [
      (errors.truncation, 0), (errors.rounding, 0), (errors.forwardTruncation, 1),
    ].compactMap { law, color in law.map { marks($0, color: color) } }
    return Chart(
      x: Axis("step", scale: .logarithmic), y: Axis("error of the derivative", scale: .logarithmic),
      marks: chosenStep + series + laws.flatMap(\.self), size: size)
  }

  /// Where the table's differences stand among all.
  private var chosenStep: [Mark] {
    guard let last = errors.steps.last, let first = errors.steps.first, (last...first).contains(step) else {
      return []
    }
    return [.rule(Rule(x: step, label: "in the table", color: .muted))]
  }

  /// Errors that are exactly 0 have no place on a logarithmic axis.
  private func points(_ label: String, _ numbers: [Double], color: Int) -> Mark? {
    let shown = zip(errors.steps, numbers).filter { $1.isFinite && $1 > 0 }
    guard !shown.isEmpty else { return nil }
    return .points(
      Points(x: shown.map(\.0), y: shown.map(\.1), label: "\(label) differences", color: .series(color)))
  }

  /// The line of a law with its slope on the side where no other errors are.
  private func marks(_ law: DifferenceErrors.Law, color: Int) -> [Mark] {
    let ends = [law.steps.lowerBound, law.steps.upperBound]
    let middle = (ends[0] * ends[1]).squareRoot()
    // Central differences err less than forward ones: below their points there is room, above the others'.
    let (share, anchor): (Double, Text.Anchor) =
      color == 1 ? (10, .end) : law.slope > 0 ? (0.1, .start) : (0.03, .end)
    return [
      .line(Line(x: ends, y: ends.map(law.error), color: .ink, dash: .solid, width: 1)),
      .text(
        Text(
          x: middle, y: law.error(at: middle) * share, "slope \(formatFixed(law.slope, 2))",
          anchor: anchor, color: .series(color))),
    ]
  }
}
