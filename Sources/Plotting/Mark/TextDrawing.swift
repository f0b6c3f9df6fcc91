extension PanelPainter {
  /// Writes words at their place, or beside the data that is drawn there.
  mutating func write(_ text: Text) {
    let string = PlainText.clean(text.string)
    guard !string.isEmpty, let point = frame.point(text.x, text.y) else { return }
    guard frame.rectangle.grown(by: 1).contains(point) else { return }
    let size = PlacedText.Role.note.size
    let short = TextWrapping(width: frame.rectangle.width, size: size).shortened(string)
    let places = placer.hasData(near: point) ? placesBeside(point, text.anchor) : [(point, text.anchor)]
    let candidates = places.map { place, anchor in
      PlacedText(
        short, .note, at: Point(place.x, place.y + size * PlacedText.middle), anchor: anchor,
        ink: Ink(text.color).forWords, hasHalo: true)
    }
    let placed = placer.place(candidates, within: frame.rectangle)
    if let placed = placed ?? placer.place(near: candidates[0], within: frame.rectangle) { add(placed) }
  }

  /// Places around a point, the side first to which the anchor makes the words run.
  private func placesBeside(_ point: Point, _ anchor: Text.Anchor) -> [(Point, Text.Anchor)] {
    let right = (Point(point.x + 9, point.y), Text.Anchor.start)
    let left = (Point(point.x - 9, point.y), Text.Anchor.end)
    let above = (Point(point.x, point.y - 13), Text.Anchor.middle)
    let below = (Point(point.x, point.y + 13), Text.Anchor.middle)
    switch anchor {
    case .start: return [right, above, below, left]
    case .middle: return [above, below, right, left]
    case .end: return [left, above, below, right]
    }
  }
}
