import Plotting

/// The loss and the accuracy over the steps.
struct TrainLossChart {
  let run: TrainingRun
  let lossName: String

  private struct Course {
    var steps: [Double] = []
    var values: [Double] = []
  }

  /// The loss over the rows, where it is known.
  private var trained: Course {
    var losses = [0: run.startScore.loss]
    for moment in run.moments { losses[moment.step] = moment.score.loss }
    for snapshot in run.snapshots { losses[snapshot.step] = snapshot.score.loss }
    let steps = losses.keys.sorted()
    return Course(steps: steps.map(Double.init), values: steps.map { losses[$0] ?? .nan })
  }

  private func heldOut(_ number: KeyPath<Score, Double>) -> Course {
    let tested = run.moments.filter { $0.testScore != nil }
    return Course(
      steps: tested.map { Double($0.step) }, values: tested.compactMap { $0.testScore?[keyPath: number] })
  }

  /// The loss, from the first step to the last.
  func loss(size: Chart.Size) -> Chart {
    chart(Axis(lossName), lines(trained, heldOut(\.loss), nil), size)
  }

  /// The accuracy, from the first step to the last.
  func accuracy(size: Chart.Size) -> Chart {
    let course = Course(
      steps: [0] + run.moments.map { Double($0.step) },
      values: [run.startScore.accuracy] + run.moments.map(\.score.accuracy))
    return chart(
      Axis("share of rows that are right", range: 0...1), lines(course, heldOut(\.accuracy), nil), size)
  }

  /// The loss, of which all that comes after a step is still to come.
  func loss(upTo snapshot: TrainingRun.Snapshot, size: Chart.Size) -> Chart {
    let step = Double(snapshot.step)
    let progress = Line.Progress(reached: step, stops: run.snapshots.map { Double($0.step) })
    let (own, held) = (trained, heldOut(\.loss))
    let now = Mark.points(Points(x: [step], y: [snapshot.score.loss], color: .ink, shape: .circle))
    var chart = chart(lossAxis(own.values + held.values), lines(own, held, progress) + [now], size)
    chart.title = "Loss so far"
    return chart
  }

  /// Losses beyond this ratio leave nothing to see of the small ones on an axis from 0.
  private static let greatestRatio = 50.0

  /// The same axis for all frames.
  private func lossAxis(_ values: [Double]) -> Axis {
    let finite = values.filter(\.isFinite)
    guard let lowest = finite.min(), let highest = finite.max(), highest > 0 else {
      return Axis(lossName, range: 0...1)
    }
    let (bottom, top) = (lowest * 0.8, highest * 1.2)
    guard bottom > 0, top.isFinite, highest / lowest > Self.greatestRatio else {
      return Axis(lossName, range: 0...min(highest * 1.05, .greatestFiniteMagnitude))
    }
    return Axis(lossName, scale: .logarithmic, range: bottom...top)
  }

  private func lines(_ own: Course, _ held: Course, _ progress: Line.Progress?) -> [Mark] {
    guard !held.steps.isEmpty else {
      return [.line(Line(x: own.steps, y: own.values, color: .ink, dash: .solid, progress: progress))]
    }
    return [
      .line(
        Line(x: own.steps, y: own.values, label: "training", color: .ink, dash: .solid, progress: progress)),
      .line(
        Line(x: held.steps, y: held.values, label: "held out", color: .ink, dash: .dashed, progress: progress)
      ),
    ]
  }

  private func chart(_ y: Axis, _ marks: [Mark], _ size: Chart.Size) -> Chart {
    Chart(
      x: Axis("step", scale: .steps, range: 0...Double(max(run.steps, 1))), y: y, marks: marks, size: size)
  }
}
