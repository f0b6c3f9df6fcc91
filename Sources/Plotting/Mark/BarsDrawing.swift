/// Where a series' bars stand among those of other series in the same band.
struct BarSlot {
  let rank: Int
  let count: Int

  init(rank: Int, of count: Int) {
    self.rank = rank
    self.count = max(1, count)
  }

  /// The share of a band that its bars fill; the rest keeps bands apart.
  private static let filled = 0.72
  private static let widest = 96.0

  /// The bar's extent within a band about a middle.
  func extent(middle: Double, band: Double) -> (start: Double, width: Double) {
    let width = min(max(0.5, band * BarSlot.filled / Double(count)), BarSlot.widest)
    return (middle + (Double(rank) - Double(count) / 2) * width, width)
  }
}

extension PanelPainter {
  /// Draws bars and the words at their ends.
  mutating func draw(_ bars: Bars, _ style: SeriesPlan.Style, slot: BarSlot) {
    let boxes = boxes(bars, slot)
    let isQuiet = bars.highlighted.map { bars.values.indices.contains($0) } ?? false
    // Bars of one colour are one path, in the order in which the colours appear.
    var (inks, paths) = ([Ink](), [PathData]())
    for (index, box) in boxes.enumerated() {
      guard let box else { continue }
      let own = bars.colors.map { Ink($0[index]) } ?? style.ink
      let ink = isQuiet && bars.highlighted != index ? .background : own
      let place = inks.firstIndex(of: ink) ?? inks.count
      if place == inks.count {
        inks.append(ink)
        paths.append(PathData())
      }
      paths[place].rectangle(box)
      placer.reserve(box)
    }
    for (ink, path) in zip(inks, paths) { add(.filled(path, ink)) }
    label(bars, boxes, slot)
  }

  /// The rectangle of each bar; nil where it has no place or no value.
  private func boxes(_ bars: Bars, _ slot: BarSlot) -> [Rectangle?] {
    let isVertical = bars.orientation == .vertical
    let middles = middles(bars.positions, isVertical)
    let band = band(middles.compactMap { $0 }, isVertical)
    let scale = isVertical ? frame.yScale : frame.xScale
    let (low, high) =
      isVertical
      ? (frame.rectangle.y, frame.rectangle.maxY) : (frame.rectangle.x, frame.rectangle.maxX)
    func place(_ value: Double) -> Double? {
      (isVertical ? frame.y(value) : frame.x(value)).map { min(max($0, low), high) }
    }
    return zip(middles, bars.values).map { middle, value in
      guard let middle, let end = place(value), let base = place(scale.baseline) else { return nil }
      let across = slot.extent(middle: middle, band: band)
      let (start, length) = (min(base, end), (base - end).magnitude)
      return isVertical
        ? Rectangle(x: across.start, y: start, width: across.width, height: length)
        : Rectangle(x: start, y: across.start, width: length, height: across.width)
    }
  }

  private func middles(_ positions: Positions, _ isVertical: Bool) -> [Double?] {
    let numbers: [Double]
    switch positions {
    case .numbers(let places): numbers = places
    case .categories(let names):
      let known = (isVertical ? frame.xScale : frame.yScale).names ?? []
      let places = Dictionary(known.enumerated().map { ($1, Double($0 + 1)) }) { first, _ in first }
      numbers = names.map { places[$0] ?? .nan }
    }
    return numbers.map { isVertical ? frame.x($0) : frame.y($0) }
  }

  /// The room for one position: the distance between the nearest two.
  private func band(_ middles: [Double], _ isVertical: Bool) -> Double {
    let scale = isVertical ? frame.xScale : frame.yScale
    let length = isVertical ? frame.rectangle.width : frame.rectangle.height
    if let names = scale.names { return length / Double(max(1, names.count)) }
    let sorted = middles.sorted()
    let gaps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0.01 }
    return gaps.min() ?? length * 0.5
  }

  private mutating func label(_ bars: Bars, _ boxes: [Rectangle?], _ slot: BarSlot) {
    guard let strings = ValueLabels.texts(bars) else { return }
    let isVertical = bars.orientation == .vertical
    let labels = boxes.indices.compactMap { index -> PlacedText? in
      guard let box = boxes[index], !strings[index].isEmpty else { return nil }
      let isNegative = bars.values[index] < 0
      var text = valueText(strings[index], box, isVertical, isNegative)
      text.ink = bars.highlighted == index || bars.highlighted == nil ? .ink : .muted
      return text.moved(into: frame.rectangle)
    }
    guard areApart(labels, isVertical), fitBeside(labels, boxes, slot, isVertical) else { return }
    for label in labels {
      placer.reserve(label.box)
      add(label)
    }
  }

  private func valueText(
    _ string: String, _ box: Rectangle, _ isVertical: Bool, _ isNegative: Bool
  ) -> PlacedText {
    let size = PlacedText.Role.value.size
    if isVertical {
      let y = isNegative ? box.maxY + size * 0.8 + 4 : box.y - 6
      return PlacedText(string, .value, at: Point(box.midX, y), anchor: .middle, hasHalo: true)
    }
    let (x, y) = (isNegative ? box.x - 6 : box.maxX + 6, box.midY + size * PlacedText.middle)
    return PlacedText(string, .value, at: Point(x, y), anchor: isNegative ? .end : .start, hasHalo: true)
  }

  /// Where series stand side by side, words no wider than their bars stay clear of the neighbours.
  private func fitBeside(
    _ labels: [PlacedText], _ boxes: [Rectangle?], _ slot: BarSlot, _ isVertical: Bool
  ) -> Bool {
    guard slot.count > 1, let box = boxes.compactMap({ $0 }).first else { return true }
    return labels.allSatisfy { isVertical ? $0.box.width <= box.width : $0.box.height <= box.height }
  }

  /// Words are written at all bars or at none.
  private func areApart(_ labels: [PlacedText], _ isVertical: Bool) -> Bool {
    let spans = labels.map { isVertical ? ($0.box.x, $0.box.maxX) : ($0.box.y, $0.box.maxY) }
      .sorted { $0.0 < $1.0 }
    return zip(spans, spans.dropFirst()).allSatisfy { $0.1 + (isVertical ? 3 : 0) <= $1.0 }
  }
}
