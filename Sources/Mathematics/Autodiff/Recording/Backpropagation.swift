extension Recording {
  /// The derivatives of a single number with respect to variables, from the last operation to the first.
  ///
  /// Rumelhart, Hinton and Williams 1986; the general form is reverse accumulation (Griewank and Walther 2008,
  /// "Evaluating Derivatives", chapter 3).
  /// - Parameter isRecorded: Whether the derivatives are part of the recording, to be differentiated again.
  func gradient(of value: Tensor, at variables: [Tensor], isRecorded: Bool) throws -> [Tensor] {
    guard value.count == 1 else {
      throw ShapeError("gradient", value.shape, "only a single number has a gradient")
    }
    let targets = variables.map { $0.origin?.node ?? 0 }
    guard let origin = value.origin, origin.recording === self else {
      return variables.map { Tensor.zeros($0.shape) }
    }
    let sweep = BackwardSweep(recording: self, from: origin.node, to: targets, isRecorded: isRecorded)
    let cotangents = try sweep.run(seed: Tensor.ones(value.shape))
    return zip(targets, variables).map { target, variable in
      // A variable added after the value cannot have entered it.
      (target < cotangents.count ? cotangents[target] : nil) ?? Tensor.zeros(variable.shape)
    }
  }

  /// The derivatives of a single number with respect to every node on the way to it; nil for those that are not.
  func derivatives(of value: Tensor, at variables: [Tensor]) throws -> [Tensor?] {
    guard value.count == 1 else {
      throw ShapeError("gradient", value.shape, "only a single number has a gradient")
    }
    guard let origin = value.origin, origin.recording === self else { return [] }
    let targets = variables.compactMap { $0.origin?.node }
    var sweep = BackwardSweep(recording: self, from: origin.node, to: targets, isRecorded: false)
    sweep.keepsAll = true
    return try sweep.run(seed: Tensor.ones(value.shape))
  }
}

private struct BackwardSweep {
  let recording: Recording
  let nodes: [RecordedNode]
  let last: Int
  let targets: Set<Int>
  let isRecorded: Bool
  /// Whether derivatives of nodes between are kept.
  var keepsAll = false

  init(recording: Recording, from last: Int, to targets: [Int], isRecorded: Bool) {
    self.recording = recording
    self.nodes = recording.nodes
    self.last = last
    self.targets = Set(targets)
    self.isRecorded = isRecorded
  }

  func run(seed: Tensor) throws -> [Tensor?] {
    let depends = dependence()
    var cotangents = [Tensor?](repeating: nil, count: last + 1)
    cotangents[last] = seed
    for index in stride(from: last, through: 0, by: -1) where depends[index] && !targets.contains(index) {
      guard let cotangent = cotangents[index], let operation = nodes[index].operation else { continue }
      // Nothing below needs it any more.
      if !keepsAll { cotangents[index] = nil }
      let operands = nodes[index].operands.map(value)
      let result = value(.node(index))
      for (position, operand) in nodes[index].operands.enumerated() {
        guard case .node(let source) = operand, depends[source] else { continue }
        guard
          let part = try operation.pullback(cotangent, to: position, of: operands, result: result)
        else { continue }
        cotangents[source] = try cotangents[source].map { try $0 + part } ?? part
      }
    }
    return cotangents
  }

  /// Which nodes depend on a variable that is asked for.
  private func dependence() -> [Bool] {
    var depends = [Bool](repeating: false, count: last + 1)
    for index in 0...last {
      depends[index] =
        targets.contains(index)
        || nodes[index].operands.contains { operand in
          if case .node(let source) = operand { return depends[source] }
          return false
        }
    }
    return depends
  }

  private func value(_ operand: RecordedOperand) -> Tensor {
    let tensor = recording.tensor(of: operand, in: nodes)
    return isRecorded ? tensor : tensor.detached
  }
}
