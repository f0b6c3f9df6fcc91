extension Differentiator {
  /// The chain rule: the function's own derivative times that of its argument.
  func call(_ id: NodeID, _ kernel: Kernel, _ arguments: [NodeID]) throws(Undifferentiable) -> NodeID {
    if kernel.takesVector || kernel == .atan2 { return try callOfMany(id, kernel, arguments) }
    guard let rate = try rate(id, kernel, arguments[0]) else { return algebra.zero }
    return product(of: [rate, slope(arguments[0])])
  }

  /// f'(u) for a function of one number; nil where it is 0 almost everywhere.
  private func rate(_ id: NodeID, _ kernel: Kernel, _ u: NodeID) throws(Undifferentiable) -> NodeID? {
    func function(_ kernel: Kernel) -> NodeID { algebra.rawCall(kernel, [u]) }
    func reciprocal(_ value: NodeID) -> NodeID { algebra.rawPower(value, algebra.minusOne) }
    let square = algebra.rawPower(u, algebra.number(2))
    func oneLess(_ value: NodeID) -> NodeID { algebra.rawSum([algebra.one, algebra.rawNegative(value)]) }
    switch kernel {
    case .log: return reciprocal(u)
    case .log10, .log2:
      let base = algebra.rawCall(.log, [algebra.number(kernel == .log2 ? 2 : 10)])
      return reciprocal(algebra.rawProduct([u, base]))
    case .sin: return function(.cos)
    case .cos: return algebra.rawNegative(function(.sin))
    case .tan: return algebra.rawSum([algebra.one, algebra.rawPower(id, algebra.number(2))])
    case .asin: return reciprocal(algebra.rawRoot(oneLess(square)))
    case .acos: return algebra.rawNegative(reciprocal(algebra.rawRoot(oneLess(square))))
    case .atan: return reciprocal(algebra.rawSum([algebra.one, square]))
    case .sinh: return function(.cosh)
    case .cosh: return function(.sinh)
    case .tanh: return oneLess(algebra.rawPower(id, algebra.number(2)))
    case .sigmoid: return algebra.rawProduct([id, oneLess(id)])
    case .softplus: return function(.sigmoid)
    case .abs: return function(.sign)
    case .sign: return nil
    case .relu:
      let isAbove = algebra.node(.comparison(.greater, u, algebra.zero))
      return algebra.node(.conditional(isAbove, algebra.one, algebra.zero))
    default:
      throw Undifferentiable(
        formula: id, reason: "\(kernel.name) changes in steps and has no derivative that algebra could use")
    }
  }

  private func callOfMany(
    _ id: NodeID, _ kernel: Kernel, _ arguments: [NodeID]
  ) throws(Undifferentiable) -> NodeID {
    switch kernel {
    case .softmax(let index): return softmax(id, index, arguments)
    case .logsumexp:
      return sum(
        moving(arguments).map { product(of: [share($0 + 1, arguments), slope(arguments[$0])]) })
    case .norm:
      let products = sum(arguments.map { product(of: [$0, slope($0)]) })
      return product(of: [products, algebra.rawPower(id, algebra.minusOne)])
    case .min, .max: return extreme(kernel, arguments[...])
    case .atan2:
      // The angle of (x, y) turns by (x y' − y x')/(x² + y²).
      let (y, x) = (arguments[0], arguments[1])
      let turn = sum([
        product(of: [x, slope(y)]), product(of: [algebra.minusOne, y, slope(x)]),
      ])
      let two = algebra.number(2)
      let square = algebra.rawSum([algebra.rawPower(x, two), algebra.rawPower(y, two)])
      return product(of: [turn, algebra.rawPower(square, algebra.minusOne)])
    default:
      throw Undifferentiable(
        formula: id, reason: "\(kernel.name) gives a subscript, which changes in steps and has no derivative")
    }
  }

  /// The places of the arguments that change.
  private func moving(_ arguments: [NodeID]) -> [Int] {
    arguments.indices.filter { !isConstant(arguments[$0]) }
  }

  private func share(_ index: Int, _ arguments: [NodeID]) -> NodeID {
    algebra.rawCall(.softmax(index), arguments)
  }

  /// pᵢ (aᵢ' − Σⱼ pⱼ aⱼ').
  private func softmax(_ id: NodeID, _ index: Int, _ arguments: [NodeID]) -> NodeID {
    let mean = moving(arguments).map { other in
      product(of: [algebra.minusOne, share(other + 1, arguments), slope(arguments[other])])
    }
    return product(of: [id, sum([slope(arguments[index - 1])] + mean)])
  }

  /// The slope of the one that is the largest or smallest; where two are, there is none, and either side's will do.
  private func extreme(_ kernel: Kernel, _ arguments: ArraySlice<NodeID>) -> NodeID {
    let rest = arguments.dropFirst()
    guard let first = arguments.first, !rest.isEmpty else {
      return arguments.first.map(slope) ?? algebra.zero
    }
    let others = rest.count == 1 ? rest[rest.startIndex] : algebra.rawCall(kernel, Array(rest))
    let (left, right) = (slope(first), extreme(kernel, rest))
    if left == right { return left }
    let isFirst = algebra.node(.comparison(kernel == .max ? .greater : .less, first, others))
    return algebra.node(.conditional(isFirst, left, right))
  }
}
