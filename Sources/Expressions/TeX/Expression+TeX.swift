extension Expression {
  /// The expression as TeX for KaTeX.
  public func tex(style: TeXStyle = .standard) -> String {
    TeXWriter(style: style).write(self)
  }
}

/// Writes expressions as TeX, with the parentheses that the typeset form needs.
struct TeXWriter {
  let style: TeXStyle

  func write(_ expression: Expression) -> String {
    switch expression.form {
    case .number(let number): TeXText.literal(number, digits: style.significantDigits)
    case .text(let text): TeXText.quoted(text)
    case .boolean(let boolean): TeXText.quoted(boolean ? "true" : "false")
    case .list(let entries): list(entries)
    case .path(let path): write(path)
    case .call(let name, _, let arguments): call(name, arguments)
    case .conditional(let condition, let first, let second):
      "\\begin{cases} \(write(first)) & \\text{if } \(write(condition)) \\\\ "
        + "\(write(second)) & \\text{otherwise} \\end{cases}"
    case .derivative(let body, let variable): derivative(of: body, by: variable)
    case .negation(let operand): "-" + signless(operand)
    case .power(let base, let exponent): "\(write(base, in: .operand))^{\(write(exponent))}"
    case .product(let factors): product(factors)
    case .sum(let terms): sum(terms)
    case .comparison(let first, let comparisons):
      comparisons.reduce(write(first, in: .sum)) { "\($0) \($1.relation.tex) \(write($1.operand, in: .sum))" }
    case .not(let operand): "\\text{not } \(write(operand, in: .not))"
    case .and(let operands): operands.map { write($0, in: .not) }.joined(separator: " \\;\\text{and}\\; ")
    case .or(let operands): operands.map { write($0, in: .and) }.joined(separator: " \\;\\text{or}\\; ")
    }
  }

  /// The TeX of an operand, in parentheses where it binds more loosely than its place wants.
  func write(_ expression: Expression, in place: Binding) -> String {
    enclosed(write(expression), of: expression, in: place)
  }

  /// Finished TeX, in parentheses where its expression binds more loosely than its place wants.
  func enclosed(_ tex: String, of expression: Expression, in place: Binding) -> String {
    texBinding(of: expression) < place ? enclosed(tex) : tex
  }

  /// The TeX of a factor or of what has a sign before it; a second sign gets parentheses.
  func signless(_ operand: Expression) -> String {
    let tex = write(operand, in: .product)
    return tex.hasPrefix("-") ? enclosed(tex) : tex
  }

  func enclosed(_ tex: String) -> String {
    "\\left(\(tex)\\right)"
  }

  /// How tightly the typeset form binds: `exp(x)` becomes a power, and a number like 10⁻¹² a product.
  private func texBinding(of expression: Expression) -> Binding {
    switch expression.form {
    case .conditional: return .or
    case .derivative: return .product
    case .number:
      return write(expression).contains("^") ? .product : expression.binding
    case .call(let name, _, let arguments):
      switch Double.functions[name]?.notation {
      case .dot where arguments.count == 2: return .product
      case .exponential, .superscript: return .power
      default: return .operand
      }
    case .path(let path): return path.isDerivative ? .product : .operand
    default: return expression.binding
    }
  }

  private func list(_ entries: [Expression]) -> String {
    let rows = entries.compactMap { entry -> [Expression]? in
      if case .list(let row) = entry.form { row } else { nil }
    }
    guard !rows.isEmpty, rows.count == entries.count else {
      return enclosed(entries.map(write).joined(separator: ", "))
    }
    let lines = rows.map { $0.map(write).joined(separator: " & ") }
    return "\\begin{pmatrix} \(lines.joined(separator: " \\\\ ")) \\end{pmatrix}"
  }
}

extension Expression.Relation {
  /// The relation's sign in TeX.
  public var tex: String {
    switch self {
    case .less: "<"
    case .atMost: "\\le"
    case .greater: ">"
    case .atLeast: "\\ge"
    case .equal: "="
    case .unequal: "\\ne"
    }
  }
}
