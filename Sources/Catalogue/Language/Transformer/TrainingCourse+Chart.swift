import Plotting

extension TransformerTraining.Course {
  /// The loss over the steps, between that of a guess and the least possible.
  func chart(of training: TransformerTraining, size: Chart.Size) -> Chart {
    var marks: [Mark] = [
      .rule(Rule(y: training.corpus.uniformLoss, label: "a guess among all words")),
      .rule(Rule(y: training.corpus.leastLoss, label: "the least possible")),
      .line(Line(x: losses.indices.map(Double.init), y: losses, label: "training")),
    ]
    if !checkpoints.isEmpty {
      let steps = checkpoints.map { Double($0.step) }
      marks.append(.line(Line(x: steps, y: checkpoints.map(\.score.loss), label: "held out")))
    }
    return Chart(
      x: Axis("step", scale: .steps), y: Axis("loss", unit: "nats a word", includesZero: true), marks: marks,
      size: size)
  }
}
