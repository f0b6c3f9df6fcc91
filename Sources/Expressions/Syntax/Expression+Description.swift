/// How tightly the forms bind, loosest first; what binds more loosely than its place wants gets parentheses.
enum Binding: Int, Comparable {
  case or, and, not, comparison, sum, product, unary, power, operand

  static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
}

extension Expression {
  /// How tightly the expression binds.
  var binding: Binding {
    switch form {
    case .or: .or
    case .and: .and
    case .not: .not
    case .comparison: .comparison
    case .sum: .sum
    case .product: .product
    case .negation: .unary
    case .number(let number): number < 0 ? .unary : .operand
    case .power: .power
    default: .operand
    }
  }
}

extension Expression: CustomStringConvertible {
  /// The expression as it could be written, with the parentheses that it needs and no others.
  public var description: String {
    switch form {
    case .number(let number): Self.literal(number)
    case .text(let text): "\"\(text)\""
    case .boolean(let boolean): boolean ? "true" : "false"
    case .list(let entries): "[\(Self.joined(entries))]"
    case .path(let path): path.description(through: path.steps.count)
    case .call(let name, _, let arguments): "\(name)(\(Self.joined(arguments)))"
    case .conditional(let condition, let first, let second): "if(\(Self.joined([condition, first, second])))"
    case .derivative(let body, let variable):
      "d(\(body), \(variable.description(through: variable.steps.count)))"
    case .negation(let operand): "-" + operand.description(binding: .unary)
    case .power(let base, let exponent):
      base.description(binding: .operand) + "^" + exponent.description(binding: .unary)
    case .product(let factors): Self.product(factors)
    case .sum(let terms): Self.sum(terms)
    case .comparison(let first, let comparisons):
      comparisons.reduce(first.description(binding: .sum)) {
        "\($0) \($1.relation.rawValue) \($1.operand.description(binding: .sum))"
      }
    case .not(let operand): "not " + operand.description(binding: .not)
    case .and(let operands): operands.map { $0.description(binding: .not) }.joined(separator: " and ")
    case .or(let operands): operands.map { $0.description(binding: .and) }.joined(separator: " or ")
    }
  }

  /// The description, in parentheses where it binds more loosely than given.
  private func description(binding lowest: Binding) -> String {
    binding < lowest ? "(\(description))" : description
  }

  private static func joined(_ expressions: [Expression]) -> String {
    expressions.map(\.description).joined(separator: ", ")
  }

  private static func literal(_ number: Double) -> String {
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func sum(_ terms: [Term]) -> String {
    var text = ""
    for (index, term) in terms.enumerated() {
      if index > 0 { text += term.isSubtracted ? " - " : " + " }
      text += term.operand.description(binding: .product)
    }
    return text
  }

  private static func product(_ factors: [Factor]) -> String {
    var text = ""
    for (index, factor) in factors.enumerated() {
      let operand = factor.operand.description(binding: .unary)
      if index > 0 {
        switch factor.operation {
        case .over: text += "/"
        case .juxtaposed where index == 1 && canJuxtapose(factors[0].operand, operand): break
        case .times, .juxtaposed: text += "*"
        }
      }
      text += operand
    }
    return text
  }

  /// Whether a factor can follow a number without a sign; an `e` could be read as the number's exponent.
  private static func canJuxtapose(_ first: Expression, _ second: String) -> Bool {
    let unsigned = if case .negation(let operand) = first.form { operand } else { first }
    guard case .number(let number) = unsigned.form, number >= 0, let start = second.unicodeScalars.first
    else {
      return false
    }
    return start == "(" || (start.properties.isAlphabetic && start != "e" && start != "E")
  }
}

extension Path {
  /// The root and its first steps as they could be written.
  func description(through count: Int) -> String {
    var text: String
    switch root {
    case .name(let name): text = name
    case .expression(let expression):
      switch expression.form {
      case .call, .list, .conditional, .derivative, .text: text = expression.description
      default: text = "(\(expression))"
      }
    }
    for (index, located) in steps.prefix(count).enumerated() {
      text += index == 0 ? entryOfCall(located.step) ?? located.step.description : located.step.description
    }
    return text.count > 200 ? Self.elided : text
  }
}

extension Path {
  /// A whole number behind a call needs no braces: `softmax(h)_2`.
  private func entryOfCall(_ step: Step) -> String? {
    guard case .expression(let root) = self.root, case .call = root.form,
      case .subscripts(let subscripts, nil) = step, subscripts.count == 1,
      case .number(let number) = subscripts[0].form, let index = Int(exactly: number), index >= 0
    else { return nil }
    return "_\(index)"
  }
}

extension Path.Step {
  fileprivate var description: String {
    switch self {
    case .field(let name, let isQuoted): return isQuoted ? ".\"\(name)\"" : ".\(name)"
    case .call(let arguments): return "(\(arguments.map(\.description).joined(separator: ", ")))"
    case .subscripts(let subscripts, let whole):
      // Digits in braces stay there, or they could become part of a name.
      if let whole { return "_" + (whole.split(separator: "_").last ?? "") }
      return "_{\(subscripts.map(\.description).joined(separator: ","))}"
    }
  }
}
