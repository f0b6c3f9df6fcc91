/// The values that the colours of all heat maps of a chart stand for.
struct ColorScale {
  let interval: Interval
  let label: String?
  let map: ColorMap
  let ticks: [Tick]

  private static let gap = 14.0
  static let barWidth = 12.0

  /// The common scale of all heat maps in the panels; nil without any.
  init?(_ panels: [Panel]) {
    let maps = panels.flatMap(\.marks).compactMap { mark -> HeatMap? in
      guard case .heatMap(let map) = mark else { return nil }
      return map
    }
    guard let first = maps.first else { return nil }
    label = first.label
    map = ColorMap(first.colors)
    interval = ColorScale.interval(maps, isDiverging: first.colors == .diverging)
    ticks = Scale.linear(interval).ticks(atMost: 6)
  }

  private static func interval(_ maps: [HeatMap], isDiverging: Bool) -> Interval {
    if let range = maps.lazy.compactMap(\.range).first {
      return Interval(spanning: range.lowerBound, range.upperBound)
    }
    let values = maps.lazy.flatMap(\.values).filter(\.isFinite)
    guard let lower = values.min(), let upper = values.max() else { return Interval(spanning: 0, 1) }
    guard isDiverging else { return Interval(spanning: lower, upper) }
    let reach = max(lower.magnitude, upper.magnitude)
    return Interval(spanning: -reach, reach)
  }

  /// The shade of a value; nil where it has none.
  func shade(_ value: Double) -> Int? {
    value.isFinite ? ColorMap.index(at: interval.fraction(value)) : nil
  }

  /// The room that the colour bar takes at the right.
  var width: Double {
    let labels = ticks.map { TextMetrics.width($0.label, size: PlacedText.Role.tick.size) }
    return ColorScale.gap + ColorScale.barWidth + 6 + (labels.max() ?? 0)
  }

  /// Where the bar begins, to the right of the panels.
  func left(of panels: [Frame]) -> Double {
    (panels.map(\.rectangle.maxX).max() ?? 0) + ColorScale.gap
  }
}

/// The bar beside heat maps that says what their colours mean.
struct ColorBar {
  private let scale: ColorScale
  private let box: Rectangle

  /// Places the bar beside the panels of a grid.
  init(_ scale: ColorScale, beside grid: PanelGrid) {
    self.scale = scale
    let first = grid.frames.first?.rectangle ?? Rectangle(x: 0, y: 0, width: 0, height: 0)
    box = Rectangle(
      x: scale.left(of: grid.frames), y: first.y, width: ColorScale.barWidth, height: min(first.height, 260))
  }

  /// Draws the shades, ticks and labels.
  func draw(in scene: inout Scene) {
    let step = box.height / Double(ColorMap.shadeCount)
    for index in 0..<ColorMap.shadeCount {
      var path = PathData()
      let top = box.maxY - Double(index + 1) * step
      path.rectangle(Rectangle(x: box.x, y: top, width: box.width, height: step))
      var shape = Shape.filled(path, .fixed(scale.map.shade(index)))
      shape.isCrisp = true
      scene.shapes.append(shape)
    }
    var path = PathData()
    for tick in scale.ticks where scale.interval.contains(tick.value) {
      let y = box.maxY - scale.interval.fraction(tick.value) * box.height
      path.polyline([Point(box.maxX, y), Point(box.maxX + 3, y)])
      let baseline = y + PlacedText.Role.tick.size * PlacedText.middle
      scene.texts.append(PlacedText(tick.label, .tick, at: Point(box.maxX + 6, baseline)))
    }
    scene.shapes.append(.stroked(path, .axis))
  }
}
