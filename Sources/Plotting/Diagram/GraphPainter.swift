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
    if diagram.hasFrames {
      for place in diagram.nodes.indices { highlight(node: place, in: &scene) }
    }
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
    var shape = Shape(path: PathData(), fill: .paper, stroke: .axis)
    outline(place, in: &shape.path)
    if node.kind == .constant { shape.dash = [3, 3] }
    if place == diagram.output {
      shape.stroke = .ink
      shape.width = 1.5
    }
    scene.shapes.append(shape)
    for line in box.placed(in: frame) {
      for text in [line.left, line.right].compactMap({ $0 }) {
        var text = text
        if diagram.hasFrames { text.frames = frames.span(of: text.ink, place) }
        scene.texts.append(text)
      }
    }
  }

  private func outline(_ place: Int, in path: inout PathData) {
    let node = diagram.nodes[place]
    let frame = GraphBox(node).frame(around: shifted(placement.centers[place]))
    path.roundedRectangle(frame, radius: node.kind == .operation ? 4 : 13)
  }

  /// Draws a box again, with the arrows that it is computed along, in the frames that look at it.
  private func highlight(node place: Int, in scene: inout Scene) {
    for moment in frames.moments(of: place) {
      var strokes = Shape.stroked(PathData(), moment.ink, width: 2.5)
      var heads = Shape.filled(PathData(), moment.ink)
      outline(place, in: &strokes.path)
      for arrow in moment.arrows {
        trace(placement.routes[arrow], in: &strokes.path)
        traceHead(of: placement.routes[arrow], in: &heads.path)
      }
      for var shape in [strokes, heads] {
        shape.frames = moment.frame...moment.frame
        scene.shapes.append(shape)
      }
    }
  }

  // MARK: Arrows

  private func draw(arrow place: Int, in scene: inout Scene) {
    let (arrow, route) = (diagram.arrows[place], placement.routes[place])
    var (line, head) = (PathData(), PathData())
    trace(route, in: &line)
    traceHead(of: route, in: &head)
    scene.shapes += [.stroked(line, .axis, width: 1.25), .filled(head, .axis)]
    guard !arrow.label.isEmpty, let middle = route.label else { return }
    var label = Self.label(arrow.label)
    label.position = shifted(middle)
    label.position.y += label.size * PlacedText.middle
    scene.texts.append(label)
  }

  private func trace(_ route: DiagramPlacement.Route, in path: inout PathData) {
    guard let first = route.curve.first else { return }
    path.move(to: shifted(first))
    for start in stride(from: 1, to: route.curve.count - 2, by: 3) {
      path.curve(
        shifted(route.curve[start]), shifted(route.curve[start + 1]), to: shifted(route.curve[start + 2]))
    }
  }

  private func traceHead(of route: DiagramPlacement.Route, in path: inout PathData) {
    guard let last = route.curve.last, let end = route.tip else { return }
    let (base, tip) = (shifted(last), shifted(end))
    let length = max(base.distance(to: tip), 0.01)
    let (across, down) = ((tip.x - base.x) / length * 3.5, (tip.y - base.y) / length * 3.5)
    path.polygon([tip, Point(base.x - down, base.y + across), Point(base.x + down, base.y - across)])
  }
}
