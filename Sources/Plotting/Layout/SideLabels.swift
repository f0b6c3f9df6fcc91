/// The labels beside the vertical axis: numbers, or names wrapped into their bands.
struct SideLabels {
  /// The lines of each label; none where it is left out.
  let lines: [[String]]
  /// The width of the widest line.
  let width: Double

  private static let role = PlacedText.Role.tick

  /// Sets the labels of ticks; names get at most a width, and lines as the height of their band allows.
  init(_ ticks: [Tick], areNames: Bool, widest: Double, band: Double) {
    if areNames {
      let stride = max(1, Int((Self.role.lineHeight / max(band, 0.01)).rounded(.up)))
      let most = max(1, min(3, Int((band - 2) / Self.role.lineHeight)))
      let wrapping = TextWrapping(width: widest, size: Self.role.size, mostLines: most)
      lines = ticks.enumerated().map { index, tick in
        guard index.isMultiple(of: stride) else { return [] }
        return most == 1 ? [wrapping.shortened(tick.label)] : wrapping.lines(tick.label)
      }
    } else {
      lines = ticks.map { $0.isMajor ? [$0.label] : [] }
    }
    width = lines.joined().map { TextMetrics.width($0, size: Self.role.size) }.max() ?? 0
  }

  /// The words to the left of a tick.
  func texts(_ index: Int, leftOf x: Double, at y: Double) -> [PlacedText] {
    guard lines.indices.contains(index) else { return [] }
    let count = Double(lines[index].count)
    return lines[index].enumerated().map { row, line in
      let middle = y + (Double(row) - (count - 1) / 2) * Self.role.lineHeight
      let baseline = middle + Self.role.size * PlacedText.middle
      return PlacedText(line, .tick, at: Point(x, baseline), anchor: .end)
    }
  }
}
