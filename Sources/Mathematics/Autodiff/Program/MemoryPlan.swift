/// Where every number of a recorded computation lives while it is run again.
struct MemoryPlan {
  /// The operations in order, each with its places.
  let instructions: [Instruction]
  let inputs: [UnsafeMutablePointer<Double>]
  let outputs: [UnsafePointer<Double>]
  /// Intermediate results and outputs.
  let workspace: TensorStorage

  // What the pointers point into.
  private let inputStorage: [TensorStorage]
  private let constants: [Tensor]
  private let operandTable: OperandTable

  struct Instruction {
    let operation: any Operation
    let operands: Operands
    let result: UnsafeMutablePointer<Double>
  }

  init(recording: Recording, inputs: [Tensor], outputs: [Tensor]) {
    let nodes = recording.nodes
    let schedule = Schedule(nodes: nodes, recording: recording, outputs: outputs)
    let layout = WorkspaceLayout(schedule: schedule, nodes: nodes)
    workspace = TensorStorage(count: layout.count)
    inputStorage = inputs.map { $0.ownStorage() }
    var variables: [Int: UnsafeMutablePointer<Double>] = [:]
    for (input, storage) in zip(inputs, inputStorage) {
      if let node = input.origin?.node { variables[node] = storage.numbers }
    }
    let places = Places(
      nodes: nodes, variables: variables, offsets: layout.offsets, workspace: workspace.numbers)
    self.inputs = inputStorage.map(\.numbers)
    self.outputs = outputs.map { places.place(of: recording.operand($0)) }
    constants = schedule.constants + outputs.map(\.detached)

    let steps = schedule.steps
    operandTable = OperandTable(steps.map { nodes[$0].operands.map(places.place) })
    let table = operandTable
    instructions = steps.indices.compactMap { step in
      let node = nodes[steps[step]]
      guard let operation = node.operation, let offset = layout.offsets[steps[step]] else { return nil }
      return Instruction(
        operation: operation, operands: table.operands(of: step), result: places.workspace + offset)
    }
  }
}

extension Tensor {
  fileprivate func ownStorage() -> TensorStorage {
    let copy = TensorStorage(count: count)
    copy.numbers.update(from: storage.numbers + offset, count: count)
    return copy
  }
}

/// Resolves operands to addresses.
private struct Places {
  let nodes: [RecordedNode]
  let variables: [Int: UnsafeMutablePointer<Double>]
  let offsets: [Int: Int]
  let workspace: UnsafeMutablePointer<Double>

  func place(of operand: RecordedOperand) -> UnsafePointer<Double> {
    switch operand.source(in: nodes) {
    case .constant(let tensor): return UnsafePointer(tensor.storage.numbers + tensor.offset)
    case .node(let index):
      if let variable = variables[index] { return UnsafePointer(variable) }
      if let offset = offsets[index] { return UnsafePointer(workspace + offset) }
      // A variable of an enclosing recording: it keeps the value that it had.
      let value = nodes[index].value
      return UnsafePointer(value.storage.numbers + value.offset)
    }
  }
}

/// The operands' addresses of all instructions, one after the other.
private final class OperandTable {
  private let addresses: UnsafeMutablePointer<UnsafePointer<Double>>
  private let starts: [Int]

  init(_ rows: [[UnsafePointer<Double>]]) {
    var starts: [Int] = []
    var count = 0
    for row in rows {
      starts.append(count)
      count += row.count
    }
    self.starts = starts
    addresses = .allocate(capacity: max(count, 1))
    for (row, start) in zip(rows, starts) {
      for (index, address) in row.enumerated() { (addresses + start + index).initialize(to: address) }
    }
  }

  deinit { addresses.deallocate() }

  func operands(of row: Int) -> Operands {
    Operands(pointers: UnsafePointer(addresses + starts[row]))
  }
}
