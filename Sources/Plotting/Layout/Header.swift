/// What stands above the panels: title, subtitle, legend, and the captions of the vertical axis and the colours.
struct Header {
  private(set) var texts: [PlacedText] = []
  private(set) var shapes: [Shape] = []
  /// How far it reaches down.
  private(set) var height = 4.0

  /// Sets a title and a subtitle within a width; the title of a part is smaller than that of a whole.
  init(title: String?, subtitle: String? = nil, width: Double, isPart: Bool = false) {
    add(title, isPart ? .panelTitle : .title, ink: .ink, width: width, gap: 4)
    add(subtitle, .subtitle, ink: .muted, width: width, gap: 4)
    if !texts.isEmpty { height += 6 }
  }

  private mutating func add(
    _ text: String?, _ role: PlacedText.Role, ink: Ink, width: Double, gap: Double
  ) {
    guard let text = text.nonEmpty else { return }
    let wrapping = TextWrapping(width: width - 2, size: role.size, isBold: role.isBold, mostLines: 4)
    for line in wrapping.lines(text) {
      texts.append(PlacedText(line, role, at: Point(1, height + role.size * 0.85), ink: ink))
      height += role.lineHeight
    }
    height += gap
  }

  /// Adds a legend, laid out from the header's present height.
  mutating func add(_ legend: Legend) {
    texts += legend.texts
    shapes += legend.shapes
    height += legend.height
  }

  /// Adds the caption of the vertical axis at the left and that of the colours at the right, on one line if they fit.
  mutating func addCaptions(y: String?, colors: String?, width: Double) {
    let role = PlacedText.Role.caption
    let wrapping = TextWrapping(width: width - 2, size: role.size, mostLines: 2)
    let left = y.map(wrapping.lines) ?? []
    let right = colors.map(wrapping.lines) ?? []
    guard !left.isEmpty || !right.isEmpty else { return }
    let widest = [left, right].map { $0.map { TextMetrics.width($0, size: role.size) }.max() ?? 0 }
    let shareLine = widest[0] + widest[1] + 24 <= width
    addLines(right, at: Point(width - 1, height), anchor: .end)
    let rightHeight = Double(right.count) * role.lineHeight
    if !shareLine { height += rightHeight }
    addLines(left, at: Point(1, height), anchor: .start)
    height += max(Double(left.count) * role.lineHeight, shareLine ? rightHeight : 0) + 4
  }

  private mutating func addLines(_ lines: [String], at corner: Point, anchor: Text.Anchor) {
    let role = PlacedText.Role.caption
    for (row, line) in lines.enumerated() {
      let y = corner.y + role.size * 0.85 + Double(row) * role.lineHeight
      texts.append(PlacedText(line, role, at: Point(corner.x, y), anchor: anchor))
    }
  }
}
