extension Elaborator {
  /// The derivative of an expression by a name or an entry, itself in the shape that the evaluator gives it.
  ///
  /// By a vector it is the gradient; of a vector by a vector the matrix whose rows belong to the entries of the first.
  mutating func derivative(
    of body: Expression, by variable: Path, at range: Range<Int>
  ) throws(ExpressionError) -> Shaped {
    if let name = definedRoot(of: variable) {
      return try derivative(of: body, byDefined: name, variable, at: range)
    }
    let place = variable.range(through: variable.steps.count)
    let target = try elaborate(variable)
    guard let symbols = target.entries else {
      throw ExpressionError(place, "a derivative is taken by numbers, and this is \(target.kind)")
    }
    for symbol in symbols {
      guard case .symbol = algebra[symbol] else {
        throw ExpressionError(
          place, "a derivative is taken by a name or an entry, and this is a formula")
      }
    }
    let value = try numeric(body)
    guard let formulas = value.entries else { return value }
    differentiated += formulas
    var columns: [[NodeID]] = []
    for symbol in symbols { columns.append(try derivatives(of: formulas, by: symbol, at: body)) }
    if case .number = target { return value.with(columns[0]) }
    switch value {
    case .number: return .vector(columns.map { $0[0] })
    case .vector:
      let entries = formulas.indices.flatMap { row in columns.map { $0[row] } }
      return .matrix(rows: formulas.count, columns: columns.count, entries)
    default:
      throw ExpressionError(range, "the derivative of a matrix by \(target.kind) has no form here")
    }
  }

  /// The definition that a derivative is taken by.
  private func definedRoot(of variable: Path) -> String? {
    guard let root = variable.rootName,
      let found = variable.longestName(root, from: 0, where: setting.defines)
    else { return nil }
    return setting.definitions[found.name] == nil ? nil : found.name
  }

  /// By a name that a formula defines: it moves on its own while the derivative is taken, then stands for its formula.
  private mutating func derivative(
    of body: Expression, byDefined name: String, _ variable: Path, at range: Range<Int>
  ) throws(ExpressionError) -> Shaped {
    let place = variable.range(through: variable.steps.count)
    let definition = try elaborate(Path(root: .name(name), rootRange: place, steps: []))
    guard let entries = definition.entries, entries.count <= AlgebraSetting.entryLimit else {
      throw ExpressionError(place, "a derivative is taken by numbers, and this is \(definition.kind)")
    }
    var inner = self
    inner.setting.definitions[name] = nil
    inner.setting.variables[name] = entries.count
    inner.known = [:]
    let result = try inner.derivative(of: body, by: variable, at: range)
    let moving = try inner.elaborate(Path(root: .name(name), rootRange: place, steps: []))
    (places, functions) = (inner.places, inner.functions)
    let replacements = Dictionary(uniqueKeysWithValues: zip(moving.entries ?? [], entries))
    differentiated += inner.differentiated.dropFirst(differentiated.count).map {
      algebra.rawSubstituting(replacements, in: $0)
    }
    return result.mapped { algebra.rawSubstituting(replacements, in: $0) }
  }

  private func derivatives(
    of formulas: [NodeID], by symbol: NodeID, at body: Expression
  ) throws(ExpressionError) -> [NodeID] {
    var differentiator = Differentiator(algebra: algebra, symbol: symbol)
    var results: [NodeID] = []
    for formula in formulas {
      do {
        results.append(try differentiator.derivative(of: formula))
      } catch {
        throw ExpressionError(places[error.formula] ?? body.extent, error.reason)
      }
    }
    return results
  }
}
