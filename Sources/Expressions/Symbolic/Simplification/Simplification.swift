/// A formula in simpler form.
public struct Simplification: Hashable, Sendable {
  /// The simpler formula; it equals the first one wherever that has a value.
  public let expression: Expression
  /// Conditions that the first formula implied and the simpler one does not, such as `x != 0` for x/x = 1.
  public let conditions: [Expression]
}

extension Expression {
  /// The expression in the form that a person would write.
  ///
  /// Like terms and powers are collected, common factors cancelled, logarithms and exponentials taken together; terms
  /// stand by falling degree and then by name, and what would have a negative power stands below a fraction's line.
  ///
  /// The result has the value of the expression wherever that has one. It may have values at more places: x/x becomes
  /// 1, and `sqrt(x)^2` becomes x. What was lost is told in the conditions. √(x²) is |x|, and log(x²) stays as it is,
  /// unless an assumption such as `x > 0` says more.
  ///
  /// The work is bounded: where a formula is too large for a step, it stays in a form that is less simple. The same
  /// expression gives the same result, and a result simplifies to itself.
  public func simplified(
    in setting: AlgebraSetting = AlgebraSetting()
  ) throws(ExpressionError) -> Simplification {
    var seen: [Simplification] = []
    var current = self
    // Simplifying again may find more, and may in principle go round in a circle: then the shortest text on it counts.
    for _ in 0..<6 {
      let next = try simplifiedOnce(current, in: setting)
      if let start = seen.firstIndex(where: { $0.expression.description == next.expression.description }) {
        let circle = seen[start...]
        let shortest = circle.min {
          ($0.expression.description.count, $0.expression.description)
            < ($1.expression.description.count, $1.expression.description)
        }
        let conditions = seen.flatMap(\.conditions).uniqued
        return Simplification(expression: shortest?.expression ?? self, conditions: conditions)
      }
      seen.append(next)
      current = next.expression
    }
    return Simplification(expression: current, conditions: seen.flatMap(\.conditions).uniqued)
  }

  private func simplifiedOnce(
    _ expression: Expression, in setting: AlgebraSetting
  ) throws(ExpressionError) -> Simplification {
    let session = try AlgebraSession(setting)
    let shaped = try session.elaborate(expression)
    return session.simplified(shaped) ?? Simplification(expression: expression, conditions: [])
  }

  /// The derivative by a name or an entry such as `x` or `h_2`, simplified.
  ///
  /// By a vector it is the gradient, and of a vector by a vector the matrix whose rows belong to the entries of the
  /// first. Definitions are looked through. A function that changes in steps, such as `round`, is an error at its place.
  public func differentiated(
    by variable: String, in setting: AlgebraSetting = AlgebraSetting()
  ) throws(ExpressionError) -> Expression {
    let parsed = try Expression.parse(variable)
    guard case .path(let path) = parsed.form, path.rootName != nil else {
      throw ExpressionError(range, "\(variable.prefix(40)) is nothing that a derivative is taken by")
    }
    let session = try AlgebraSession(setting)
    let shaped = try session.derivative(of: self, by: path)
    let simpler = session.simplified(shaped)?.expression
    guard let result = simpler ?? session.written(shaped) else {
      throw ExpressionError(range, "this derivative is too large to be written")
    }
    return try result.simplified(in: setting).expression
  }

  /// The derivatives by each of the unknowns, in the order of their names: gradients by vectors.
  public func gradient(
    by variables: [String], in setting: AlgebraSetting = AlgebraSetting()
  ) throws(ExpressionError) -> [(variable: String, derivative: Expression)] {
    try variables.mapped { variable throws(ExpressionError) in
      (variable, try differentiated(by: variable, in: setting))
    }
  }
}

extension Array where Element: Hashable {
  /// The elements without those that came before.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
