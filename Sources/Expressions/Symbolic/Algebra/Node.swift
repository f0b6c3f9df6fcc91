/// A node's place in its algebra; equal nodes of one algebra have equal numbers.
typealias NodeID = Int

/// A scalar formula, one level of it: what it is made of are nodes of the same algebra.
///
/// A difference is a sum with a factor −1, a quotient a product with a power −1, a root a power of a half.
enum Node: Hashable {
  case number(Rational)
  /// A literal too large or too small for a fraction of integers.
  case decimal(Double)
  case constant(Constant)
  case symbol(Symbol)
  case sum([NodeID])
  case product([NodeID])
  case power(NodeID, NodeID)
  case call(Kernel, [NodeID])
  case conditional(NodeID, NodeID, NodeID)
  case comparison(Expression.Relation, NodeID, NodeID)
  case and([NodeID])
  case or([NodeID])
  case not(NodeID)
  case boolean(Bool)

  enum Constant: Hashable {
    case pi, euler
  }

  /// The nodes that it is made of.
  var children: [NodeID] {
    switch self {
    case .number, .decimal, .constant, .symbol, .boolean: []
    case .sum(let nodes), .product(let nodes), .call(_, let nodes), .and(let nodes), .or(let nodes): nodes
    case .power(let first, let second), .comparison(_, let first, let second): [first, second]
    case .conditional(let condition, let first, let second): [condition, first, second]
    case .not(let operand): [operand]
    }
  }

  /// The same node of other parts.
  func mapped(_ part: (NodeID) -> NodeID) -> Node {
    switch self {
    case .number, .decimal, .constant, .symbol, .boolean: self
    case .sum(let nodes): .sum(nodes.map(part))
    case .product(let nodes): .product(nodes.map(part))
    case .call(let kernel, let nodes): .call(kernel, nodes.map(part))
    case .and(let nodes): .and(nodes.map(part))
    case .or(let nodes): .or(nodes.map(part))
    case .power(let first, let second): .power(part(first), part(second))
    case .comparison(let relation, let first, let second): .comparison(relation, part(first), part(second))
    case .conditional(let condition, let first, let second):
      .conditional(part(condition), part(first), part(second))
    case .not(let operand): .not(part(operand))
    }
  }
}

/// An unknown number: a name, or one entry of a named vector.
struct Symbol: Hashable {
  var name: String
  /// From 1; nil for a number.
  var entry: Int?
}

/// A function that stays a function in algebra; all others are written out in terms of these.
enum Kernel: Hashable {
  case log, log10, log2, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh
  case abs, sign, floor, ceil, round, relu, sigmoid, softplus
  case atan2, min, max, argmin, argmax, logsumexp, norm
  /// One entry, counted from 1, of the softmax of the arguments.
  case softmax(Int)

  /// Its name in the expression language.
  var name: String {
    if case .softmax = self { "softmax" } else { "\(self)" }
  }

  /// The functions of one number.
  static let elementwise: [String: Kernel] = {
    let all: [Kernel] = [
      .log, .log10, .log2, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .abs, .sign, .floor,
      .ceil, .relu, .sigmoid, .softplus,
    ]
    return Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
  }()

  /// The functions of a vector that give one number and stay functions.
  static let reductions: [String: Kernel] = [
    "min": .min, "max": .max, "argmin": .argmin, "argmax": .argmax, "logsumexp": .logsumexp, "norm": .norm,
  ]

  /// Whether its arguments are the entries of one vector.
  var takesVector: Bool {
    switch self {
    case .min, .max, .argmin, .argmax, .logsumexp, .norm, .softmax: true
    default: false
    }
  }

  /// Whether it is put together from pieces, so that it may be constant on one of them.
  var hasKinks: Bool {
    switch self {
    case .abs, .sign, .floor, .ceil, .round, .relu, .min, .max, .argmin, .argmax: true
    default: false
    }
  }

  /// Whether f(−x) is −f(x).
  var isOdd: Bool {
    switch self {
    case .sin, .tan, .asin, .atan, .sinh, .tanh, .sign: true
    default: false
    }
  }

  /// Whether f(−x) is f(x).
  var isEven: Bool {
    switch self {
    case .cos, .cosh, .abs: true
    default: false
    }
  }
}
