import Mathematics

extension Expression {
  /// The value, and its derivative while the named values move along directions of their own shapes.
  ///
  /// A Jacobian times a vector, exact by dual numbers; names without a direction rest. Nil for what is no number.
  public func evaluate(
    in scope: some Scope, along directions: [String: Value]
  ) throws(ExpressionError) -> (value: Value, tangent: Value?) {
    var evaluator = Evaluator<Dual<Double>>(scope: scope)
    evaluator.looksThroughDefinitions = true
    for (name, direction) in directions {
      guard let value = scope.value(of: name) else { continue }
      evaluator.seeds[name] = Quantity(value).unlabelled.moving(along: Quantity(direction).unlabelled)
    }
    let result = try evaluator.evaluate(self).unlabelled
    return (result.value, result.tangent)
  }
}

extension Quantity where S == Double {
  /// The value, moving along a direction of the same shape; at rest where the shapes differ.
  func moving(along direction: Quantity<Double>) -> Quantity<Dual<Double>> {
    switch (self, direction) {
    case (.number(let value), .number(let tangent)): .number(Dual(value, tangent: tangent))
    case (.vector(let values), .vector(let tangents)) where values.count == tangents.count:
      .vector(zip(values, tangents).map { Dual($0, tangent: $1) })
    default: lifted
    }
  }
}

extension Quantity where S == Dual<Double> {
  /// The derivative; nil for what is no number.
  var tangent: Value? {
    switch self {
    case .number(let number): .number(number.tangent)
    case .vector(let entries): .vector(entries.map(\.tangent))
    case .matrix(let grid):
      Matrix(rows: grid.rows, columns: grid.columns, entries: grid.entries.map(\.tangent)).map { .matrix($0) }
    default: nil
    }
  }
}
