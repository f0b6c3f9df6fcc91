extension TeXWriter {
  /// A path: fields behind dots, and what selects an entry as a subscript.
  ///
  /// `close.p.Paris` keeps its first two names, and Paris is the subscript of p.
  func write(_ path: Path) -> String {
    var parts = [root(of: path)]
    let fields = path.steps.count { if case .field = $0.step { true } else { false } }
    var seen = 0
    for located in path.steps {
      switch located.step {
      case .subscripts(let subscripts, _):
        parts[parts.count - 1].subscripts.append(subscripts.map(write).joined(separator: ","))
      case .call(let arguments):
        let called = parts[parts.count - 1].tex + enclosed(arguments.map(write).joined(separator: ", "))
        parts[parts.count - 1] = TeXSymbol(tex: called)
      case .field(let name, let isQuoted):
        seen += 1
        let symbol = TeXSymbol(name)
        if isQuoted || (seen == fields && seen > 1) {
          parts[parts.count - 1].subscripts.append(label(name, symbol, isQuoted: isQuoted))
        } else if symbol.isDerivative {
          // A derivative such as dy/dx says by itself what it is.
          parts = [symbol]
        } else {
          parts.append(symbol)
        }
      }
    }
    return parts.map(\.tex).joined(separator: ".")
  }

  private func root(of path: Path) -> TeXSymbol {
    switch path.root {
    case .name(let name): TeXSymbol(name)
    case .expression(let expression): TeXSymbol(tex: subscriptable(expression))
    }
  }

  /// What a subscript can be set to; braces about a function would take the space before its name.
  private func subscriptable(_ expression: Expression) -> String {
    let tex = write(expression, in: .operand)
    if case .call = expression.form, tex.hasSuffix("\\right)") { return tex }
    return "{\(tex)}"
  }

  private func label(_ name: String, _ symbol: TeXSymbol, isQuoted: Bool) -> String {
    isQuoted || symbol.base.hasPrefix("\\mathrm") ? TeXText.quoted(name) : symbol.tex
  }

  func call(_ name: String, _ arguments: [Expression]) -> String {
    func inside() -> String { arguments.map(write).joined(separator: ", ") }
    guard let function = Double.functions[name], function.arity.contains(arguments.count) else {
      return TeXSymbol(name).tex + enclosed(inside())
    }
    switch function.notation {
    case .command(let command): return command + enclosed(inside())
    case .delimiters(let open, let close): return "\(open) \(inside()) \(close)"
    case .root: return "\\sqrt{\(inside())}"
    case .superscript(let mark): return "\(write(arguments[0], in: .operand))^{\(mark)}"
    case .dot: return "\(write(arguments[0], in: .product)) \\cdot \(write(arguments[1], in: .unary))"
    case .exponential:
      let inside = inside()
      let isShort = inside.utf8.count <= 40 && !inside.contains("\\frac") && !inside.contains("\\begin")
      return isShort ? "e^{\(inside)}" : "\\exp\(enclosed(inside))"
    }
  }
}

extension Path {
  /// Whether the path ends in a derivative's name, which is typeset as a fraction.
  var isDerivative: Bool {
    switch steps.last?.step {
    case .field(let name, isQuoted: false): TeXSymbol(name).isDerivative
    case nil: rootName.map { TeXSymbol($0).isDerivative } ?? false
    default: false
    }
  }
}
