/// Which operations of a recording the outputs need, in order, and how long each result is needed.
struct Schedule {
  /// The nodes to compute, in order; views and variables are not among them.
  private(set) var steps: [Int] = []
  /// The position in `steps` of the last one that reads a node's result; the outputs' are needed to the end.
  private(set) var lastUse: [Int: Int] = [:]
  /// Tensors that operations read and that never change.
  private(set) var constants: [Tensor] = []

  init(nodes: [RecordedNode], recording: Recording, outputs: [Tensor]) {
    var isNeeded = [Bool](repeating: false, count: nodes.count)
    let roots = outputs.compactMap { recording.operand($0).source(in: nodes).node }
    for root in roots { isNeeded[root] = true }
    for index in nodes.indices.reversed() where isNeeded[index] {
      for operand in nodes[index].operands {
        if let node = operand.source(in: nodes).node { isNeeded[node] = true }
      }
    }
    for index in nodes.indices where isNeeded[index] && nodes[index].operation != nil {
      for operand in nodes[index].operands {
        switch operand.source(in: nodes) {
        case .node(let node): lastUse[node] = steps.count
        case .constant(let tensor): constants.append(tensor)
        }
      }
      steps.append(index)
    }
    for root in roots { lastUse[root] = .max }
  }
}

extension RecordedOperand {
  /// Where the operand's numbers really are: views are followed to what they view.
  func source(in nodes: [RecordedNode]) -> RecordedOperand {
    var operand = self
    while case .node(let index) = operand, let operation = nodes[index].operation, operation.isView {
      operand = nodes[index].operands[0]
    }
    return operand
  }

  /// The node, unless the operand is a constant.
  var node: Int? {
    if case .node(let index) = self { return index }
    return nil
  }
}

extension Recording {
  /// A tensor as an operand of this recording.
  func operand(_ tensor: Tensor) -> RecordedOperand {
    if let origin = tensor.origin, origin.recording === self { return .node(origin.node) }
    return .constant(tensor.detached)
  }
}
