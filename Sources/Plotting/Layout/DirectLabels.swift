/// Names at the right ends of lines: quicker to read than a legend, where they fit.
struct DirectLabels {
  /// A name, and where its line ends.
  struct End {
    let label: String
    let ink: Ink
    let point: Point
  }

  /// More names than these are found sooner in a legend.
  static let most = 6
  private static let role = PlacedText.Role.seriesName
  /// A name further from its line's end than this would be taken for another line's.
  private static let farthest = 26.0
  static let gap = 8.0

  /// The names that could stand at line ends: of charts whose named marks are few lines (and areas about them).
  static func names(_ panels: [Panel], width: Double) -> [String]? {
    guard panels.count == 1, let panel = panels.first else { return nil }
    var names: [String] = []
    for mark in panel.marks {
      for series in mark.series {
        guard let label = series.label, !label.isEmpty else { continue }
        guard series.swatch == .line || series.swatch == .area else { return nil }
        if series.swatch == .line && !names.contains(label) { names.append(label) }
      }
    }
    let areaNames = panel.marks.filter { !$0.isLine }.flatMap(\.series).compactMap(\.label)
    guard !names.isEmpty, names.count <= most, areaNames.allSatisfy(names.contains) else { return nil }
    guard Self.width(of: names) <= width * 0.28 else { return nil }
    return names
  }

  /// The room that names need to the right of the panel.
  static func width(of names: [String]) -> Double {
    names.map { TextMetrics.width($0, size: role.size, isBold: role.isBold) }.max() ?? 0
  }

  /// The names beside a panel, moved apart as little as possible; nil where they would stand too far away.
  static func texts(_ ends: [End], beside panel: Rectangle) -> [PlacedText]? {
    let sorted = ends.enumerated().sorted {
      ($0.element.point.y, $0.offset) < ($1.element.point.y, $1.offset)
    }
    .map(\.element)
    let spacing = role.lineHeight + 1
    let room = panel.height - spacing * Double(max(0, sorted.count - 1))
    guard room >= 0 else { return nil }
    let places = spread(sorted.map(\.point.y), spacing: spacing, from: panel.y, to: panel.maxY)
    var texts: [PlacedText] = []
    for (end, y) in zip(sorted, places) {
      let isNear = (y - end.point.y).magnitude <= farthest && end.point.x > panel.maxX - panel.width * 0.12
      guard isNear else { return nil }
      let position = Point(panel.maxX + gap, y + role.size * PlacedText.middle)
      texts.append(PlacedText(end.label, .seriesName, at: position, ink: end.ink.forWords))
    }
    return texts
  }

  /// Moves places apart to a spacing with the least sum of squared moves, within bounds.
  ///
  /// Measured from the place where evenly spaced labels would stand, they need only stay in order; neighbours out
  /// of order share their mean (the pool-adjacent-violators algorithm).
  static func spread(_ places: [Double], spacing: Double, from top: Double, to bottom: Double) -> [Double] {
    var pools: [(sum: Double, count: Int)] = []
    for (index, place) in places.enumerated() {
      pools.append((place - Double(index) * spacing, 1))
      while pools.count > 1 {
        let (last, before) = (pools[pools.count - 1], pools[pools.count - 2])
        guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let highest = bottom - Double(max(0, places.count - 1)) * spacing
    let means = pools.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
    return means.enumerated().map { max(top, min($0.element, highest)) + Double($0.offset) * spacing }
  }
}

extension Mark {
  fileprivate var isLine: Bool {
    guard case .line = self else { return false }
    return true
  }
}
