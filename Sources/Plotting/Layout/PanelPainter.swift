/// Draws the marks of one panel: first all shapes, then all words, which keep clear of each other and of the data.
struct PanelPainter {
  let frame: Frame
  /// The looks of each mark's series.
  let styles: [[SeriesPlan.Style]]
  let colorScale: ColorScale?
  let clip: Int?

  private(set) var shapes: [Shape] = []
  private(set) var texts: [PlacedText] = []
  /// Where named lines end.
  private(set) var ends: [DirectLabels.End] = []
  var placer = TextPlacer()
  /// Whether marks lie on coloured cells, from which a rim in the page's colour sets them off.
  private(set) var isOverCells = false

  init(frame: Frame, styles: [[SeriesPlan.Style]], colorScale: ColorScale?, clip: Int?) {
    self.frame = frame
    self.styles = styles
    self.colorScale = colorScale
    self.clip = clip
  }

  /// Draws the marks.
  mutating func draw(_ panel: Panel) {
    let group = panel.marks.filter { mark in
      guard case .bars = mark else { return false }
      return true
    }
    isOverCells = panel.marks.contains { mark in
      switch mark {
      case .heatMap, .regions: return true
      default: return false
      }
    }
    var rank = 0
    for (mark, styles) in zip(panel.marks, styles) {
      let style = styles.first ?? SeriesPlan.Style()
      switch mark {
      case .line(let line): draw(line, style)
      case .points(let points): draw(points, style)
      case .area(let area): draw(area, style)
      case .rule(let rule): draw(rule)
      case .heatMap(let map): draw(map)
      case .contour(let contour): draw(contour)
      case .regions(let regions): draw(regions, styles)
      case .text: break
      case .bars(let bars):
        draw(bars, style, slot: BarSlot(rank: rank, of: group.count))
        rank += 1
      }
    }
    for case .rule(let rule) in panel.marks { label(rule) }
    for case .text(let text) in panel.marks { write(text) }
    for case .contour(let contour) in panel.marks { label(contour) }
    for case .regions(let regions) in panel.marks { label(regions) }
    if shapes.isEmpty && texts.isEmpty { writeNoData() }
  }

  /// Adds a shape, cut off at the panel's edge where the axes' ranges are given.
  ///
  /// - Parameter isWithin: Whether its middles are known to lie within, as those of points, which are drawn whole.
  mutating func add(_ shape: Shape, isWithin: Bool = false) {
    guard !shape.path.isEmpty else { return }
    var shape = shape
    shape.clip = isWithin ? nil : clip
    shapes.append(shape)
  }

  /// Adds words where they are.
  mutating func add(_ text: PlacedText) {
    texts.append(text)
  }

  /// Notes where a named line ends.
  mutating func note(_ end: DirectLabels.End) {
    // Two lines of one name get one label.
    guard !ends.contains(where: { $0.label == end.label }) else { return }
    ends.append(end)
  }

  private mutating func writeNoData() {
    let box = frame.rectangle
    add(PlacedText("No data", .note, at: Point(box.midX, box.midY), anchor: .middle))
  }
}
