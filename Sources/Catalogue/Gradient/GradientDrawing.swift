import Expressions
import Plotting

/// The errors of differences against the step, on logarithmic axes, with the laws that they follow.
struct GradientDrawing {
  let errors: DifferenceErrors

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
      marks: series + laws.flatMap(\.self), size: size)
  }

  /// Errors that are exactly 0 have no place on a logarithmic axis.
  private func points(_ label: String, _ numbers: [Double], color: Int) -> Mark? {
    let shown = zip(errors.steps, numbers).filter { $1.isFinite && $1 > 0 }
    guard !shown.isEmpty else { return nil }
    return .points(
      Points(x: shown.map(\.0), y: shown.map(\.1), label: "\(label) differences", color: .series(color)))
  }

  /// The line of a law with its slope at the upper end.
  private func marks(_ law: DifferenceErrors.Law, color: Int) -> [Mark] {
    let ends = [law.steps.lowerBound, law.steps.upperBound]
    let upper = law.slope > 0 ? ends[1] : ends[0]
    return [
      .line(Line(x: ends, y: ends.map(law.error), color: .series(color), dash: .dashed)),
      .text(
        Text(
          x: upper, y: law.error(at: upper), "slope \(formatFixed(law.slope, 2))",
          anchor: law.slope > 0 ? .end : .start, color: .series(color))),
    ]
  }
}
