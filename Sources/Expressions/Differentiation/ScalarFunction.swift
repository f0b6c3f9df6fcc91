import Mathematics

/// An expression that gives a number, as a function of some of its names.
///
/// Names that are defined by formulas are looked through, so that they follow the names that change. The work of all
/// evaluations together is limited.
public struct ScalarFunction: Sendable {
  /// The names that change, with numbers or vectors, in order.
  public typealias Point = [(name: String, value: Value)]

  /// The expression.
  public let expression: Expression
  /// Steps that all evaluations together may take: parts evaluated and entries computed.
  public let workLimit: Int
  private let scope: any Scope
  private var work = 0

  /// Prepares to evaluate an expression whose other names come from a scope.
  public init(_ expression: Expression, in scope: some Scope, workLimit: Int = 5 * Limits.work) {
    self.expression = expression
    self.scope = scope
    self.workLimit = workLimit
  }

  /// Whether no work is left; every further evaluation is an error.
  public var isExhausted: Bool { work > workLimit }

  /// The value at a point.
  public mutating func value(at point: Point) throws(ExpressionError) -> Double {
    var evaluator = Evaluator<Double>(scope: scope)
    for (name, value) in point { evaluator.seeds[name] = Quantity(value).unlabelled }
    return try finish(&evaluator)
  }

  /// The value at a point and its derivatives, exact by dual numbers: for each name as many as it has entries.
  ///
  /// A derivative that does not exist is not finite.
  public mutating func gradient(
    at point: Point
  ) throws(ExpressionError) -> (value: Double, derivatives: [[Double]]) {
    var derivatives: [[Double]] = []
    for index in point.indices {
      var entries: [Double] = []
      for entry in 0..<(Quantity<Double>(point[index].value).unlabelled.entries?.count ?? 0) {
        entries.append(try dual(at: point, name: index, entry: entry).tangent)
      }
      derivatives.append(entries)
    }
    return (try value(at: point), derivatives)
  }

  private mutating func dual(
    at point: Point, name: Int, entry: Int
  ) throws(ExpressionError) -> Dual<Double> {
    var evaluator = Evaluator<Dual<Double>>(scope: scope)
    for index in point.indices {
      let value = Quantity<Double>(point[index].value).unlabelled
      evaluator.seeds[point[index].name] = index == name ? value.seeded(at: entry) : value.lifted
    }
    return try finish(&evaluator)
  }

  private mutating func finish<S>(_ evaluator: inout Evaluator<S>) throws(ExpressionError) -> S {
    evaluator.looksThroughDefinitions = true
    defer { work += evaluator.work }
    guard !isExhausted else {
      throw ExpressionError(
        expression.extent, "all evaluations of this expression together take more than \(workLimit) steps")
    }
    let result = try evaluator.evaluate(expression)
    guard let number = result.number else {
      throw ExpressionError(expression.extent, "a number is needed, and this is \(result.kind)")
    }
    return number
  }
}
