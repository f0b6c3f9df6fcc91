import Plotting

/// What models of every order pay after so many letters.
struct NGramChart {
  let source: LetterSource
  let letters: [Int]
  let losses: [[Double]]

  /// A line for each order, above the entropy rate.
  func chart(size: Chart.Size) -> Chart {
    let rows = letters.indices.sorted { letters[$0] < letters[$1] }
    let x = rows.map { Double(letters[$0]) }
    let orders = losses.first?.indices ?? 0..<0
    let lines = orders.map { order in
      let y = rows.map { losses[$0][order] }
      let name = "order \(order)"
      return rows.count > 1
        ? Mark.line(Line(x: x, y: y, label: name)) : Mark.points(Points(x: x, y: y, label: name))
    }
    return Chart(
      x: Axis("letters read", scale: .logarithmic), y: Axis("loss", unit: "nats a letter"),
      marks: [.rule(Rule(y: source.chain.entropyRate, label: "entropy rate"))] + lines, size: size)
  }
}
