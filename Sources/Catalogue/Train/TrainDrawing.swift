import Engine
import Plotting

/// The drawing of a `{train}`: the loss over the steps.
struct TrainDrawing {
  let run: TrainingRun
  let lossName: String

  func chart(_ size: Chart.Size) -> Chart {
    let steps = [0] + run.moments.map { Double($0.step) }
    let losses = [run.startScore.loss] + run.moments.map(\.score.loss)
    let tested = run.moments.filter { $0.testScore != nil }
    var marks: [Mark] = [.line(Line(x: steps, y: losses, label: tested.isEmpty ? nil : "training"))]
    if !tested.isEmpty {
      marks.append(
        .line(
          Line(
            x: tested.map { Double($0.step) }, y: tested.compactMap { $0.testScore?.loss }, label: "held out",
            color: .series(1))))
    }
    return Chart(x: Axis("step", scale: .steps), y: Axis(lossName), marks: marks, size: size)
  }
}
