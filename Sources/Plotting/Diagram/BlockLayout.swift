/// Places the boxes of a diagram below each other, short arrows between neighbours and long ones around them.
///
/// Long arrows run in lanes on the right; each takes the first lane that is free along its way.
struct BlockLayout {
  private let diagram: BlockDiagram
  private let ranks: [String: Int]
  private let boxes: [Rectangle]
  private let lanes: [BlockDiagram.Arrow: Int]
  private let laneWidth: Double

  private static let margin = 8.0
  private static let boxHeight = 42.0
  private static let gap = 38.0
  private static let padding = 14.0
  private static let textGap = 24.0
  private static let narrowestBox = 180.0

  init(_ diagram: BlockDiagram) {
    self.diagram = diagram
    let ranks = Dictionary(
      diagram.blocks.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.ranks = ranks
    let width = Self.boxWidth(diagram)
    let long = diagram.arrows.filter { Self.length($0, ranks) ?? 0 > 1 }
    laneWidth = (long.map { Self.text($0.label).width }.max() ?? 0) + 16
    lanes = Self.lanes(long, ranks)
    let laneCount = Double((lanes.values.max() ?? -1) + 1)
    let free = diagram.width - width - laneCount * laneWidth - 2 * Self.margin
    let x = Self.margin + max(0, free / 2)
    boxes = diagram.blocks.indices.map { rank in
      Rectangle(
        x: x, y: Self.margin + Double(rank) * (Self.boxHeight + Self.gap), width: width,
        height: Self.boxHeight)
    }
  }

  /// How many blocks further down an arrow leads; nil where it leads nowhere, or up.
  private static func length(_ arrow: BlockDiagram.Arrow, _ ranks: [String: Int]) -> Int? {
    guard let from = ranks[arrow.from], let to = ranks[arrow.to], to > from else { return nil }
    return to - from
  }

  private static func lanes(
    _ arrows: [BlockDiagram.Arrow], _ ranks: [String: Int]
  ) -> [BlockDiagram.Arrow: Int] {
    let sorted = arrows.sorted { left, right in
      let (leftLength, rightLength) = (length(left, ranks) ?? 0, length(right, ranks) ?? 0)
      return (leftLength, ranks[left.from] ?? 0, ranks[left.to] ?? 0)
        < (rightLength, ranks[right.from] ?? 0, ranks[right.to] ?? 0)
    }
    var taken: [[Range<Int>]] = []
    var lanes: [BlockDiagram.Arrow: Int] = [:]
    for arrow in sorted {
      guard let from = ranks[arrow.from], let to = ranks[arrow.to] else { continue }
      let lane = taken.firstIndex { !$0.contains { $0.overlaps(from..<to) } } ?? taken.count
      if lane == taken.count { taken.append([]) }
      taken[lane].append(from..<to)
      lanes[arrow] = lane
    }
    return lanes
  }

  private static func boxWidth(_ diagram: BlockDiagram) -> Double {
    let widest =
      diagram.blocks.map { block in
        text(block.formula).width + textGap + value(block.value).width
      }.max() ?? 0
    return max(narrowestBox, widest + 2 * padding)
  }

  private static func text(_ string: String) -> PlacedText {
    PlacedText(string, .note, at: Point(0, 0), ink: .ink)
  }

  private static func value(_ string: String) -> PlacedText {
    PlacedText(string, .seriesName, at: Point(0, 0), anchor: .end, ink: .ink)
  }

  func scene() -> Scene {
    let laneCount = Double((lanes.values.max() ?? -1) + 1)
    let right = (boxes.first?.maxX ?? 0) + laneCount * laneWidth + Self.margin
    let short = boxes.first.map { $0.midX + 12 + widestShortLabel + Self.margin } ?? 0
    var scene = Scene(
      width: max(diagram.width, right, short), height: (boxes.last?.maxY ?? 0) + Self.margin)
    for arrow in diagram.arrows { draw(arrow, in: &scene) }
    for (block, box) in zip(diagram.blocks, boxes) { draw(block, box, in: &scene) }
    return scene
  }

  private var widestShortLabel: Double {
    diagram.arrows.filter { lanes[$0] == nil }.map { Self.text($0.label).width }.max() ?? 0
  }

  private func draw(_ block: BlockDiagram.Block, _ box: Rectangle, in scene: inout Scene) {
    var outline = PathData()
    outline.rectangle(box)
    let isGiven = block.formula == block.name
    scene.shapes.append(
      Shape(path: outline, fill: .paper, stroke: isGiven ? .axis : .series(0), width: isGiven ? 1 : 1.5))
    let baseline = box.midY + PlacedText.Role.note.size * PlacedText.middle
    var formula = Self.text(block.formula)
    formula.position = Point(box.x + Self.padding, baseline)
    var value = Self.value(block.value)
    value.position = Point(box.maxX - Self.padding, baseline)
    scene.texts += [formula, value]
  }

  private func draw(_ arrow: BlockDiagram.Arrow, in scene: inout Scene) {
    guard let length = Self.length(arrow, ranks), let from = ranks[arrow.from], let to = ranks[arrow.to]
    else { return }
    if length == 1 {
      drawShort(arrow, from: boxes[from], to: boxes[to], in: &scene)
    } else {
      drawLong(arrow, from: boxes[from], to: boxes[to], in: &scene)
    }
  }

  private func drawShort(
    _ arrow: BlockDiagram.Arrow, from: Rectangle, to: Rectangle, in scene: inout Scene
  ) {
    var line = PathData()
    line.polyline([Point(from.midX, from.maxY), Point(from.midX, to.y - 2)])
    scene.shapes.append(.stroked(line, .muted, width: 1.5))
    addHead(at: Point(to.midX, to.y - 1), toLeft: false, in: &scene)
    var label = Self.text(arrow.label)
    label.ink = .muted
    label.position = Point(from.midX + 12, (from.maxY + to.y) / 2 + label.size * PlacedText.middle - 2)
    scene.texts.append(label)
  }

  private func drawLong(
    _ arrow: BlockDiagram.Arrow, from: Rectangle, to: Rectangle, in scene: inout Scene
  ) {
    let lane = Double(lanes[arrow] ?? 0)
    let x = from.maxX + 18 + lane * laneWidth
    // Arrows that leave or enter the same box do so at different heights.
    let shift = 5 * (lane + 1)
    let (start, end) = (from.midY + min(shift, 16), to.midY - min(shift, 16))
    var line = PathData()
    line.polyline([Point(from.maxX, start), Point(x, start), Point(x, end), Point(to.maxX + 2, end)])
    scene.shapes.append(.stroked(line, .muted, width: 1.5))
    addHead(at: Point(to.maxX + 1, end), toLeft: true, in: &scene)
    var label = Self.text(arrow.label)
    label.ink = .muted
    label.hasHalo = true
    label.position = Point(x + 8, (start + end) / 2 + label.size * PlacedText.middle)
    scene.texts.append(label)
  }

  private func addHead(at tip: Point, toLeft: Bool, in scene: inout Scene) {
    var head = PathData()
    let wings =
      toLeft
      ? [Point(tip.x + 8, tip.y - 4), Point(tip.x + 8, tip.y + 4)]
      : [Point(tip.x - 4, tip.y - 8), Point(tip.x + 4, tip.y - 8)]
    head.polygon([tip] + wings)
    scene.shapes.append(.filled(head, .muted))
  }
}
