import Mathematics

/// Why an expression cannot be compiled; the evaluator then does its work row by row.
struct NotCompilable: Error {}

/// A formula as a graph of operations on rows: each distinct operation is there once, and what depends on no
/// coefficient is computed while the graph is made.
struct RowGraph {
  /// A place in the graph.
  typealias Node = Int

  /// What a node is.
  enum Content {
    /// The same number in every row.
    case number(Double)
    /// Numbers known before any coefficient is, one a row.
    case column(Int)
    /// A coefficient, counted from 0.
    case coefficient(Int)
    case result(RowOperation, [Node])
    /// A node's value with derivatives of its own: the chain rule over these operands and slopes.
    case differentiated(Node, [Partial])
  }

  /// The derivative of a node by one of its operands.
  struct Partial: Hashable {
    var operand: Node
    /// The slope; nil for 1.
    var slope: Node?
    /// Whether the slope can be infinite where the operand rests, which leaves the result at rest.
    var isGuarded = false
  }

  let rows: Int
  private(set) var contents: [Content] = []
  private(set) var columns: [[Double]] = []
  private var known: [Key: Node] = [:]

  private enum Key: Hashable {
    case number(UInt64)
    case coefficient(Int)
    case result(RowOperation, [Node])
    case differentiated(Node, [Partial])
  }

  /// Operations of one formula with its derivatives; beyond it the evaluator takes less memory.
  static let mostNodes = 20_000
  /// Numbers in the columns that are computed beforehand.
  static let mostNumbers = 20_000_000

  init(rows: Int) {
    self.rows = rows
  }

  mutating func number(_ value: Double) throws(NotCompilable) -> Node {
    guard !value.isInfinite else { throw NotCompilable() }
    return try node(for: .number(value.bitPattern), .number(value))
  }

  mutating func coefficient(_ index: Int) throws(NotCompilable) -> Node {
    try node(for: .coefficient(index), .coefficient(index))
  }

  mutating func column(_ values: [Double]) throws(NotCompilable) -> Node {
    guard (columns.count + 1) * max(rows, 1) <= Self.mostNumbers else { throw NotCompilable() }
    columns.append(values)
    return try append(.column(columns.count - 1))
  }

  mutating func differentiated(_ value: Node, _ partials: [Partial]) throws(NotCompilable) -> Node {
    if isConstant(value) { return value }
    return try node(for: .differentiated(value, partials), .differentiated(value, partials))
  }

  /// The node of an operation: an earlier one of the same operands, or a new one, computed now if it can be.
  mutating func apply(_ operation: RowOperation, _ operands: [Node]) throws(NotCompilable) -> Node {
    let key = Key.result(operation, operation.isCommutative ? operands.sorted() : operands)
    if let found = known[key] { return found }
    let node: Node
    if operands.allSatisfy(isConstant) {
      node = try folded(operation, operands)
    } else {
      node = try append(.result(operation, operands))
    }
    known[key] = node
    return node
  }

  /// Whether a node depends on no coefficient.
  func isConstant(_ node: Node) -> Bool {
    switch contents[node] {
    case .number, .column: true
    case .coefficient, .result: false
    case .differentiated(let value, _): isConstant(value)
    }
  }

  /// The number of a node that is the same everywhere.
  func constant(_ node: Node) -> Double? {
    if case .number(let number) = contents[node] { number } else { nil }
  }

  private mutating func node(for key: Key, _ content: Content) throws(NotCompilable) -> Node {
    if let found = known[key] { return found }
    let node = try append(content)
    known[key] = node
    return node
  }

  private mutating func append(_ content: Content) throws(NotCompilable) -> Node {
    guard contents.count < Self.mostNodes else { throw NotCompilable() }
    contents.append(content)
    return contents.count - 1
  }

  private mutating func folded(_ operation: RowOperation, _ operands: [Node]) throws(NotCompilable) -> Node {
    let isSingle = operands.allSatisfy { constant($0) != nil }
    let count = isSingle ? 1 : rows
    let inputs = operands.map { node -> [Double] in
      switch contents[node] {
      case .number(let number): [number]
      case .column(let index): columns[index]
      default: []
      }
    }
    let result = operation.values(of: inputs, count: count).map { $0.isFinite ? $0 : .nan }
    return isSingle ? try number(result[0]) : try column(result)
  }
}

extension RowOperation {
  /// Whether the order of the operands does not matter.
  fileprivate var isCommutative: Bool { self == .join(.add) || self == .join(.multiply) }

  /// The results for operands in arrays, each of one number or of as many as wanted.
  fileprivate func values(of inputs: [[Double]], count: Int) -> [Double] {
    guard let first = inputs.first else { return [] }
    func input(_ index: Int) -> [Double] { index < inputs.count ? inputs[index] : first }
    return [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let result = buffer.baseAddress else { return }
      withOperands(input(0), input(1), input(2), input(3), count: count) {
        run($0, into: result, count: count)
      }
      initialized = count
    }
  }

  private func withOperands(
    _ x: [Double], _ y: [Double], _ z: [Double], _ w: [Double], count: Int, _ body: (RowOperands) -> Void
  ) {
    func operand(_ buffer: UnsafeBufferPointer<Double>) -> LoopOperand? {
      buffer.baseAddress.map { LoopOperand($0, isSingle: buffer.count == 1) }
    }
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        z.withUnsafeBufferPointer { z in
          w.withUnsafeBufferPointer { w in
            guard let x = operand(x), let y = operand(y), let z = operand(z), let w = operand(w) else {
              return
            }
            body(RowOperands(first: x, second: y, third: z, fourth: w))
          }
        }
      }
    }
  }
}
