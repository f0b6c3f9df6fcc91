/// The steps through a diagram: what is given, each operation forwards, then each derivative backwards.
struct GraphFrames {
  private let diagram: GraphDiagram
  /// The frame, from 1, in which each value appears.
  private let forward: [Int]
  /// The frame in which each derivative appears; nil where there is none.
  private let backward: [Int?]
  /// So many values are named at the start.
  private static let mostGivenNames = 6
  /// How many frames there are.
  let count: Int

  init(_ diagram: GraphDiagram) {
    self.diagram = diagram
    let hasGiven = diagram.nodes.contains { $0.kind != .operation }
    var frame = hasGiven ? 1 : 0
    forward = diagram.nodes.map { node in
      if node.kind == .operation { frame += 1 }
      return node.kind == .operation ? frame : 1
    }
    var backward: [Int?] = Array(repeating: nil, count: diagram.nodes.count)
    for place in diagram.nodes.indices.reversed() where diagram.nodes[place].derivative != nil {
      frame += 1
      backward[place] = frame
    }
    self.backward = backward
    // The last frame looks at no box: it is the picture as it stands where nothing moves.
    count = frame + 1
  }

  /// The frames in which words in a box can be read: values and derivatives once they are known.
  func span(of ink: Ink, _ place: Int) -> ClosedRange<Int>? {
    switch ink {
    case .seriesText(0): forward[place]...count
    case .seriesText(1): backward[place].map { $0...count }
    default: nil
    }
  }

  /// A frame in which a box is looked at, with the arrows that it is computed along.
  struct Moment {
    var frame: Int
    var ink: Ink
    var arrows: [Int]
  }

  /// When a box is looked at: once for its value, along the arrows that enter it, and once for its derivative, along
  /// those that leave it.
  func moments(of place: Int) -> [Moment] {
    let arrows = diagram.arrows
    let entering = arrows.indices.filter { arrows[$0].to == place }
    var moments = [Moment(frame: forward[place], ink: .series(0), arrows: entering)]
    if let frame = backward[place] {
      let leaving = arrows.indices.filter { arrows[$0].from == place && backward[arrows[$0].to] != nil }
      moments.append(Moment(frame: frame, ink: .series(1), arrows: leaving))
    }
    return moments
  }

  /// What happens in each frame.
  var captions: [String] {
    var captions = Array(repeating: "", count: count)
    let given = diagram.nodes.filter { $0.kind != .operation }.map { "\($0.name) is \($0.value)" }
    if !given.isEmpty {
      let rest = given.count - Self.mostGivenNames
      let more = rest > 0 ? ["\(rest) more"] : []
      captions[0] = "Given: \(Words.list(given.prefix(Self.mostGivenNames) + more))."
    }
    for (place, node) in diagram.nodes.enumerated() {
      if node.kind == .operation {
        captions[forward[place] - 1] = "Forwards: \(node.formula) is \(node.value)."
      }
      if let frame = backward[place] {
        captions[frame - 1] = "Backwards: \(diagram.derivativeWords(of: place))."
      }
    }
    captions[count - 1] =
      backward.allSatisfy { $0 == nil }
      ? "All values." : "All values, and all derivatives of \(diagram.nodes[diagram.output].name)."
    return captions
  }
}

extension GraphDiagram {
  /// What happens at each step through the picture; none where it has no frames.
  public var captions: [String] { hasFrames ? GraphFrames(self).captions : [] }

  /// The derivative by a box in words, with how it came about.
  func derivativeWords(of place: Int) -> String {
    let node = nodes[place]
    let symbol = "∂\(nodes[output].name)/∂\(node.name)"
    let derivation = node.derivation.map { " = \($0)" } ?? ""
    return "\(symbol)\(derivation) = \(node.derivative ?? "0")"
  }
}
