/// A row (or several) of swatches with names, above the panels.
struct Legend {
  private(set) var texts: [PlacedText] = []
  private(set) var shapes: [Shape] = []
  /// How far the legend reaches down.
  private(set) var height = 0.0

  private static let rowHeight = 20.0

  /// Lays names out from a top edge within a width.
  init(_ entries: [SeriesPlan.Entry], top: Double, width: Double) {
    guard !entries.isEmpty else { return }
    var x = 1.0
    var row = 0
    for entry in entries {
      let start = swatchWidth(entry) + 6
      let wrapping = TextWrapping(width: width - start - 2, size: PlacedText.Role.legend.size)
      let label = wrapping.shortened(entry.label)
      let entryWidth = start + TextMetrics.width(label, size: PlacedText.Role.legend.size)
      if x > 1 && x + entryWidth > width {
        x = 1
        row += 1
      }
      let middle = top + (Double(row) + 0.5) * Self.rowHeight
      let baseline = middle + PlacedText.Role.legend.size * PlacedText.middle
      texts.append(PlacedText(label, .legend, at: Point(x + start, baseline), ink: .ink))
      shapes += swatch(entry, at: Point(x, middle))
      x += entryWidth + 18
    }
    height = Double(row + 1) * Self.rowHeight + 8
  }

  private func swatchWidth(_ entry: SeriesPlan.Entry) -> Double {
    switch entry.swatch {
    case .line: return 22
    case .points: return 10
    case .block, .area, .region: return 12
    case .pointsOnRegion: return 18
    }
  }

  private func swatch(_ entry: SeriesPlan.Entry, at start: Point) -> [Shape] {
    let width = swatchWidth(entry)
    let points = PointShapes.shape(
      [Point(start.x + width / 2, start.y)], entry.style.shape, radius: 4, ink: entry.style.ink)
    switch entry.swatch {
    case .line:
      var path = PathData()
      path.polyline([start, Point(start.x + width, start.y)])
      var shape = Shape.stroked(path, entry.style.ink, width: 2)
      shape.dash = entry.style.dash.lengths(width: 2)
      return [shape]
    case .points: return [points]
    case .block: return [block(entry, at: start, opacity: 1)]
    case .area: return area(entry, at: start)
    case .region: return [block(entry, at: start, opacity: Self.regionOpacity)]
    case .pointsOnRegion: return [block(entry, at: start, opacity: Self.regionOpacity), points]
    }
  }

  /// As strong as a region where its class is certain.
  private static let regionOpacity = 0.48

  private func block(_ entry: SeriesPlan.Entry, at start: Point, opacity: Double) -> Shape {
    var shape = Shape.filled(rectangle(entry, at: start), entry.style.ink)
    shape.opacity = opacity
    return shape
  }

  /// As pale as the area itself, with its edges.
  private func area(_ entry: SeriesPlan.Entry, at start: Point) -> [Shape] {
    let edges = Shape.stroked(rectangle(entry, at: start), entry.style.ink, width: Area.edgeWidth)
    return [block(entry, at: start, opacity: Area.opacity), edges]
  }

  private func rectangle(_ entry: SeriesPlan.Entry, at start: Point) -> PathData {
    var path = PathData()
    let height = entry.swatch == .pointsOnRegion ? 16.0 : 12
    path.rectangle(Rectangle(x: start.x, y: start.y - height / 2, width: swatchWidth(entry), height: height))
    return path
  }
}
