extension Evaluator {
  mutating func call(
    _ name: String, _ nameRange: Range<Int>, _ expressions: [Expression], at range: Range<Int>
  ) throws(ExpressionError) -> Quantity<S> {
    guard let function = functions[name] else {
      if name == "count" { return try count(expressions, at: range) }
      return try callValue(name, nameRange, expressions, at: range)
    }
    if case .elementwise(let rule) = function.rule, expressions.count == 1 {
      let argument = try evaluate(expressions[0])
      if case .number(let number) = argument {
        let result = rule(number)
        if result.isFinite { return .number(result) }
      }
      return try finish(function, [argument], at: range)
    }
    var arguments: [Quantity<S>] = []
    arguments.reserveCapacity(expressions.count)
    for expression in expressions { arguments.append(try evaluate(expression)) }
    return try finish(function, arguments, at: range)
  }

  private mutating func finish(
    _ function: FunctionDefinition<S>, _ arguments: [Quantity<S>], at range: Range<Int>
  ) throws(ExpressionError) -> Quantity<S> {
    let unlabelled = arguments.map(\.unlabelled)
    let result: Quantity<S>
    do {
      result = try function.apply(unlabelled)
    } catch {
      throw ExpressionError(range, error.message, help: error.help)
    }
    let size = unlabelled.reduce(result.size) { max($0, $1.size) }
    try spend(size, at: range)
    if !result.isFinite, let fault = Fault(result, from: unlabelled) {
      throw ExpressionError(range, function.message(for: fault, of: unlabelled), help: function.domain)
    }
    return result
  }

  /// Calls a name that is no built-in function: a lesson's own function, or a mistake.
  private mutating func callValue(
    _ name: String, _ nameRange: Range<Int>, _ expressions: [Expression], at range: Range<Int>
  ) throws(ExpressionError) -> Quantity<S> {
    if let value = try lookUp(name, at: nameRange) {
      return try call(value, named: name, expressions, at: range)
    }
    if Constants.value(of: name) != nil { throw notAFunction(name, at: range) }
    let candidates = functions.names + FunctionSummary.special.map(\.name) + scope.names
    throw ExpressionError(
      range, "there is no function \(name.prefix(40))", help: suggestion(for: name, among: candidates))
  }

  mutating func call(
    _ value: Quantity<S>, named name: String, _ expressions: [Expression], at range: Range<Int>
  ) throws(ExpressionError) -> Quantity<S> {
    guard case .function(let function) = value else { throw notAFunction(name, at: range) }
    guard function.parameters.count == expressions.count else {
      let wanted = counted(function.parameters.count, "argument", "arguments")
      throw ExpressionError(range, "\(name) takes \(wanted), not \(expressions.count)")
    }
    try spend(function.formula.utf8.count, at: range)
    var inner = Evaluator<S>(scope: DictionaryScope())
    inner.work = work
    inner.depth = depth
    inner.nesting = nesting + 1
    guard inner.nesting <= Limits.definitions else {
      throw ExpressionError(range, "functions call each other more than \(Limits.definitions) times")
    }
    for (constant, value) in function.constants.entries { inner.seeds[constant] = Quantity(value) }
    for (parameter, expression) in zip(function.parameters, expressions) {
      inner.seeds[parameter] = try evaluate(expression)
    }
    do {
      let result = try inner.evaluate(try Expression.parse(function.formula))
      work = inner.work
      return result
    } catch {
      throw ExpressionError(range, "in \(name), \(error.message)", help: error.help)
    }
  }

  private func notAFunction(_ name: String, at range: Range<Int>) -> ExpressionError {
    ExpressionError(
      range, "\(name.prefix(40)) is no function", help: "a product needs a *: \(name.prefix(40))*(…)")
  }
}
