// Lines one after the other.
extension Equality {
  /// Decides whether an expression equals the last of those before it, as the next line of a chain of equals.
  ///
  /// What a derivative was taken of must have a value wherever the chain is spoken of. So `d(log(x), x)` may be followed
  /// by `1/x`, and from then on only points count at which `log(x)` has a value; but `1/x` may not be followed by
  /// `d(log(x), x)`, which says nothing of half the points, nor later in that chain by `d(log(-x), x)`.
  public static func decide(
    _ line: Expression, continues chain: [Expression], in setting: AlgebraSetting = AlgebraSetting()
  ) throws(ExpressionError) -> Equality {
    guard let last = chain.last else { return try decide(line, line, in: setting) }
    let session = try AlgebraSession(setting)
    try session.lookThrough(chain.dropLast(), in: setting)
    let left = try session.elaborate(last)
    let known = session.differentiated
    let right = try session.elaborate(line)
    let needed = session.differentiated.filter { !known.contains($0) }.uniqued
    return try decide(left, right, at: line, in: session, needing: needed)
  }

  /// Decides where what derivatives were taken of in other expressions has values.
  static func decide(
    _ left: Expression, _ right: Expression, wherever others: [Expression], in setting: AlgebraSetting
  ) throws(ExpressionError) -> Equality {
    let session = try AlgebraSession(setting)
    try session.lookThrough(others, in: setting)
    let first = try session.elaborate(left)
    let second = try session.elaborate(right)
    return try decide(first, second, at: right, in: session)
  }
}

extension AlgebraSession {
  /// Notes of what derivatives are taken in expressions.
  fileprivate func lookThrough(
    _ expressions: some Sequence<Expression>, in setting: AlgebraSetting
  ) throws(ExpressionError) {
    let isDefined = setting.definitions.values.contains(where: \.hasDerivative)
    for expression in expressions where isDefined || expression.hasDerivative {
      _ = try elaborate(expression)
    }
  }
}
