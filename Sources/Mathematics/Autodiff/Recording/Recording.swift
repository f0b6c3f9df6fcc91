import Synchronization

/// The operations that a computation went through, in order, with the values that they gave.
///
/// Nodes hold numbers, never recorded tensors, so that a recording is freed with the last tensor that points to it,
/// however long it is.
final class Recording: Sendable {
  /// The recording to which a nested derivative belongs.
  @TaskLocal static var current: Recording?

  private struct State {
    var nodes: [RecordedNode] = []
    var isActive = true
  }
  private let state = Mutex(State())

  /// Whether operations are still added.
  var isActive: Bool { state.withLock(\.isActive) }

  /// All nodes so far.
  var nodes: [RecordedNode] { state.withLock(\.nodes) }

  /// From now on, tensors of this recording count as constants.
  func end() { state.withLock { $0.isActive = false } }

  /// Adds a variable.
  ///
  /// A tensor that this recording knows already becomes a new variable that equals it: derivatives with respect to
  /// the two are different things.
  func variable(_ tensor: Tensor) throws -> Tensor {
    if tensor.origin?.recording === self {
      return append(Identity(resultShape: tensor.shape), operands: [tensor], value: tensor.detached)
    }
    return add(RecordedNode(operation: nil, operands: [], value: tensor.detached))
  }

  /// Adds an operation and what it gave.
  func append(_ operation: some Operation, operands: [Tensor], value: Tensor) -> Tensor {
    let sources = operands.map { operand in
      if let origin = operand.origin, origin.recording === self { return RecordedOperand.node(origin.node) }
      return .constant(operand.detached)
    }
    return add(RecordedNode(operation: operation, operands: sources, value: value.detached))
  }

  private func add(_ node: RecordedNode) -> Tensor {
    let index = state.withLock { state in
      state.nodes.append(node)
      return state.nodes.count - 1
    }
    var tensor = node.value
    tensor.origin = Origin(recording: self, node: index)
    return tensor
  }

  /// The value of an operand, still belonging to this recording.
  func tensor(of operand: RecordedOperand, in nodes: [RecordedNode]) -> Tensor {
    switch operand {
    case .constant(let tensor): return tensor
    case .node(let index): return tensor(at: index, in: nodes)
    }
  }

  /// The value of a node, still belonging to this recording.
  func tensor(at index: Int, in nodes: [RecordedNode]) -> Tensor {
    var tensor = nodes[index].value
    tensor.origin = Origin(recording: self, node: index)
    return tensor
  }
}

/// Which node of which recording a tensor is the value of.
struct Origin: Sendable {
  let recording: Recording
  let node: Int
}

/// A variable or an operation, with the value that it has.
struct RecordedNode: Sendable {
  /// Nil for a variable.
  let operation: (any Operation)?
  let operands: [RecordedOperand]
  let value: Tensor
}

/// What an operation was applied to.
enum RecordedOperand: Sendable {
  case node(Int)
  case constant(Tensor)
}
