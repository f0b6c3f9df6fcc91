import Engine
import Expressions
import Plotting

/// The drawing of a `{train}`: a still of its course, or a frame for each of some steps.
struct TrainDrawing {
  let run: TrainingRun
  let set: TrainingSet
  let data: DataTable
  let lossName: String
  let map: TrainMap?

  private static let width = 640.0

  func figure(in context: Context) throws -> Figure {
    if run.snapshots.isEmpty { return try context.figure(still(in: context)) }
    let grids = try grids(in: context)
    return try context.figure(
      frames: zip(grids, run.snapshots).map { (grid: $0, caption: caption(of: $1)) })
  }

  // MARK: The still

  private func still(in context: Context) -> ChartGrid {
    let loss = TrainLossChart(run: run, lossName: lossName)
    let size = context.size(width: Self.width, height: 280)
    let charts = [loss.loss(size: size)] + (run.network.isClassifier ? [loss.accuracy(size: size)] : [])
    return ChartGrid(rows: [charts], width: size.width)
  }

  // MARK: The frames

  private func grids(in context: Context) throws -> [ChartGrid] {
    let snapshots = run.snapshots
    let outputs = try TrainOutputChart(snapshots.map(\.network), data: data, set: set)
    let gradients = TrainGradientChart(run.network, gradients: snapshots.map(\.gradient))
    let loss = TrainLossChart(run: run, lossName: lossName)
    let high = Chart.Size(width: 320, height: 290)
    // The names of connections take room beside their bars.
    let (bars, low) = (Chart.Size(width: 370, height: 250), Chart.Size(width: 270, height: 250))
    return try snapshots.enumerated().map { place, snapshot in
      let models = [
        try map?.chart(of: snapshot.network, size: high), outputs?.chart(of: place, size: high),
      ]
      let course = [
        gradients?.chart(of: snapshot.gradient, size: bars), loss.loss(upTo: snapshot, size: low),
      ]
      return arranged(models.compactMap(\.self), course.compactMap(\.self), in: context)
    }
  }

  /// The charts in rows, in the size that the author asked for.
  private func arranged(_ models: [Chart], _ course: [Chart], in context: Context) -> ChartGrid {
    // One chart above and one below would be wide and low: they stand side by side.
    let rows = models.count + course.count == 2 ? [models + course] : [models, course]
    let natural = rows.reduce(0) { $0 + ($1.map(\.size.height).max() ?? 0) }
    let scale = (context.figureHeight ?? natural) / natural
    let scaled = rows.map { row in
      row.map { chart in
        var chart = chart
        chart.size.height = (chart.size.height * scale).rounded(.down)
        return chart
      }
    }
    return ChartGrid(rows: scaled, width: context.figureWidth ?? Self.width)
  }

  private func caption(of snapshot: TrainingRun.Snapshot) -> String {
    let loss = "Step \(snapshot.step): loss \(formatSignificant(snapshot.score.loss, 3))"
    guard run.network.isClassifier else { return "\(loss)." }
    return "\(loss), \(snapshot.score.isRight.count(where: \.self)) of \(set.rows) right."
  }
}
