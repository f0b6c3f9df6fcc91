extension FormulaCompiler {
  mutating func call(_ name: String, _ expressions: [Expression]) throws(NotCompilable) -> RowValue {
    guard let definition = Double.functions[name] else {
      guard let bound = bindings[name] ?? scope.value(of: name).map(RowValue.constant),
        case .constant(.function(let function)) = bound
      else { throw NotCompilable() }
      return try call(function, with: try compiled(expressions))
    }
    guard definition.arity.contains(expressions.count) else { throw NotCompilable() }
    let arguments = try compiled(expressions)
    if let map = RowOperation.Map(functionNamed: name) {
      return try graph.mapped(arguments[0]) { graph, x throws(NotCompilable) in try graph.map(map, x) }
    }
    switch name {
    case "log1p":
      return try graph.mapped(arguments[0]) { graph, x throws(NotCompilable) in
        try graph.logarithmOfOnePlus(x)
      }
    case "softplus":
      return try graph.mapped(arguments[0]) { graph, x throws(NotCompilable) in try graph.softplus(x) }
    case "round":
      let digits = arguments.count > 1 ? try wholeNumber(arguments[1], in: -308...308) : 0
      return try graph.mapped(arguments[0]) { graph, x throws(NotCompilable) in
        try graph.map(.round(digits: digits), x)
      }
    case "atan2": return .number(try graph.join(.angle, try number(arguments[0]), try number(arguments[1])))
    case "dot", "transpose", "length", "last", "linspace": return try shaped(name, arguments)
    default: return try reduction(name, try entries(of: arguments))
    }
  }

  private mutating func reduction(_ name: String, _ entries: [RowGraph.Node]) throws(NotCompilable)
    -> RowValue
  {
    let least = ["sum": 0, "product": 0, "norm": 0, "cumsum": 0, "var": 2, "std": 2][name] ?? 1
    guard entries.count >= least else { throw NotCompilable() }
    switch name {
    case "sum": return .number(try graph.sum(entries))
    case "product":
      var product = try graph.number(1)
      for entry in entries { product = try graph.product(product, entry) }
      return .number(product)
    case "mean": return .number(try graph.mean(entries))
    case "var": return .number(try graph.variance(entries))
    case "std": return .number(try graph.standardDeviation(entries))
    case "norm": return .number(try graph.norm(entries))
    case "max": return .number(try graph.extreme(entries, .larger))
    case "min": return .number(try graph.extreme(entries, .smaller))
    case "argmax": return .number(try graph.place(entries, .greater))
    case "argmin": return .number(try graph.place(entries, .less))
    case "softmax": return .vector(try graph.softmax(entries))
    case "logsumexp": return .number(try graph.logarithmOfSum(entries))
    case "entropy":
      var terms: [RowGraph.Node] = []
      for entry in entries { terms.append(try graph.entropyTerm(entry)) }
      return .number(try graph.sum(terms))
    case "cumsum":
      var sums: [RowGraph.Node] = []
      for entry in entries { sums.append(try graph.plus(sums.last, entry) ?? entry) }
      return .vector(sums)
    default: throw NotCompilable()
    }
  }

  /// The entries of the only argument, or the arguments themselves where they are numbers.
  private mutating func entries(of arguments: [RowValue]) throws(NotCompilable) -> [RowGraph.Node] {
    if arguments.count == 1 {
      switch try graph.lift(arguments[0]) {
      case .number(let node): return [node]
      case .vector(let entries): return entries
      case .matrix(let grid): return grid.entries
      case .condition, .constant: throw NotCompilable()
      }
    }
    var nodes: [RowGraph.Node] = []
    for argument in arguments { nodes.append(try number(argument)) }
    return nodes
  }

  private mutating func number(_ value: RowValue) throws(NotCompilable) -> RowGraph.Node {
    guard case .number(let node) = try graph.lift(value) else { throw NotCompilable() }
    return node
  }

  private mutating func wholeNumber(
    _ value: RowValue, in range: ClosedRange<Int>
  ) throws(NotCompilable) -> Int {
    guard let number = graph.constant(try number(value)), let whole = Int(exactly: number),
      range.contains(whole)
    else { throw NotCompilable() }
    return whole
  }
}

extension FormulaCompiler {
  /// The functions whose results have another shape than their arguments.
  private mutating func shaped(_ name: String, _ arguments: [RowValue]) throws(NotCompilable) -> RowValue {
    if name == "linspace" { return try linspace(arguments) }
    let first = try graph.lift(arguments[0])
    switch (name, first) {
    case ("dot", _): return try matrixProduct(first, try graph.lift(arguments[1]))
    case ("transpose", .matrix(let grid)): return .matrix(grid.transposed)
    case ("length", .vector(let entries)): return .number(try graph.number(Double(entries.count)))
    case ("length", .matrix(let grid)): return .number(try graph.number(Double(grid.rows)))
    case ("last", .vector(let entries)): if let last = entries.last { return .number(last) }
    case ("last", .matrix(let grid)): if let last = grid.rowsOfEntries.last { return .vector(last) }
    default: break
    }
    throw NotCompilable()
  }

  private mutating func matrixProduct(
    _ left: RowValue, _ right: RowValue
  ) throws(NotCompilable) -> RowValue {
    switch (left, right) {
    case (.vector(let first), .vector(let second)) where first.count == second.count:
      return .number(try graph.dot(first, second))
    case (.matrix(let grid), .vector(let vector)) where grid.columns == vector.count:
      return .vector(try dots(grid.rowsOfEntries, [vector]))
    case (.vector(let vector), .matrix(let grid)) where grid.rows == vector.count:
      return .vector(try dots(grid.transposed.rowsOfEntries, [vector]))
    case (.matrix(let first), .matrix(let second)) where first.columns == second.rows:
      let entries = try dots(first.rowsOfEntries, second.transposed.rowsOfEntries)
      return .matrix(Quantity<Double>.Grid(rows: first.rows, columns: second.columns, entries: entries))
    default: throw NotCompilable()
    }
  }

  private mutating func dots(
    _ rows: [[RowGraph.Node]], _ columns: [[RowGraph.Node]]
  ) throws(NotCompilable) -> [RowGraph.Node] {
    var results: [RowGraph.Node] = []
    for row in rows {
      for column in columns { results.append(try graph.dot(row, column)) }
    }
    return results
  }

  /// Evenly spaced numbers, each counted from the nearer end as the evaluator has them.
  private mutating func linspace(_ arguments: [RowValue]) throws(NotCompilable) -> RowValue {
    let (start, end) = (try number(arguments[0]), try number(arguments[1]))
    let last = try wholeNumber(arguments[2], in: 1...RowGraph.mostNodes) - 1
    guard last > 0 else { return .vector([start]) }
    let half = try graph.number(0.5)
    let distance = try graph.difference(try graph.product(end, half), try graph.product(start, half))
    var numbers: [RowGraph.Node] = []
    for index in 0...last {
      let isNearStart = index <= last / 2
      let steps = isNearStart ? index : last - index
      let way = try graph.product(distance, try graph.number(2 * Double(steps) / Double(last)))
      numbers.append(isNearStart ? try graph.sum(start, way) : try graph.difference(end, way))
    }
    return .vector(numbers)
  }
}

extension RowOperation.Map {
  /// The operation that a function of one number is.
  fileprivate init?(functionNamed name: String) {
    switch name {
    case "exp": self = .exponential
    case "expm1": self = .exponentialMinusOne
    case "log", "ln": self = .logarithm
    case "log10": self = .logarithm10
    case "log2": self = .logarithm2
    case "sqrt": self = .squareRoot
    case "sin": self = .sine
    case "cos": self = .cosine
    case "tan": self = .tangent
    case "asin": self = .arcsine
    case "acos": self = .arccosine
    case "atan": self = .arctangent
    case "sinh": self = .hyperbolicSine
    case "cosh": self = .hyperbolicCosine
    case "tanh": self = .hyperbolicTangent
    case "abs": self = .absolute
    case "sign": self = .sign
    case "floor": self = .floor
    case "ceil": self = .ceiling
    case "relu": self = .rectify
    case "sigmoid": self = .sigmoid
    default: return nil
    }
  }
}
