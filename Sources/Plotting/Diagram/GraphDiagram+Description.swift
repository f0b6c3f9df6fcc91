extension GraphDiagram {
  /// What is shown, in a few words.
  public var summary: String {
    guard !nodes.isEmpty else { return "An empty graph" }
    let inputs = nodes.filter { $0.kind == .input }.map(\.name)
    let from = inputs.isEmpty ? "" : " from \(Words.list(Array(inputs.prefix(8))))"
    return "Computational graph of \(nodes[output].name)\(from)"
  }

  /// Every box with its value and its derivative, inputs first, for those who cannot see the picture.
  public var description: String {
    let order =
      nodes.indices.filter { nodes[$0].kind == .input } + nodes.indices.filter { nodes[$0].kind == .constant }
      + nodes.indices.filter { nodes[$0].kind == .operation }
    return (["\(summary)."] + order.map(sentence)).joined(separator: " ")
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
