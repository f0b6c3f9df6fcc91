/// The formulas of one computation, each stored once, so that what they share is computed once.
///
/// It counts its work and gives up past a limit, the same on every machine; it belongs to one computation only.
final class Algebra {
  private(set) var nodes: [Node] = []
  private var ids: [Node: NodeID] = [:]
  /// Steps taken so far.
  private(set) var work = 0
  /// Steps allowed.
  let workLimit: Int
  /// Bounds of symbols that assumptions give.
  var bounds: [NodeID: Bounds] = [:]
  /// Formulas that assumptions say are not 0.
  var nonzero: Set<NodeID> = []
  /// What was found about nodes before.
  var knownBounds: [NodeID: Bounds] = [:]
  var canonicalForms: [NodeID: NodeID] = [:]

  init(workLimit: Int = 400_000) {
    self.workLimit = workLimit
  }

  subscript(id: NodeID) -> Node { nodes[id] }

  /// Stores a node as it is.
  func node(_ node: Node) -> NodeID {
    if let id = ids[node] { return id }
    nodes.append(node)
    ids[node] = nodes.count - 1
    return nodes.count - 1
  }

  /// Counts steps.
  func spend(_ steps: Int = 1) throws(AlgebraLimit) {
    work += steps
    guard work <= workLimit, nodes.count <= workLimit else { throw .size }
  }

  func number(_ integer: Int) -> NodeID { node(.number(Rational(integer))) }
  func number(_ rational: Rational) -> NodeID { node(.number(rational)) }
  var zero: NodeID { number(0) }
  var one: NodeID { number(1) }
  var minusOne: NodeID { number(-1) }
  var half: NodeID { (try? number(Rational(1, over: 2))) ?? one }
  var euler: NodeID { node(.constant(.euler)) }

  /// The number that a node is.
  func rational(_ id: NodeID) -> Rational? {
    if case .number(let number) = nodes[id] { number } else { nil }
  }

  /// Whether a symbol occurs in a formula; a set of symbols is asked at once.
  func depends(_ id: NodeID, on symbols: Set<NodeID>) -> Bool {
    var seen: Set<NodeID> = []
    var waiting = [id]
    while let next = waiting.popLast() {
      if symbols.contains(next) { return true }
      if seen.insert(next).inserted { waiting += nodes[next].children }
    }
    return false
  }

  /// The symbols of formulas, in the order of their names and entries.
  func symbols(of roots: [NodeID]) -> [(id: NodeID, symbol: Symbol)] {
    var found: [(id: NodeID, symbol: Symbol)] = []
    for id in reachable(from: roots) {
      if case .symbol(let symbol) = nodes[id] { found.append((id, symbol)) }
    }
    return found.sorted {
      ($0.symbol.name, $0.symbol.entry ?? 0) < ($1.symbol.name, $1.symbol.entry ?? 0)
    }
  }

  /// How many levels of parts within each other a formula has.
  func depth(of root: NodeID) -> Int {
    var depths: [NodeID: Int] = [:]
    for id in reachable(from: [root]) {
      depths[id] = 1 + (nodes[id].children.map { depths[$0] ?? 0 }.max() ?? 0)
    }
    return depths[root] ?? 0
  }

  /// All nodes of formulas, what a node is made of before the node.
  func reachable(from roots: [NodeID]) -> [NodeID] {
    var seen: Set<NodeID> = []
    var waiting = roots
    while let next = waiting.popLast() {
      if seen.insert(next).inserted { waiting += nodes[next].children }
    }
    // A node is stored after its parts, so that the numbers are in the right order.
    return seen.sorted()
  }
}

// Formulas as they were written, with nothing simplified, so that their domain stays what it was.
extension Algebra {
  func rawSum(_ terms: [NodeID]) -> NodeID {
    terms.count == 1 ? terms[0] : terms.isEmpty ? zero : node(.sum(terms))
  }

  func rawProduct(_ factors: [NodeID]) -> NodeID {
    factors.count == 1 ? factors[0] : factors.isEmpty ? one : node(.product(factors))
  }

  func rawPower(_ base: NodeID, _ exponent: NodeID) -> NodeID { node(.power(base, exponent)) }
  func rawNegative(_ operand: NodeID) -> NodeID { node(.product([minusOne, operand])) }
  func rawQuotient(_ left: NodeID, _ right: NodeID) -> NodeID {
    node(.product([left, node(.power(right, minusOne))]))
  }
  func rawExponential(_ exponent: NodeID) -> NodeID { node(.power(euler, exponent)) }
  func rawRoot(_ operand: NodeID) -> NodeID { node(.power(operand, half)) }
  func rawCall(_ kernel: Kernel, _ arguments: [NodeID]) -> NodeID { node(.call(kernel, arguments)) }
}

extension Algebra {
  /// A formula with other formulas in the places of some of its parts, and nothing simplified.
  func rawSubstituting(_ replacements: [NodeID: NodeID], in root: NodeID) -> NodeID {
    var results = replacements
    for id in reachable(from: [root]) where results[id] == nil {
      results[id] = node(nodes[id].mapped { results[$0] ?? $0 })
    }
    return results[root] ?? root
  }
}
