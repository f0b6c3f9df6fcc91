extension PanelPainter {
  /// Draws a rule across the panel.
  mutating func draw(_ rule: Rule) {
    guard let (start, end) = ends(of: rule) else { return }
    var path = PathData()
    path.polyline([start, end])
    var shape = Shape.stroked(path, Ink(rule.color), width: 1.25)
    shape.dash = rule.dash.lengths(width: 1.25)
    add(shape)
  }

  /// Writes what a rule marks beside it, where it covers the least.
  mutating func label(_ rule: Rule) {
    guard let string = rule.label.map(PlainText.clean), !string.isEmpty, let (start, end) = ends(of: rule)
    else { return }
    let size = PlacedText.Role.note.size
    let box = frame.rectangle
    let short = TextWrapping(width: box.width - 12, size: size).shortened(string)
    func text(_ x: Double, _ y: Double, _ anchor: Text.Anchor) -> PlacedText {
      let ink = Ink(rule.color).forWords
      return PlacedText(short, .note, at: Point(x, y), anchor: anchor, ink: ink, hasHalo: true)
    }
    let candidates: [PlacedText]
    switch rule.place {
    case .y:
      let (above, below) = (start.y - 5, start.y + size + 2)
      candidates = [
        text(end.x - 4, above, .end), text(start.x + 6, above, .start), text(end.x - 4, below, .end),
        text(start.x + 6, below, .start), text(box.midX, above, .middle), text(box.midX, below, .middle),
      ]
    case .x:
      candidates = [0.0, 1, 0.25, 0.5, 0.75].flatMap { share in
        let y = box.y + size + 1 + share * (box.height - size - 8)
        return [text(start.x + 6, y, .start), text(start.x - 6, y, .end)]
      }
    }
    if let placed = placer.place(candidates, within: box) ?? placer.place(near: candidates[0], within: box) {
      add(placed)
    }
  }

  /// The two ends of a rule; nil where it lies outside the panel.
  private func ends(of rule: Rule) -> (Point, Point)? {
    let box = frame.rectangle
    switch rule.place {
    case .x(let value):
      guard let x = frame.x(value), x >= box.x - 0.5, x <= box.maxX + 0.5 else { return nil }
      return (Point(x, box.y), Point(x, box.maxY))
    case .y(let value):
      guard let y = frame.y(value), y >= box.y - 0.5, y <= box.maxY + 0.5 else { return nil }
      return (Point(box.x, y), Point(box.maxX, y))
    }
  }
}
