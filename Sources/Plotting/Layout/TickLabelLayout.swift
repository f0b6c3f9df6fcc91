/// How the labels under a horizontal axis are set so that none touches another: on one line, on several, turned, or
/// only every second, third … of them.
struct TickLabelLayout {
  /// The lines of each label; none where it is left out.
  private(set) var lines: [[String]]
  /// Degrees by which labels are turned.
  private(set) var angle = 0.0
  /// How far they reach down.
  private(set) var height = 0.0

  private static let role = PlacedText.Role.tick
  private static let size = role.size
  /// The longest label that is turned, in pixels; longer ones are cut.
  private static let longestTurned = 130.0

  /// Sets names in bands of a width.
  init(names: [String], band: Double) {
    lines = names.map { [$0] }
    let room = band - 8
    if names.allSatisfy({ TextMetrics.width($0, size: Self.size) <= room }) {
      height = Self.role.lineHeight
    } else if wrap(names, into: room) {
      height = Double(lines.map(\.count).max() ?? 1) * Self.role.lineHeight
    } else {
      turn(names, band: band)
    }
  }

  /// Sets numbers, which are chosen so that they fit.
  init(numbers ticks: [Tick]) {
    lines = ticks.map { $0.isMajor ? [$0.label] : [] }
    height = Self.role.lineHeight
  }

  private mutating func wrap(_ names: [String], into room: Double) -> Bool {
    let wrapping = TextWrapping(width: room, size: Self.size, mostLines: 3)
    guard room > 30, names.allSatisfy(wrapping.fitsWhole) else { return false }
    lines = names.map(wrapping.lines)
    return true
  }

  private mutating func turn(_ names: [String], band: Double) {
    // Turned by 45°, lines of text lie closer to each other than their bands by √2.
    let slanted = Self.size * 1.5
    angle = band >= slanted ? -45 : -90
    let needed = angle == -45 ? slanted : Self.role.lineHeight
    let stride = max(1, Int((needed / max(band, 0.01)).rounded(.up)))
    let wrapping = TextWrapping(width: Self.longestTurned, size: Self.size)
    lines = names.enumerated().map {
      $0.offset.isMultiple(of: stride) ? [wrapping.shortened($0.element)] : []
    }
    let longest = lines.joined().map { TextMetrics.width($0, size: Self.size) }.max() ?? 0
    height = angle == -45 ? (longest + Self.size) * 0.7072 : longest
  }

  /// The words below a tick.
  func texts(_ index: Int, at x: Double, below y: Double) -> [PlacedText] {
    guard lines.indices.contains(index) else { return [] }
    guard angle == 0 else {
      let drop = angle == -45 ? Self.size * 0.6 : 0
      let shift = angle == -90 ? Self.size * PlacedText.middle : 0
      return lines[index].map {
        PlacedText($0, .tick, at: Point(x + shift, y + drop), anchor: .end, angle: angle)
      }
    }
    return lines[index].enumerated().map { row, line in
      let baseline = y + Self.size * 0.85 + Double(row) * Self.role.lineHeight
      return PlacedText(line, .tick, at: Point(x, baseline), anchor: .middle)
    }
  }

  /// How far the first label reaches to the left of its tick and the last one to the right of its own.
  var overhang: (left: Double, right: Double) {
    let widths = lines.map { $0.map { TextMetrics.width($0, size: Self.size) }.max() ?? 0 }
    guard angle == 0 else {
      return (angle == -45 ? (widths.first ?? 0) * 0.7072 + 6 : Self.size / 2 + 2, Self.size)
    }
    return ((widths.first { $0 > 0 } ?? 0) / 2, (widths.last { $0 > 0 } ?? 0) / 2)
  }
}

extension Scale {
  /// As many ticks as fit along a width with their labels apart.
  func ticks(fitting width: Double) -> [Tick] {
    let most = max(1, min(8, Int(width / 36)))
    for pieces in stride(from: most, through: 1, by: -1) {
      let ticks = ticks(atMost: pieces)
      if labelsFit(ticks, in: width) { return ticks }
    }
    // Not even two labels fit: the first one alone.
    let ticks = ticks(atMost: 1)
    return ticks.firstIndex(where: \.isMajor).map { [ticks[$0]] } ?? []
  }

  private func labelsFit(_ ticks: [Tick], in width: Double) -> Bool {
    var end = -Double.infinity
    for tick in ticks where tick.isMajor {
      guard let fraction = fraction(tick.value) else { continue }
      let half = TextMetrics.width(tick.label, size: PlacedText.Role.tick.size) / 2
      let center = fraction * width
      if center - half < end + 16 { return false }
      end = center + half
    }
    return true
  }
}
