import Mathematics

extension Evaluator {
  /// The derivative of an expression by a name, a field or an entry, exact by dual numbers.
  ///
  /// By a vector it is the gradient; of a vector by a vector the matrix whose rows belong to the entries of the first.
  mutating func derivative(
    of body: Expression, by variable: Path, at range: Range<Int>
  ) throws(ExpressionError) -> Quantity<S> {
    guard S.order < Limits.derivativeOrder else {
      throw ExpressionError(range, "derivatives nest more than \(Limits.derivativeOrder) deep")
    }
    guard let name = variable.rootName,
      let found = variable.longestName(name, from: 0, where: isDefined),
      let whole = try lookUp(found.name, at: variable.range(through: found.steps))
    else { return try derivativeByUnknown(of: body, variable, at: range) }
    let places = try places(in: variable, from: found.steps, of: whole)
    let target = try evaluate(variable).unlabelled
    guard let count = target.entries?.count else {
      throw ExpressionError(
        variable.range(through: variable.steps.count),
        "a derivative is taken by numbers, and this is \(target.kind)")
    }
    var columns: [Quantity<S>] = []
    for index in 0..<count {
      let seed = whole.seeded(along: places[...], at: index)
      columns.append(
        try tangent(of: body, where: found.name, is: seed, moving: places.first?.fieldName, at: range))
    }
    if case .number = target { return columns[0] }
    guard let joined = Self.jacobian(columns) else {
      throw ExpressionError(range, "the derivative of a matrix by \(target.kind) has no form here")
    }
    return joined
  }

  /// How an expression changes while a name does.
  private mutating func tangent(
    of body: Expression, where name: String, is seed: Quantity<Dual<S>>, moving field: String? = nil,
    at range: Range<Int>
  ) throws(ExpressionError) -> Quantity<S> {
    var inner = Evaluator<Dual<S>>(scope: scope)
    inner.seeds = seeds.mapValues(\.lifted)
    inner.seeds[name] = seed
    inner.movingFields = movingFields
    inner.movingFields[name] = field
    inner.looksThroughDefinitions = true
    inner.nesting = nesting
    inner.depth = depth
    inner.work = work
    let value = try inner.evaluate(body).unlabelled
    work = inner.work
    switch value {
    case .number(let number): return .number(number.tangent)
    case .vector(let entries): return .vector(entries.map(\.tangent))
    case .matrix(let grid):
      return .matrix(
        Quantity.Grid(rows: grid.rows, columns: grid.columns, entries: grid.entries.map(\.tangent)))
    default:
      throw ExpressionError(body.extent, "a derivative is taken of numbers, and this is \(value.kind)")
    }
  }

  /// By a name without a value, a derivative has one only where it is the same everywhere, as 8 is for `d(8x, x)`.
  private mutating func derivativeByUnknown(
    of body: Expression, _ variable: Path, at range: Range<Int>
  ) throws(ExpressionError) -> Quantity<S> {
    guard let name = variable.rootName, variable.steps.isEmpty, Constants.value(of: name) == nil else {
      throw unknownName(variable.rootName ?? "", at: variable.rootRange)
    }
    var results: [Quantity<S>] = []
    for point in [0.7310585786300049, 1.4426950408889634, 2.23606797749979] {
      let seed = Quantity<Dual<S>>.number(Dual(S(point), tangent: S(1)))
      results.append(try tangent(of: body, where: name, is: seed, at: range))
    }
    let primals = results.map { S.primals($0.entries ?? []) }
    let isConstant = primals.dropFirst().allSatisfy { other in
      zip(primals[0], other).allSatisfy { Expression.Relation.equal.holds($0, $1) }
    }
    guard isConstant else {
      throw ExpressionError(
        variable.rootRange, "\(name) has no value here, and this derivative depends on it",
        help: "define \(name) first")
    }
    return results[0]
  }

  /// Gradients as a vector, or columns as a matrix.
  static func jacobian(_ columns: [Quantity<S>]) -> Quantity<S>? {
    let numbers = columns.compactMap(\.number)
    if numbers.count == columns.count { return .vector(numbers) }
    var rows: [[S]] = []
    for case .vector(let entries) in columns { rows.append(entries) }
    guard rows.count == columns.count, let height = rows.first?.count else { return nil }
    let grid = Quantity<S>.Grid<S>(rows: rows.count, columns: height, entries: Array(rows.joined()))
    return .matrix(grid.transposed)
  }
}
