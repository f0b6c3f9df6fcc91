extension RowProgram {
  /// Puts the operations that a value and its derivatives need in order and gives each result its place.
  init(_ graph: RowGraph, coefficients: Int, value: RowGraph.Node, derivatives: [RowGraph.Node?]) {
    var schedule = Schedule(graph: graph, coefficients: coefficients)
    let valueNode = graph.standIn(for: value)
    let derivativeNodes = derivatives.map { $0.map(graph.standIn) }
    let valueNodes = graph.operations(behind: [valueNode])
    let rest = graph.operations(behind: derivativeNodes.compactMap(\.self)).subtracting(valueNodes)
    schedule.keep([valueNode] + derivativeNodes.compactMap(\.self))
    schedule.countUses(of: valueNodes.sorted() + rest.sorted())
    let values = valueNodes.sorted().map { schedule.instruction(for: $0, isValue: true) }
    let others = rest.sorted().map { schedule.instruction(for: $0, isValue: false) }
    rows = graph.rows
    self.coefficients = coefficients
    singles = Part(values: values.filter(\.isSingle), derivatives: others.filter(\.isSingle))
    blocks = Part(
      values: values.filter { !$0.isSingle }, derivatives: others.filter { !$0.isSingle })
    self.value = schedule.place(of: valueNode)
    self.derivatives = derivativeNodes.map { $0.map { schedule.place(of: $0) } }
    initialSingles = schedule.singles
    columns = schedule.columns
    registers = schedule.registers
    isLinear = derivativeNodes.allSatisfy { $0.map(graph.isConstant) ?? true }
  }
}

extension RowProgram.Instruction {
  fileprivate var isSingle: Bool {
    if case .single = result { true } else { false }
  }
}

extension RowGraph {
  /// The node whose value a node has.
  fileprivate func standIn(for node: Node) -> Node {
    var node = node
    while case .differentiated(let value, _) = contents[node] { node = value }
    return node
  }

  /// The operands of an operation, each as the node that has its value; none for anything else.
  fileprivate func operands(of node: Node) -> [Node] {
    if case .result(_, let operands) = contents[node] { operands.map(standIn) } else { [] }
  }

  /// The operations that must run before the values of some nodes are known.
  fileprivate func operations(behind nodes: [Node]) -> Set<Node> {
    var reached = Set(nodes)
    var pending = nodes
    while let node = pending.popLast() {
      for operand in operands(of: node) where reached.insert(operand).inserted { pending.append(operand) }
    }
    return reached.filter { if case .result = contents[$0] { true } else { false } }
  }
}

/// Gives nodes their places; a register is free again behind the last instruction that reads it.
private struct Schedule {
  let graph: RowGraph
  private(set) var singles: [Double]
  private(set) var columns: [Double] = []
  private(set) var registers = 0
  private var places: [RowGraph.Node: RowProgram.Place] = [:]
  private var variesByRow: [RowGraph.Node: Bool] = [:]
  private var remainingUses: [RowGraph.Node: Int] = [:]
  private var isOverflowHidden: Set<RowGraph.Node> = []
  private var freeRegisters: [Int] = []

  init(graph: RowGraph, coefficients: Int) {
    self.graph = graph
    singles = Array(repeating: 0, count: coefficients)
  }

  /// Sees to it that results are still there at the end.
  mutating func keep(_ nodes: [RowGraph.Node]) {
    for node in nodes { remainingUses[node, default: 0] += 1 }
  }

  mutating func countUses(of nodes: [RowGraph.Node]) {
    for node in nodes {
      guard case .result(let operation, _) = graph.contents[node] else { continue }
      for operand in Set(graph.operands(of: node)) {
        remainingUses[operand, default: 0] += 1
        if operation.hidesOverflow { isOverflowHidden.insert(operand) }
      }
      variesByRow[node] = graph.operands(of: node).contains(where: varies)
    }
  }

  private func varies(_ node: RowGraph.Node) -> Bool {
    if case .column = graph.contents[node] { true } else { variesByRow[node] ?? false }
  }

  mutating func place(of node: RowGraph.Node) -> RowProgram.Place {
    if let place = places[node] { return place }
    let place: RowProgram.Place
    switch graph.contents[node] {
    case .coefficient(let index): place = .single(index)
    case .number(let number):
      place = .single(singles.count)
      singles.append(number)
    case .column(let index):
      place = .column(columns.count)
      columns += graph.columns[index]
    case .result, .differentiated: place = newResult(for: node)
    }
    places[node] = place
    return place
  }

  private mutating func newResult(for node: RowGraph.Node) -> RowProgram.Place {
    guard varies(node) else {
      singles.append(0)
      return .single(singles.count - 1)
    }
    if let register = freeRegisters.popLast() { return .register(register) }
    registers += 1
    return .register(registers - 1)
  }

  mutating func instruction(for node: RowGraph.Node, isValue: Bool) -> RowProgram.Instruction {
    let nodes = graph.operands(of: node)
    let operands = nodes.map { place(of: $0) }
    for operand in Set(nodes).sorted() {
      let uses = (remainingUses[operand] ?? 0) - 1
      remainingUses[operand] = uses
      // Instructions read an index before they write it, so that a result may take an operand's place.
      if uses == 0, case .register(let register)? = places[operand] { freeRegisters.append(register) }
    }
    guard case .result(let operation, _) = graph.contents[node], let first = operands.first else {
      preconditionFailure("only operations are scheduled, and each has an operand")
    }
    func operand(_ index: Int) -> RowProgram.Place { index < operands.count ? operands[index] : first }
    return RowProgram.Instruction(
      operation: operation, operands: (first, operand(1), operand(2), operand(3)), result: place(of: node),
      marksOverflow: isValue && isOverflowHidden.contains(node))
  }
}
