import CGraphviz

/// One run of dot: a graph is made, arranged, read, and freed.
struct DotLayout {
  private let graph: LayeredGraph

  init(_ graph: LayeredGraph) {
    self.graph = graph
  }

  func arrange() throws(GraphLayoutError) -> GraphArrangement {
    // Its messages would go to the terminal; a layout that fails says so by its result.
    _ = agseterrf { _ in 0 }
    agseterr(AGMAX)
    guard let context = gvContext() else { throw GraphLayoutError("Graphviz cannot start") }
    defer { gvFreeContext(context) }
    guard let root = gradus_open_directed() else { throw GraphLayoutError("Graphviz cannot make a graph") }
    defer { agclose(root) }
    declareAttributes(of: root)
    let nodes = makeNodes(in: root)
    let edges = makeEdges(between: nodes, in: root)
    guard nodes.count == graph.boxes.count, edges.count == graph.arrows.count else {
      throw GraphLayoutError("Graphviz has no room for the graph")
    }
    guard gvLayout(context, root, "dot") == 0 else {
      throw GraphLayoutError("Graphviz found no layout; its plugin dot_layout may be missing")
    }
    defer { gvFreeLayout(context, root) }
    return arrangement(of: root, nodes, edges)
  }

  // MARK: Writing

  private func declareAttributes(of root: UnsafeMutablePointer<Agraph_t>) {
    let whole = [
      ("rankdir", graph.direction.rawValue), ("nodesep", inches(graph.boxGap)),
      ("ranksep", inches(graph.layerGap)), ("splines", "true"),
      // The simplex method stops after so many rounds for each node, so that every graph ends in time.
      ("nslimit", "20"), ("nslimit1", "20"),
    ]
    let each = [("shape", "box"), ("fixedsize", "true"), ("label", ""), ("width", "1"), ("height", "1")]
    for (name, value) in whole { gradus_declare(root, AGRAPH, name, value) }
    for (name, value) in each { gradus_declare(root, AGNODE, name, value) }
    gradus_declare(root, AGEDGE, "label", "")
  }

  private func makeNodes(in root: UnsafeMutablePointer<Agraph_t>) -> [UnsafeMutablePointer<Agnode_t>] {
    graph.boxes.enumerated().compactMap { place, size in
      guard let node = gradus_make_node(root, "\(place)") else { return nil }
      gradus_set(node, "width", inches(size.width))
      gradus_set(node, "height", inches(size.height))
      return node
    }
  }

  private func makeEdges(
    between nodes: [UnsafeMutablePointer<Agnode_t>], in root: UnsafeMutablePointer<Agraph_t>
  ) -> [UnsafeMutablePointer<Agedge_t>] {
    guard nodes.count == graph.boxes.count else { return [] }
    return graph.arrows.enumerated().compactMap { place, arrow in
      // A name of its own keeps arrows between the same boxes apart.
      guard let edge = gradus_make_edge(root, nodes[arrow.from], nodes[arrow.to], "\(place)") else {
        return nil
      }
      if let label = arrow.label { gradus_set_markup(root, edge, "label", room(label)) }
      return edge
    }
  }

  /// Empty room of a size: only a table has one that no font decides.
  private func room(_ size: LayeredGraph.Size) -> String {
    let (width, height) = (Int(size.width.rounded(.up)), Int(size.height.rounded(.up)))
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" "
      + "WIDTH=\"\(max(1, width))\" HEIGHT=\"\(max(1, height))\"><TR><TD></TD></TR></TABLE>"
  }

  /// A length as Graphviz takes it; it counts 72 points to the inch.
  private func inches(_ points: Double) -> String { "\(max(points, 1) / 72)" }

  // MARK: Reading

  private func arrangement(
    of root: UnsafeMutablePointer<Agraph_t>, _ nodes: [UnsafeMutablePointer<Agnode_t>],
    _ edges: [UnsafeMutablePointer<Agedge_t>]
  ) -> GraphArrangement {
    let bounds = gradus_bounds(root)
    let place = { (point: pointf) in
      // Its upwards axis starts at the bottom.
      LayoutPoint(x: rounded(point.x - bounds.LL.x), y: rounded(bounds.UR.y - point.y))
    }
    let routes = edges.map { edge in
      let bezier = gradus_route(edge).flatMap { $0.pointee.size > 0 ? $0.pointee.list?.pointee : nil }
      let tip = bezier.flatMap { $0.eflag != 0 ? place($0.ep) : nil }
      return GraphArrangement.Route(
        curve: bezier.map(curve)?.map(place) ?? [], tip: tip,
        label: gradus_label(edge).map { place($0.pointee.pos) })
    }
    return GraphArrangement(
      size: .init(
        width: rounded(bounds.UR.x - bounds.LL.x), height: rounded(bounds.UR.y - bounds.LL.y)),
      centers: nodes.map { place(gradus_center($0)) }, routes: routes)
  }

  private func curve(of bezier: bezier) -> [pointf] {
    bezier.list.map { Array(UnsafeBufferPointer(start: $0, count: Int(bezier.size))) } ?? []
  }
}

/// Tenths of a pixel are finer than any screen shows.
private func rounded(_ length: Double) -> Double { (length * 10).rounded() / 10 }
