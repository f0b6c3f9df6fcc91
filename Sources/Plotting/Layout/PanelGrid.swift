/// The places of all panels, with ticks and labels that fit them.
///
/// Margins depend on labels, labels on ticks, ticks on the room that margins leave; a few rounds settle it.
struct PanelGrid {
  private(set) var frames: [Frame] = []
  private(set) var xTicks: [Tick] = []
  private(set) var yTicks: [Tick] = []
  private(set) var xLabels = TickLabelLayout(numbers: [])
  private(set) var yLabels = SideLabels([], areNames: false, widest: 0, band: 0)
  /// The whole picture's width: the one asked for, unless labels alone fill it.
  var width: Double {
    let gaps = Double(columns - 1) * columnGap
    return max(layout.chart.size.width, left + Double(columns) * panelWidth + gaps + overhangRight)
  }
  /// The whole picture's height.
  private(set) var height = 0.0
  let columns: Int
  let rows: Int
  let xCaption: [String]

  private let layout: ChartLayout
  private let top: Double
  private let right: Double
  /// The least room below the panels.
  private let bottom: Double
  private let titleHeight: Double
  private var panelWidth = 0.0
  private var panelHeight = 0.0
  private var left = 0.0
  private var columnGap = 0.0
  private var overhangRight = 0.0

  static let tickLength = 5.0
  static let labelGap = 8.0
  private static let edge = 2.0
  private static let leastPanel = (width: 40.0, height: 64.0)
  private static let rounds = 4

  /// Lays the panels out below a header, leaving room at the right, and at least so much below them.
  init(_ layout: ChartLayout, top: Double, right: Double, bottom: Double = 0) {
    self.layout = layout
    self.top = top
    self.right = right
    self.bottom = bottom
    columns = layout.chart.facets?.columnCount(width: layout.chart.size.width) ?? 1
    rows = max(1, (layout.panels.count + columns - 1) / columns)
    titleHeight = layout.panels.contains { $0.title != nil } ? 20 : 0
    let width = layout.chart.size.width
    let caption = TextWrapping(width: width * 0.8, size: PlacedText.Role.caption.size, mostLines: 2)
    xCaption = layout.xPlan.axis.caption.map(caption.lines) ?? []
    panelWidth = width * 0.8 / Double(columns)
    for _ in 0..<Self.rounds { settle() }
    frames = layout.panels.indices.map(frame)
  }

  /// Whether no panel stands below this one, so that it carries the labels of the horizontal axis.
  func isLowest(_ panel: Int) -> Bool { panel + columns >= layout.panels.count }

  /// Whether this panel begins its row, so that it carries the labels of the vertical axis.
  func isFirstInRow(_ panel: Int) -> Bool { panel.isMultiple(of: columns) }

  /// The middle of all panels of the lowest row, and where captions below them begin.
  var captionPlace: Point {
    let y = height - below + labelsHeight + captionHeight - captionLinesHeight
    return Point(left + (Double(columns) * panelWidth + Double(columns - 1) * columnGap) / 2, y)
  }

  private mutating func settle() {
    settleHeight()
    settleVerticalAxis()
    settleWidth()
    settleHorizontalAxis()
    settleHeight()
  }

  private var captionLinesHeight: Double { Double(xCaption.count) * PlacedText.Role.caption.lineHeight }
  private var captionHeight: Double { xCaption.isEmpty ? 0 : 6 + captionLinesHeight }

  /// The room below the panels.
  var below: Double { max(labelsHeight + captionHeight + Self.edge, bottom) }

  private var labelsHeight: Double { Self.tickLength + 3 + xLabels.height }

  /// Rows stand closer where only the lowest panels carry labels.
  private func rowGap(below row: Int) -> Double {
    guard row + 1 < rows else { return 0 }
    let lastOfRow = min(row * columns + columns, layout.panels.count) - 1
    return 14 + (isLowest(lastOfRow) ? labelsHeight : 0)
  }

  private mutating func settleHeight() {
    let gaps = (0..<rows).reduce(0) { $0 + rowGap(below: $1) } + Double(rows) * titleHeight
    let around = top + 6 + gaps + below
    panelHeight = max(Self.leastPanel.height, (layout.chart.size.height - around) / Double(rows)).rounded(
      .down)
    height = around + panelHeight * Double(rows)
  }

  private mutating func settleVerticalAxis() {
    let scale = yScale
    yTicks = layout.yPlan.axis.showsTicks ? scale.ticks(atMost: yPieces) : []
    let band = panelHeight / Double(max(1, scale.names?.count ?? 1))
    yLabels = SideLabels(
      yTicks, areNames: scale.names != nil, widest: layout.chart.size.width * 0.35, band: band)
  }

  private mutating func settleWidth() {
    let overhang = xLabels.overhang
    let firstTick = xTicks.first { $0.isMajor }.flatMap { xScale.fraction($0.value) } ?? 0
    let lastTick = xTicks.last { $0.isMajor }.flatMap { xScale.fraction($0.value) } ?? 1
    let needed = overhang.left - firstTick * panelWidth
    left = max(yLabels.width > 0 ? yLabels.width + Self.labelGap : 0, needed, 0) + Self.edge
    overhangRight = max(right, overhang.right - (1 - lastTick) * panelWidth, 4) + Self.edge
    columnGap = max(18, overhang.right + needed + 10)
    let room = layout.chart.size.width - left - overhangRight - Double(columns - 1) * columnGap
    panelWidth = max(Self.leastPanel.width, room / Double(columns)).rounded(.down)
  }

  private mutating func settleHorizontalAxis() {
    let scale = xScale
    if let names = scale.names {
      xTicks = scale.ticks(atMost: 1)
      xLabels = TickLabelLayout(names: names, band: panelWidth / Double(max(1, names.count)))
    } else {
      xTicks = layout.xPlan.axis.showsTicks ? scale.ticks(fitting: panelWidth) : []
      xLabels = TickLabelLayout(numbers: xTicks)
    }
  }

  private var yPieces: Int {
    let spacing = layout.yPlan.axis.scale == .logarithmic ? 30.0 : 40
    return max(2, min(8, Int(panelHeight / spacing)))
  }

  private var yScale: Scale {
    let share = (ValueLabels.height(layout.panels) + 2) / panelHeight
    let hasLabels = ValueLabels.height(layout.panels) > 0
    return layout.yPlan.scale(
      pieces: yPieces, headroom: hasLabels ? .init(below: share, above: share) : .init())
  }

  private var xScale: Scale {
    let share = min(0.4, ValueLabels.width(layout.panels) / panelWidth)
    return layout.xPlan.scale(
      pieces: max(2, Int(panelWidth / 90)), headroom: .init(below: share, above: share))
  }

  private func frame(_ panel: Int) -> Frame {
    let (row, column) = panel.quotientAndRemainder(dividingBy: columns)
    let gapsAbove = (0..<row).reduce(0) { $0 + rowGap(below: $1) }
    let y = top + 6 + gapsAbove + Double(row) * panelHeight + Double(row + 1) * titleHeight
    let x = left + Double(column) * (panelWidth + columnGap)
    let rectangle = Rectangle(
      x: x.rounded(), y: y.rounded(), width: panelWidth, height: panelHeight)
    return Frame(rectangle: rectangle, xScale: xScale, yScale: yScale)
  }
}
