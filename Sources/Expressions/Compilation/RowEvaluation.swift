import Mathematics

/// Computes a formula row by row with the evaluator, derivatives with dual numbers.
struct RowEvaluation: Sendable {
  let expression: Expression
  let columns: [(name: String, numbers: [Double])]
  let coefficients: [String]
  let scope: any Scope

  func compute(
    at point: [Double], values: UnsafeMutableBufferPointer<Double>,
    derivatives: UnsafeMutableBufferPointer<Double>? = nil
  ) {
    for row in values.indices {
      values[row] = (try? value(inRow: row, at: point)) ?? .nan
      guard let derivatives else { continue }
      for index in coefficients.indices {
        derivatives[index * values.count + row] = derivative(inRow: row, by: index, at: point) ?? .nan
      }
    }
  }

  func mistake(inRow row: Int, at point: [Double]) -> ExpressionError? {
    do throws(ExpressionError) {
      let value = try value(inRow: row, at: point)
      guard !value.isFinite else { return nil }
      return ExpressionError(expression.extent, "this is \(formatSignificant(value, 12))")
    } catch {
      return error
    }
  }

  private func value(inRow row: Int, at point: [Double]) throws(ExpressionError) -> Double {
    var evaluator = Evaluator<Double>(scope: rowScope(row, point))
    let value = try evaluator.evaluate(expression)
    guard case .number(let number) = value else {
      throw ExpressionError(
        expression.extent, "the formula gives \(value.kind) in each row; a number is needed")
    }
    return number
  }

  private func derivative(inRow row: Int, by index: Int, at point: [Double]) -> Double? {
    var evaluator = Evaluator<Dual<Double>>(scope: rowScope(row, point))
    evaluator.seeds[coefficients[index]] = .number(Dual(point[index], tangent: 1))
    return (try? evaluator.evaluate(expression))?.number?.tangent
  }

  private func rowScope(_ row: Int, _ point: [Double]) -> RowScope {
    var numbers: [String: Double] = [:]
    for column in columns { numbers[column.name] = column.numbers[row] }
    for (name, number) in zip(coefficients, point) { numbers[name] = number }
    return RowScope(numbers: numbers, below: scope)
  }
}

/// The names of a row before those of a lesson.
private struct RowScope: Scope {
  let numbers: [String: Double]
  let below: any Scope

  func value(of name: String) -> Value? {
    numbers[name].map { .number($0) } ?? below.value(of: name)
  }

  var names: [String] { numbers.keys.sorted() + below.names }

  func formula(of name: String) -> Expression? {
    numbers[name] == nil ? below.formula(of: name) : nil
  }
}
