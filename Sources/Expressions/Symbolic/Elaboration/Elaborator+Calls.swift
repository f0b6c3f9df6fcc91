import SourceText

extension Elaborator {
  mutating func call(
    _ name: String, _ nameRange: Range<Int>, _ expressions: [Expression], at range: Range<Int>
  ) throws(ExpressionError) -> Shaped {
    guard let function = Double.functions[name] else {
      throw ExpressionError(
        nameRange, "algebra knows no function \(name.prefix(40))",
        help: nearestFunction(name))
    }
    guard function.arity.contains(expressions.count) else {
      let wanted = counted(function.arity.lowerBound, "argument", "arguments")
      throw ExpressionError(range, "\(name) takes \(wanted), not \(expressions.count)")
    }
    functions.insert(name)
    var arguments: [Shaped] = []
    for expression in expressions { arguments.append(try numeric(expression)) }
    if let elementwise = elementwise(name) {
      let result = arguments[0].mapped { elementwise($0) }
      for entry in result.entries ?? [] { _ = placed(entry, at: range) }
      return result
    }
    if let result = try general(name, arguments, expressions, at: range) { return result }
    let entries = try entries(of: arguments, name, at: range)
    try spend(entries.count, at: range)
    if let kernel = Kernel.reductions[name] {
      return .number(placed(algebra.rawCall(kernel, entries), at: range))
    }
    return try reduction(name, entries, at: range)
  }

  /// The rule of a function of one number, with those written out that algebra knows by others.
  private func elementwise(_ name: String) -> ((NodeID) -> NodeID)? {
    let algebra = algebra
    switch name {
    case "exp": return { algebra.rawExponential($0) }
    case "expm1": return { algebra.rawSum([algebra.rawExponential($0), algebra.minusOne]) }
    case "ln": return { algebra.rawCall(.log, [$0]) }
    case "log1p": return { algebra.rawCall(.log, [algebra.rawSum([algebra.one, $0])]) }
    case "sqrt": return { algebra.rawRoot($0) }
    default:
      guard let kernel = Kernel.elementwise[name] else { return nil }
      return { algebra.rawCall(kernel, [$0]) }
    }
  }

  /// Functions that are not reductions of a vector; nil for the others.
  private mutating func general(
    _ name: String, _ arguments: [Shaped], _ expressions: [Expression], at range: Range<Int>
  ) throws(ExpressionError) -> Shaped? {
    switch name {
    case "dot": return try dotProduct(arguments[0], arguments[1], at: range)
    case "transpose":
      guard case .matrix(let rows, let columns, let entries) = arguments[0] else {
        throw ExpressionError(range, "transpose takes a matrix, and this is \(arguments[0].kind)")
      }
      let turned = (0..<columns).flatMap { column in (0..<rows).map { entries[$0 * columns + column] } }
      return .matrix(rows: columns, columns: rows, turned)
    case "length", "last": return try sizes(name, arguments[0], at: range)
    case "atan2":
      guard case .number(let y) = arguments[0], case .number(let x) = arguments[1] else {
        throw ExpressionError(range, "atan2 takes two numbers")
      }
      return .number(placed(algebra.rawCall(.atan2, [y, x]), at: range))
    case "round":
      let digits = arguments.count > 1 ? arguments[1].entries?.first ?? algebra.zero : algebra.zero
      let result = arguments[0].mapped { algebra.rawCall(.round, [$0, digits]) }
      for entry in result.entries ?? [] { _ = placed(entry, at: range) }
      return result
    case "linspace", "logspace":
      throw ExpressionError(range, "\(name) has no place in algebra; its points are for plots")
    default: return nil
    }
  }

  private func sizes(_ name: String, _ argument: Shaped, at range: Range<Int>) throws(ExpressionError)
    -> Shaped
  {
    switch argument {
    case .vector(let entries):
      if name == "length" { return .number(algebra.number(entries.count)) }
      if let last = entries.last { return .number(last) }
    case .matrix(let rows, let columns, let entries):
      if name == "length" { return .number(algebra.number(rows)) }
      if rows > 0 { return .vector(Array(entries[(rows - 1) * columns..<rows * columns])) }
    default: break
    }
    throw ExpressionError(range, "\(argument.kind) has no \(name == "length" ? "length" : "last entry")")
  }

  /// The entries of the only argument, or the arguments themselves where they are numbers.
  private func entries(
    of arguments: [Shaped], _ name: String, at range: Range<Int>
  ) throws(ExpressionError) -> [NodeID] {
    if arguments.count == 1, let entries = arguments[0].entries, !entries.isEmpty { return entries }
    let numbers = arguments.compactMap { if case .number(let id) = $0 { id } else { nil } }
    guard numbers.count == arguments.count, !numbers.isEmpty else {
      throw ExpressionError(range, "\(name) takes one vector or several numbers")
    }
    return numbers
  }

  private func nearestFunction(_ name: String) -> String? {
    nearestName(to: name, among: Double.functions.names).map { "did you mean \($0)?" }
  }
}
