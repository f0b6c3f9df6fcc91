/// What the inks of a diagram stand for, below it.
struct GraphLegend {
  let width: Double
  let height: Double
  private let lines: [[PlacedText]]

  /// Beside a narrower drawing the words are not broken.
  private static let narrowest = 380.0
  private static let gap = 18.0
  private static let lineHeight = 18.0
  private static let distance = 12.0

  init(_ diagram: GraphDiagram, width wanted: Double) {
    var entries = [PlacedText("value", .seriesName, at: Point(0, 0), ink: .seriesText(0))]
    if diagram.nodes.contains(where: { $0.derivative != nil }) {
      let name = diagram.nodes[diagram.output].name
      entries.append(
        PlacedText("derivative of \(name) by it", .seriesName, at: Point(0, 0), ink: .seriesText(1)))
    }
    if diagram.arrows.contains(where: { !$0.label.isEmpty }) {
      entries.append(
        PlacedText("beside an arrow: derivative of one step", .level, at: Point(0, 0), ink: .muted))
    }
    var lines: [[PlacedText]] = [[]]
    for entry in entries {
      let taken = lines[lines.count - 1].reduce(0) { $0 + $1.width + Self.gap }
      if taken + entry.width > max(wanted, Self.narrowest), taken > 0 { lines.append([]) }
      lines[lines.count - 1].append(entry)
    }
    self.lines = lines
    width = lines.map { line in line.reduce(-Self.gap) { $0 + $1.width + Self.gap } }.max() ?? 0
    height = Self.distance + Double(lines.count) * Self.lineHeight
  }

  /// The words, from a top left corner on.
  func texts(at corner: Point) -> [PlacedText] {
    var texts: [PlacedText] = []
    for (place, line) in lines.enumerated() {
      var x = corner.x
      let y = corner.y + Self.distance + (Double(place) + 0.75) * Self.lineHeight
      for entry in line {
        var text = entry
        text.position = Point(x, y)
        x += entry.width + Self.gap
        texts.append(text)
      }
    }
    return texts
  }
}
