import Plotting

/// What a model can reach that sees so many letters before the next one.
struct MarkovChart {
  let source: LetterSource
  let entropies: [Double]

  /// The least loss over the number of letters that are seen, between a guess and the entropy rate.
  func chart(size: Chart.Size) -> Chart {
    let seen = entropies.indices.map(Double.init)
    var marks: [Mark] = [
      .rule(Rule(y: source.uniformLoss, label: "a guess among all letters")),
      .rule(Rule(y: source.chain.entropyRate, label: "entropy rate")),
    ]
    if seen.count > 1 { marks.append(.line(Line(x: seen, y: entropies, color: .ink, dash: .solid))) }
    marks.append(.points(Points(x: seen, y: entropies, color: .ink, shape: .circle)))
    return Chart(
      x: Axis("letters seen", scale: .steps), y: Axis("least loss", unit: "nats a letter"), marks: marks,
      size: size)
  }
}
