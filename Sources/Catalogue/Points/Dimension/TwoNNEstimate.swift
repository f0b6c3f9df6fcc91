import Expressions
import Mathematics
import Plotting

/// The dimension by the ratios of the distances to the two nearest.
struct TwoNNEstimate: DimensionEstimate {
  private let estimate: TwoNN
  private let dropped: Double

  /// More points than this cannot be told apart on the line.
  private static let mostDrawn = 300

  init(of points: Tensor, dropped: Double) throws {
    estimate = try TwoNN(of: points, droppedShare: dropped)
    self.dropped = dropped
  }

  var dimension: Double { estimate.maximumLikelihood }
  var standardError: Double { estimate.standardError }
  var duplicates: Int { estimate.duplicates }

  var record: Record {
    Record([
      ("regression", .number(estimate.regression)),
      ("log_ratio", .vector(Array(estimate.logarithms.dropLast()))),
      ("height", .vector(Array(estimate.heights.dropLast()))),
    ])
  }

  func chart(known: Int?, size: Chart.Size) -> Chart {
    let (x, y) = (Array(estimate.logarithms.dropLast()), Array(estimate.heights.dropLast()))
    let step = max(1, (x.count + Self.mostDrawn - 1) / Self.mostDrawn)
    let drawn = Array(stride(from: 0, to: x.count, by: step))
    let end = x.last ?? 1
    let kept = min(x.count, Int(Double(estimate.pointCount) * (1 - dropped)))
    var marks: [Mark] = [
      .line(Line(x: [0, end], y: [0, end * dimension], label: "slope \(formatSignificant(dimension, 4))")),
      .points(Points(x: drawn.map { x[$0] }, y: drawn.map { y[$0] }, label: "points", color: .ink)),
    ]
    if kept > 0, kept < x.count { marks.append(.rule(Rule(x: x[kept - 1], label: "regression up to here"))) }
    var chart = Chart(
      x: Axis("ln μ, of the second distance over the first"), y: Axis("−ln(1 − F)"), marks: marks, size: size)
    chart.remarks = [remark]
    return chart
  }
}
