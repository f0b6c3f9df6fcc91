import Glibc

/// One line of words at its place in the picture.
package struct PlacedText: Sendable, Hashable {
  /// What the words are for.
  package enum Role: Sendable, Hashable {
    case title, subtitle, panelTitle, tick, caption, legend, seriesName, value, note, level
  }

  package var string: String
  /// What the words are for.
  package var role: Role
  /// The anchor: on the baseline, or at half the height of the words where they are turned.
  package var position: Point
  package var anchor: Text.Anchor
  package var ink: Ink
  /// Degrees by which the words are turned about their anchor, clockwise.
  package var angle: Double
  /// Whether an outline in the page's colour lifts the words off the marks behind them.
  package var hasHalo: Bool
  /// The frames that show it; nil for all.
  var frames: ClosedRange<Int>?

  init(
    _ string: String, _ role: Role, at position: Point, anchor: Text.Anchor = .start, ink: Ink = .muted,
    angle: Double = 0, hasHalo: Bool = false
  ) {
    self.string = PlainText.clean(string)
    self.role = role
    self.position = position
    self.anchor = anchor
    self.ink = ink
    self.angle = angle
    self.hasHalo = hasHalo
  }

  var size: Double { role.size }

  /// How wide the words are.
  var width: Double { TextMetrics.width(string, size: size, isBold: role.isBold) }

  /// The space the words take when they are not turned.
  package var box: Rectangle {
    let start: Double
    switch anchor {
    case .start: start = position.x
    case .middle: start = position.x - width / 2
    case .end: start = position.x - width
    }
    return Rectangle(
      x: start, y: position.y - PlacedText.ascent * size, width: width, height: PlacedText.height * size)
  }

  /// The four corners of that space, turned with the words.
  package var corners: [Point] {
    let (turn, box) = (angle * .pi / 180, box)
    return [(box.x, box.y), (box.maxX, box.y), (box.maxX, box.maxY), (box.x, box.maxY)].map { x, y in
      let (across, down) = (x - position.x, y - position.y)
      return Point(
        position.x + across * cos(turn) - down * sin(turn), position.y + across * sin(turn) + down * cos(turn)
      )
    }
  }

  /// The upright rectangle about the turned words.
  package var bounds: Rectangle {
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    return Rectangle(x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
  }

  /// The same words moved so that they lie within a rectangle, if they fit.
  func moved(into frame: Rectangle) -> PlacedText {
    var result = self
    result.position.x += max(0, frame.x - box.x) - max(0, box.maxX - frame.maxX)
    result.position.y += max(0, frame.y - box.y) - max(0, box.maxY - frame.maxY)
    return result
  }

  private static let ascent = 0.8
  private static let height = 1.04
  /// How far below the middle of a line its baseline lies, as a share of the font's size.
  static let middle = 0.35
}

extension PlacedText.Role {
  /// The font's size in CSS pixels.
  package var size: Double {
    switch self {
    case .title: return 17
    case .subtitle: return 13
    case .level: return 11
    default: return 12
    }
  }

  /// Whether the words are set in a heavier weight.
  var isBold: Bool {
    switch self {
    case .title, .panelTitle, .seriesName: return true
    default: return false
    }
  }

  /// The distance from line to line.
  var lineHeight: Double { (size * 1.25).rounded() }
}
