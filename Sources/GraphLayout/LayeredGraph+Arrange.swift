import CGraphviz
import Synchronization

/// Graphviz keeps its state in globals: one layout at a time.
private let turn = Mutex<Void>(())

extension LayeredGraph {
  /// The arrangement that Graphviz's dot finds, the same for the same graph on every machine.
  ///
  /// All sizes are given, so that no font of the machine takes part.
  public func arranged() throws(GraphLayoutError) -> GraphArrangement {
    try check()
    guard !boxes.isEmpty else {
      return GraphArrangement(size: Size(width: 0, height: 0), centers: [], routes: [])
    }
    let result = turn.withLock { _ in Result { () throws(GraphLayoutError) in try DotLayout(self).arrange() }
    }
    return try result.get()
  }

  private func check() throws(GraphLayoutError) {
    guard boxes.count <= Self.mostBoxes else {
      throw GraphLayoutError("\(boxes.count) boxes are more than \(Self.mostBoxes), the limit")
    }
    guard arrows.count <= Self.mostArrows else {
      throw GraphLayoutError("\(arrows.count) arrows are more than \(Self.mostArrows), the limit")
    }
    let sizes = boxes + arrows.compactMap(\.label)
    for length in sizes.flatMap({ [$0.width, $0.height] }) + [boxGap, layerGap] {
      guard length >= 0, length <= Self.longest else {
        throw GraphLayoutError("a length of \(length) is not between 0 and \(Self.longest)")
      }
    }
    for arrow in arrows where !boxes.indices.contains(arrow.from) || !boxes.indices.contains(arrow.to) {
      throw GraphLayoutError("an arrow from \(arrow.from) to \(arrow.to) leads to no box")
    }
  }
}
