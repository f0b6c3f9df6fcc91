import Plotting
import Testing

@Suite struct GraphDiagramTests {
  /// y = 2x, z = 4y at x = 3, side by side.
  private func steps(hasFrames: Bool = true) throws -> (GraphDiagram, DiagramPlacement) {
    let diagram = try GraphDiagram(
      nodes: [
        .init(name: "x", kind: .input, formula: "x", value: "3", derivative: "8", derivation: "4 · 2"),
        .init(
          name: "y", kind: .operation, formula: "y = 2x", value: "6", derivative: "4", derivation: "1 · 4"),
        .init(name: "z", kind: .operation, formula: "z = 4y", value: "24", derivative: "1"),
      ],
      arrows: [.init(from: 0, to: 1, label: "∂y/∂x = 2"), .init(from: 1, to: 2, label: "∂z/∂y = 4")],
      output: 2, hasFrames: hasFrames)
    return (diagram, placement(of: diagram))
  }

  /// Boxes in a row, arrows straight between them.
  private func placement(of diagram: GraphDiagram) -> DiagramPlacement {
    let sizes = diagram.boxSizes
    var centers: [(x: Double, y: Double)] = []
    var x = 0.0
    for size in sizes {
      centers.append((x + size.width / 2, 30))
      x += size.width + 80
    }
    let routes = diagram.arrows.map { arrow in
      let start = (x: centers[arrow.from].x + sizes[arrow.from].width / 2, y: 30.0)
      let end = (x: centers[arrow.to].x - sizes[arrow.to].width / 2, y: 30.0)
      return DiagramPlacement.Route(
        curve: [start, start, (end.x - 10, 30), (end.x - 10, 30)], tip: end,
        label: ((start.x + end.x) / 2, 18))
    }
    return DiagramPlacement(width: x, height: 60, centers: centers, routes: routes)
  }

  @Test func aScreenReaderHearsInputsThenEachOperation() throws {
    let (diagram, _) = try steps()
    #expect(diagram.summary == "Computational graph of z from x")
    #expect(
      diagram.description
        == """
        Computational graph of z from x. Input x is 3; ∂z/∂x = 4 · 2 = 8. \
        y = 2x, from x (derivative ∂y/∂x = 2), is 6; ∂z/∂y = 1 · 4 = 4. \
        z = 4y, from y (derivative ∂z/∂y = 4), is 24; ∂z/∂z = 1.
        """)
  }

  @Test func framesRunForwardsThenBackwards() throws {
    let (diagram, _) = try steps()
    #expect(
      diagram.captions == [
        "Given: x is 3.", "Forwards: y = 2x is 6.", "Forwards: z = 4y is 24.", "Backwards: ∂z/∂z = 1.",
        "Backwards: ∂z/∂y = 1 · 4 = 4.", "Backwards: ∂z/∂x = 4 · 2 = 8.",
        "All values, and all derivatives of z.",
      ])
    #expect(try steps(hasFrames: false).0.captions.isEmpty)
  }

  @Test func theStillPictureShowsEveryValueAndNoHighlight() throws {
    let (diagram, placement) = try steps()
    let svg = try diagram.svg(identifier: "g", placement: placement)
    // Three values and three derivatives appear one after the other, and stay.
    for start in 1...6 { #expect(svg.contains("<g data-frames=\"\(start)-7\" data-still=\"\"")) }
    // Each box is looked at once forwards and once backwards, along two arrows each way, whose heads are filled.
    let highlights = svg.matches(of: /<path data-frames="(\d)-(\d)" display="none"/)
    #expect(highlights.count == 3 * 2 + 2 * 2)
    #expect(highlights.allSatisfy { $0.1 == $0.2 })
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("min-width:"))
  }

  @Test func withoutFramesThePictureStandsStill() throws {
    let (diagram, placement) = try steps(hasFrames: false)
    let svg = try diagram.svg(identifier: "g", placement: placement)
    #expect(!svg.contains("data-frames"))
    #expect(svg.contains(">24<"))
  }

  @Test func wordsFitTheirBoxes() throws {
    let (diagram, placement) = try steps()
    let scene = try diagram.scene(placement)
    for text in scene.texts {
      #expect(
        text.box.x >= 0 && text.box.maxX <= scene.width && text.box.maxY <= scene.height, "\(text.string)")
    }
    let long = String(repeating: "softmax(α) + ", count: 50)
    let wide = try GraphDiagram(
      nodes: [.init(name: "y", kind: .operation, formula: long, value: "1")], arrows: [], output: 0)
    #expect(wide.boxSizes[0].width < 260)
  }

  @Test func valuesAndDerivativesHaveInksOfTheirOwn() throws {
    let (diagram, placement) = try steps()
    let inks = Dictionary(
      try diagram.scene(placement).texts.map { ($0.string, $0.ink) }, uniquingKeysWith: { first, _ in first })
    #expect(inks["6"] == .seriesText(0))
    #expect(inks["8"] == .seriesText(1))
    for ink in [Ink.seriesText(0), .seriesText(1), .muted] {
      #expect(ink.pigment.light.contrast(with: Palette.paper.light) >= 4.5)
      #expect(ink.pigment.dark.contrast(with: Palette.paper.dark) >= 4.5)
    }
  }

  @Test func markupInNamesIsText() throws {
    let diagram = try GraphDiagram(
      nodes: [.init(name: "<b>", kind: .input, formula: "<script>", value: "a & b")], arrows: [], output: 0)
    let svg = try diagram.svg(identifier: "g", placement: placement(of: diagram))
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;"))
  }

  @Test func whatCannotBeDrawnIsAnError() throws {
    let node = GraphDiagram.Node(name: "x", kind: .input, formula: "x", value: "3")
    #expect(throws: ChartError.self) {
      try GraphDiagram(nodes: Array(repeating: node, count: 201), arrows: [], output: 0)
    }
    #expect(throws: ChartError.self) { try GraphDiagram(nodes: [], arrows: [], output: 0) }
    #expect(throws: ChartError.self) {
      try GraphDiagram(nodes: [node], arrows: [.init(from: 0, to: 1)], output: 0)
    }
    let (diagram, placement) = try steps()
    let other = try GraphDiagram(nodes: [node], arrows: [], output: 0)
    #expect(throws: ChartError.self) { try other.svg(identifier: "g", placement: placement) }
    #expect(throws: ChartError.self) { try diagram.svg(identifier: "1 x", placement: placement) }
  }
}
