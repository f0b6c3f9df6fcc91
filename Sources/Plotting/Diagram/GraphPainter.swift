/// Draws a diagram's boxes and arrows where they were placed.
struct GraphPainter {
  private let diagram: GraphDiagram
  private let placement: DiagramPlacement
  private let frames: GraphFrames
  private let legend: GraphLegend

  private static let margin = 6.0
  /// Words of 12 pixels stay legible at this scale; narrower pages scroll.
  private static let leastScale = 0.8

  init(_ diagram: GraphDiagram, _ placement: DiagramPlacement) {
    self.diagram = diagram
    self.placement = placement
    frames = GraphFrames(diagram)
    legend = GraphLegend(diagram, width: placement.width)
  }

  static func label(_ words: String) -> PlacedText {
    PlacedText(words, .level, at: Point(0, 0), anchor: .middle, ink: .muted)
  }

  func scene() -> Scene {
    let width = max(placement.width, legend.width) + 2 * Self.margin
    var scene = Scene(width: width, height: placement.height + legend.height + 2 * Self.margin)
    scene.leastWidth = (width * Self.leastScale).rounded(.up)
    scene.still = diagram.hasFrames ? frames.count : nil
    for place in diagram.arrows.indices { draw(arrow: place, in: &scene) }
    for place in diagram.nodes.indices { draw(node: place, in: &scene) }
    scene.texts += legend.texts(at: Point(Self.margin, Self.margin + placement.height))
    return scene
  }

  /// A place of the placement in the picture.
  private func shifted(_ point: Point) -> Point {
    let spare = max(0, legend.width - placement.width) / 2
    return Point(point.x + Self.margin + spare, point.y + Self.margin)
  }

  // MARK: Boxes

  private func draw(node place: Int, in scene: inout Scene) {
    let node = diagram.nodes[place]
    let box = GraphBox(node)
    let frame = box.frame(around: shifted(placement.centers[place]))
    var outline = PathData()
    outline.roundedRectangle(frame, radius: node.kind == .operation ? 4 : 13)
    var shape = Shape(path: outline, fill: .paper, stroke: .axis)
    if node.kind == .constant { shape.dash = [3, 3] }
    if place == diagram.output {
      shape.stroke = .ink
      shape.width = 1.5
    }
    scene.shapes.append(shape)
    if diagram.hasFrames { highlight(outline, place, in: &scene) }
    for line in box.placed(in: frame) {
      for text in [line.left, line.right].compactMap({ $0 }) {
        var text = text
        if diagram.hasFrames { text.frames = frames.span(of: text.ink, place) }
        scene.texts.append(text)
      }
    }
  }

  private func highlight(_ outline: PathData, _ place: Int, in scene: inout Scene) {
    for (frame, ink) in frames.moments(of: place) {
      var shape = Shape.stroked(outline, ink, width: 2.5)
      shape.frames = frame...frame
      scene.shapes.append(shape)
    }
  }

  // MARK: Arrows

  private func draw(arrow place: Int, in scene: inout Scene) {
    let (arrow, route) = (diagram.arrows[place], placement.routes[place])
    guard let first = route.curve.first, let last = route.curve.last else { return }
    var line = PathData()
    line.move(to: shifted(first))
    for start in stride(from: 1, to: route.curve.count - 2, by: 3) {
      line.curve(
        shifted(route.curve[start]), shifted(route.curve[start + 1]), to: shifted(route.curve[start + 2]))
    }
    let head = route.tip.map { Self.head(from: shifted(last), to: shifted($0)) }
    func add(_ ink: Ink, width: Double, frames: ClosedRange<Int>?) {
      var stroke = Shape.stroked(line, ink, width: width)
      stroke.frames = frames
      scene.shapes.append(stroke)
      guard let head else { return }
      var filling = Shape.filled(head, ink)
      filling.frames = frames
      scene.shapes.append(filling)
    }
    add(.axis, width: 1.25, frames: nil)
    if diagram.hasFrames {
      for (frame, ink) in frames.moments(of: arrow) { add(ink, width: 2.5, frames: frame...frame) }
    }
    guard !arrow.label.isEmpty, let middle = route.label else { return }
    var label = Self.label(arrow.label)
    label.position = shifted(middle)
    label.position.y += label.size * PlacedText.middle
    scene.texts.append(label)
  }

  private static func head(from base: Point, to tip: Point) -> PathData {
    var head = PathData()
    let length = max(base.distance(to: tip), 0.01)
    let (across, down) = ((tip.x - base.x) / length * 3.5, (tip.y - base.y) / length * 3.5)
    head.polygon([tip, Point(base.x - down, base.y + across), Point(base.x + down, base.y - across)])
    return head
  }
}
