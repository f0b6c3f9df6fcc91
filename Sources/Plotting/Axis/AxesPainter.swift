/// Draws the grid, the axes, their ticks and their labels for one panel.
struct AxesPainter {
  let layout: ChartLayout
  let grid: PanelGrid
  let panel: Int

  private var frame: Frame { grid.frames[panel] }
  private var box: Rectangle { frame.rectangle }

  /// Draws everything that is not data.
  func draw(in scene: inout Scene) {
    drawGrid(in: &scene)
    drawAxes(in: &scene)
    drawTicks(in: &scene)
    drawTitle(in: &scene)
    if grid.isLowest(panel) { drawHorizontalLabels(in: &scene) }
    if grid.isFirstInRow(panel) { drawVerticalLabels(in: &scene) }
    if panel == 0 { drawCaption(in: &scene) }
  }

  private var showsVerticalGrid: Bool {
    if let wish = layout.chart.x.showsGrid { return wish }
    guard frame.xScale.names == nil, !layout.xPlan.content.hasGrid else { return false }
    return layout.xPlan.content.hasBars || layout.xPlan.content.hasPoints
      || layout.chart.x.scale == .logarithmic
  }

  private var showsHorizontalGrid: Bool {
    layout.chart.y.showsGrid ?? (frame.yScale.names == nil && !layout.yPlan.content.hasGrid)
  }

  private func drawGrid(in scene: inout Scene) {
    var path = PathData()
    if showsHorizontalGrid {
      for y in places(grid.yTicks, along: .vertical) {
        path.polyline([Point(box.x, y), Point(box.maxX, y)])
      }
    }
    if showsVerticalGrid {
      for x in places(grid.xTicks, along: .horizontal) {
        path.polyline([Point(x, box.y), Point(x, box.maxY)])
      }
    }
    if !path.isEmpty { scene.shapes.append(.stroked(path, .grid)) }
  }

  /// The places of labelled ticks, snapped to pixels so that hairlines stay sharp.
  private func places(_ ticks: [Tick], along direction: Direction, isMajor: Bool = true) -> [Double] {
    ticks.filter { $0.isMajor == isMajor }.compactMap { tick in
      direction == .horizontal ? frame.x(tick.value) : frame.y(tick.value)
    }.map(snapped)
  }

  /// The middle of the nearest pixel.
  private func snapped(_ place: Double) -> Double { place.rounded(.down) + 0.5 }

  private func drawAxes(in scene: inout Scene) {
    var path = PathData()
    if layout.xPlan.content.hasBars {
      if let x = frame.x(frame.xScale.baseline).map(snapped), x >= box.x, x <= box.maxX + 1 {
        path.polyline([Point(x, box.y), Point(x, box.maxY)])
      }
    } else {
      let zero = layout.yPlan.content.hasBars ? frame.y(frame.yScale.baseline) : box.maxY
      let y = snapped(min(max(zero ?? box.maxY, box.y), box.maxY))
      path.polyline([Point(box.x, y), Point(box.maxX, y)])
    }
    scene.shapes.append(.stroked(path, .axis))
  }

  private func drawTicks(in scene: inout Scene) {
    var path = PathData()
    let isNumeric = frame.xScale.names == nil && !layout.xPlan.content.hasBars
    if isNumeric {
      for x in places(grid.xTicks, along: .horizontal) { tick(&path, x, length: PanelGrid.tickLength) }
      for x in places(grid.xTicks, along: .horizontal, isMajor: false) { tick(&path, x, length: 3) }
    }
    // Grid lines say the same as ticks.
    if frame.yScale.names == nil && !showsHorizontalGrid {
      for y in places(grid.yTicks, along: .vertical) { sideTick(&path, y, length: 4) }
      for y in places(grid.yTicks, along: .vertical, isMajor: false) { sideTick(&path, y, length: 2) }
    }
    if !path.isEmpty { scene.shapes.append(.stroked(path, .axis)) }
  }

  private func tick(_ path: inout PathData, _ x: Double, length: Double) {
    path.polyline([Point(x, box.maxY), Point(x, box.maxY + length)])
  }

  private func sideTick(_ path: inout PathData, _ y: Double, length: Double) {
    path.polyline([Point(box.x - length, y), Point(box.x, y)])
  }

  private func drawTitle(in scene: inout Scene) {
    guard let title = layout.panels[panel].title else { return }
    let role = PlacedText.Role.panelTitle
    let wrapping = TextWrapping(width: box.width, size: role.size, isBold: role.isBold)
    scene.texts.append(
      PlacedText(wrapping.shortened(title), role, at: Point(box.x, box.y - 8), ink: .ink))
  }

  private func drawHorizontalLabels(in scene: inout Scene) {
    for (index, tick) in grid.xTicks.enumerated() {
      guard let x = frame.x(tick.value) else { continue }
      scene.texts += grid.xLabels.texts(index, at: x, below: box.maxY + PanelGrid.tickLength + 3)
    }
  }

  private func drawVerticalLabels(in scene: inout Scene) {
    for (index, tick) in grid.yTicks.enumerated() {
      guard let y = frame.y(tick.value) else { continue }
      scene.texts += grid.yLabels.texts(index, leftOf: box.x - PanelGrid.labelGap, at: y)
    }
  }

  private func drawCaption(in scene: inout Scene) {
    let role = PlacedText.Role.caption
    for (row, line) in grid.xCaption.enumerated() {
      let place = grid.captionPlace
      let y = place.y + role.size * 0.85 + Double(row) * role.lineHeight
      let text = PlacedText(line, role, at: Point(place.x, y), anchor: .middle)
      scene.texts.append(
        text.moved(into: Rectangle(x: 1, y: 0, width: scene.width - 2, height: scene.height)))
    }
  }
}
