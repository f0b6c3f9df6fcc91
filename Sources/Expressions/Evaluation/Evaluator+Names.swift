import SourceText

extension Evaluator {
  /// The value of a name: what this evaluation knows, then the scope; constants are not asked.
  mutating func lookUp(_ name: String, at range: Range<Int>) throws(ExpressionError) -> Quantity<S>? {
    if let seed = seeds[name] { return seed }
    if looksThroughDefinitions, let defined = try definition(of: name, at: range) { return defined }
    return scope.value(of: name).map { Quantity($0) }
  }

  /// The value of a name by its formula, so that derivatives go through it.
  mutating func definition(of name: String, at range: Range<Int>) throws(ExpressionError) -> Quantity<S>? {
    if let known = definitions[name] { return known }
    guard let formula = scope.formula(of: name) else { return nil }
    nesting += 1
    guard nesting <= Limits.definitions else {
      throw ExpressionError(range, "definitions nest more than \(Limits.definitions) deep, or in a circle")
    }
    do {
      let value = try evaluate(formula)
      nesting -= 1
      definitions[name] = value
      return value
    } catch {
      // The formula stands in another text, so the place is the name's.
      throw ExpressionError(range, "in the definition of \(name), \(error.message)", help: error.help)
    }
  }

  func isDefined(_ name: String) -> Bool {
    seeds[name] != nil || scope.value(of: name) != nil || scope.formula(of: name) != nil
  }

  func unknownName(_ name: String, at range: Range<Int>) -> ExpressionError {
    let candidates = scope.names + seeds.keys.sorted() + Constants.all.map(\.name)
    if functions[name] != nil || FunctionSummary.isSpecial(name) {
      return ExpressionError(
        range, "\(name) is a function and needs its arguments", help: "\(name)(…)")
    }
    return ExpressionError(
      range, "nothing here is called \(name.prefix(40))", help: suggestion(for: name, among: candidates))
  }

  func suggestion(for name: String, among candidates: [String]) -> String? {
    nearestName(to: name, among: candidates).map { "did you mean \($0)?" }
  }
}
