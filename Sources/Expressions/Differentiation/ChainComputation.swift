import Mathematics

/// One evaluation of a chain: first the values, then for each name a pass of dual numbers through what depends on it.
struct ChainComputation {
  let blocks: [Definition]
  let scope: any Scope
  /// The names that have values so far, in order.
  var names: [(name: String, value: Value)] = []

  mutating func evaluateBlocks() throws(ChainError) {
    for (index, block) in blocks.enumerated() {
      guard !names.contains(where: { $0.name == block.name }) else {
        let error = ExpressionError(block.nameRange, "\(block.name) is defined already")
        throw ChainError(block: index, error: error)
      }
      var evaluator = Evaluator<Double>(scope: scope)
      for (name, value) in names { evaluator.seeds[name] = Quantity(value) }
      do {
        names.append((block.name, try evaluator.evaluate(block.expression).unlabelledValue))
      } catch {
        throw ChainError(block: index, error: error)
      }
    }
  }

  func derivatives(inputs: Int) throws(ChainError) -> [String: [String: Value]] {
    var result: [String: [String: Value]] = [:]
    var numbers = 0
    for variable in names.indices {
      guard let size = Quantity<Double>(names[variable].value).movableCount else { continue }
      let later = max(variable + 1 - inputs, 0)..<blocks.count
      guard !later.isEmpty else { continue }
      for block in later {
        numbers += size * (Quantity<Double>(names[block + inputs].value).movableCount ?? 0)
      }
      guard numbers <= Chain.derivativeLimit else {
        let error = ExpressionError(
          blocks[later.lowerBound].expression.extent,
          "the derivatives of this chain have more than \(Chain.derivativeLimit) entries")
        throw ChainError(block: later.lowerBound, error: error)
      }
      for (name, derivative) in try derivatives(by: variable, size: size, blocks: later, inputs: inputs) {
        result[name, default: [:]][names[variable].name] = derivative
      }
    }
    return result
  }

  /// The derivatives of all later blocks by one name.
  private func derivatives(
    by variable: Int, size: Int, blocks later: Range<Int>, inputs: Int
  ) throws(ChainError) -> [(String, Value)] {
    let moving = dependents(of: names[variable].name, in: later)
    var columns: [[Quantity<Double>]] = Array(repeating: [], count: later.count)
    for index in 0..<size {
      let tangents = try pass(variable, seededAt: index, later, moving: moving, inputs: inputs)
      for (block, tangent) in tangents.enumerated() { columns[block].append(tangent) }
    }
    let isNumber = if case .number = names[variable].value { true } else { false }
    var result: [(String, Value)] = []
    for (offset, block) in later.enumerated() {
      guard Quantity<Double>(names[block + inputs].value).movableCount != nil else { continue }
      let joined = isNumber ? columns[offset].first : Evaluator<Double>.jacobian(columns[offset])
      if let joined { result.append((blocks[block].name, joined.value)) }
    }
    return result
  }

  /// The blocks that a name reaches; the others stay out of its passes, and their derivatives are 0.
  private func dependents(of name: String, in later: Range<Int>) -> Set<Int> {
    var moving: Set<String> = [name]
    var result: Set<Int> = []
    for block in later {
      let known = Set(names.map(\.name))
      let uses = blocks[block].expression.names(where: known.contains)
      if uses.contains(where: { moving.contains($0.name) }) {
        moving.insert(blocks[block].name)
        result.insert(block)
      }
    }
    return result
  }

  /// The changes of all later blocks while one entry of a name moves.
  private func pass(
    _ variable: Int, seededAt index: Int, _ later: Range<Int>, moving: Set<Int>, inputs: Int
  ) throws(ChainError) -> [Quantity<Double>] {
    var evaluator = Evaluator<Dual<Double>>(scope: scope)
    for (name, value) in names { evaluator.seeds[name] = Quantity(value) }
    let (name, value) = names[variable]
    evaluator.seeds[name] = Quantity<Double>(value).unlabelled.seeded(at: index)
    var tangents: [Quantity<Double>] = []
    for block in later {
      let name = blocks[block].name
      if moving.contains(block) {
        do {
          evaluator.seeds[name] = try evaluator.evaluate(blocks[block].expression).unlabelled
        } catch {
          throw ChainError(block: block, error: error)
        }
      }
      tangents.append(evaluator.seeds[name]?.movement ?? .boolean(false))
    }
    return tangents
  }
}

extension Quantity {
  /// The value; a record of numbers as the vector that it is.
  fileprivate var unlabelledValue: Value { unlabelled.value }

  /// How many numbers can move; nil for anything but a number or a vector.
  fileprivate var movableCount: Int? {
    switch unlabelled {
    case .number: 1
    case .vector(let entries): entries.count
    default: nil
    }
  }
}

extension Quantity where S == Dual<Double> {
  /// The derivatives in the value's own shape.
  fileprivate var movement: Quantity<Double> {
    switch self {
    case .number(let number): .number(number.tangent)
    case .vector(let entries): .vector(entries.map(\.tangent))
    default: .boolean(false)
    }
  }
}
