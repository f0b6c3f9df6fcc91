extension GraphDiagram {
  /// What is shown, in a few words.
  public var summary: String {
    guard !nodes.isEmpty else { return "An empty graph" }
    let inputs = nodes.filter { $0.kind == .input }.map(\.name)
    let from = inputs.isEmpty ? "" : " from \(Words.list(Array(inputs.prefix(8))))"
    return "Computational graph of \(nodes[output].name)\(from)"
  }

  /// The boxes with their values and derivatives, inputs and the output first, for those who cannot see the picture.
  public var description: String {
    let order =
      nodes.indices.filter { nodes[$0].kind == .input } + nodes.indices.filter { nodes[$0].kind == .constant }
      + nodes.indices.filter { nodes[$0].kind == .operation }
    var telling = Telling(noun: "box")
    telling.sentences = [.init("\(summary).", .subject)]
    telling.sentences += order.map { place in
      .init(sentence(place), brief: briefSentence(place), rank(of: place))
    }
    return telling.text()
  }

  private func rank(of place: Int) -> Telling.Rank {
    if place == output { return .first }
    return nodes[place].kind == .input ? .further : .last
  }

  private func briefSentence(_ place: Int) -> String {
    let node = nodes[place]
    let name = nodes.indices.contains(output) ? nodes[output].name : ""
    let derivative = node.derivative.map { "; ∂\(name)/∂\(node.name) = \($0)" } ?? ""
    return "\(node.name) is \(node.value)\(place == output ? "" : derivative)."
  }

  private func sentence(_ place: Int) -> String {
    let node = nodes[place]
    let derivative = node.derivative == nil ? "" : "; \(derivativeWords(of: place))"
    switch node.kind {
    case .input: return "Input \(node.name) is \(node.value)\(derivative)."
    case .constant: return "Constant \(node.name) is \(node.value)\(derivative)."
    case .operation:
      let operands = arrows.filter { $0.to == place }.map { arrow in
        nodes[arrow.from].name + (arrow.label.isEmpty ? "" : " (derivative \(arrow.label))")
      }
      let from = operands.isEmpty ? "" : ", from \(Words.list(operands)),"
      return "\(node.formula)\(from) is \(node.value)\(derivative)."
    }
  }
}
