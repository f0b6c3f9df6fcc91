import Expressions
import Mathematics
import Plotting

/// The dimension by the distances to the nearest k, for one k or several.
struct LevinaBickelEstimate: DimensionEstimate {
  private let neighbours: [Int]
  private let estimates: [LevinaBickel]

  init(
    of points: Tensor, neighbours: [Int], factor: DimensionFactor, average: DimensionAverage
  ) throws {
    self.neighbours = neighbours
    estimates = try LevinaBickel.estimates(
      of: points, neighbours: neighbours, factor: factor.factor, averaging: average.averaging)
  }

  /// As published, the mean over the numbers of neighbours.
  var dimension: Double { mean(estimates.map(\.dimension)) }
  /// The estimates for several k come from the same points: the mean is no surer than one of them.
  var standardError: Double { mean(estimates.map(\.standardError)) }
  var duplicates: Int { estimates[0].duplicates }

  var record: Record {
    Record([
      ("neighbours", .vector(neighbours.map(Double.init))),
      ("by_neighbours", .vector(estimates.map(\.dimension))), ("local", .vector(estimates[0].local)),
    ])
  }

  func chart(known: Int?, size: Chart.Size) -> Chart {
    var chart = neighbours.count > 1 ? curve(known, size) : histogram(known, size)
    chart.remarks = [remark]
    return chart
  }

  private func curve(_ known: Int?, _ size: Chart.Size) -> Chart {
    let order = neighbours.indices.sorted { neighbours[$0] < neighbours[$1] }
    let (x, y) = (order.map { Double(neighbours[$0]) }, order.map { estimates[$0].dimension })
    var marks: [Mark] = [.line(Line(x: x, y: y)), .points(Points(x: x, y: y, color: .series(0)))]
    if let known { marks.append(.rule(Rule(y: Double(known), label: "true dimension"))) }
    return Chart(
      x: Axis("neighbours k", scale: .steps), y: Axis("estimated dimension", includesZero: true),
      marks: marks,
      size: size)
  }

  private func histogram(_ known: Int?, _ size: Chart.Size) -> Chart {
    let local = estimates[0].local
    let bins = (try? Histogram(local, bins: .sturges)).map { histogram in
      (
        middles: zip(histogram.edges, histogram.edges.dropFirst()).map { ($0 + $1) / 2 },
        counts: histogram.counts.map(Double.init)
      )
    }
    var marks: [Mark] = []
    if let bins {
      marks.append(.bars(Bars(at: .numbers(bins.middles), values: bins.counts, valueLabels: .hidden)))
    }
    marks.append(.rule(Rule(x: dimension, label: "estimate")))
    if let known { marks.append(.rule(Rule(x: Double(known), label: "true dimension"))) }
    return Chart(x: Axis("dimension at a point"), y: Axis("points"), marks: marks, size: size)
  }
}
