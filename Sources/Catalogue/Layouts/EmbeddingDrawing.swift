import Engine
import Mathematics
import Plotting

/// The maps of an `{embedding}`, one a frame.
struct EmbeddingDrawing {
  let maps: [Tensor]
  let labels: [String]?
  /// The stages' names.
  let names: [String]
  let measures: EmbeddingMeasures

  private static let height = 440.0
  /// More names on a map would hide its points.
  private static let mostNames = 16

  func figure(in context: Context) throws -> Figure {
    let charts = maps.map { chart(of: $0, in: context) }
    guard charts.count > 1 else { return try context.figure(charts[0]) }
    let frames = zip(charts, names.indices).map { chart, place in
      (
        grid: ChartGrid(rows: [[chart]], width: chart.size.width),
        caption: "\(capitalized(names[place])): \(measures.sentence(place))."
      )
    }
    return try context.figure(frames: frames)
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private func chart(of map: Tensor, in context: Context) -> Chart {
    let (x, y) = map.planeColumns
    var marks = [Mark.points(Points(x: x, y: y))]
    if let labels {
      let groups = groups(labels)
      marks = groups.map { label, rows in
        .points(Points(x: rows.map { x[$0] }, y: rows.map { y[$0] }, label: label, radius: 3))
      }
      if groups.count <= Self.mostNames {
        marks += groups.map { label, rows in
          let place = middle(rows, x, y)
          return .text(Text(x: x[place], y: y[place], label))
        }
      }
    }
    return Chart(
      x: Axis(range: paddedRange(x), showsGrid: false, showsTicks: false),
      y: Axis(range: paddedRange(y), showsGrid: false, showsTicks: false), marks: marks,
      size: context.size(height: Self.height))
  }

  /// The rows of each label, in the order in which labels first appear.
  private func groups(_ labels: [String]) -> [(label: String, rows: [Int])] {
    var groups: [(label: String, rows: [Int])] = []
    for (row, number) in numbersOfLabels(labels).enumerated() {
      if number == groups.count { groups.append((labels[row], [])) }
      groups[number].rows.append(row)
    }
    return groups
  }

  /// The one of some points whose distances to all of them are least.
  private func middle(_ rows: [Int], _ x: [Double], _ y: [Double]) -> Int {
    let sums = rows.map { one in
      rows.reduce(0.0) { sum, other in
        let (across, up) = (x[one] - x[other], y[one] - y[other])
        return sum + (across * across + up * up).squareRoot()
      }
    }
    return rows[argmin(sums) ?? 0]
  }
}
